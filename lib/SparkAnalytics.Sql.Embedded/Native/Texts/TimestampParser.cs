using System.Globalization;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Spark's conversion of text to dates and timestamps for the forms that DuckDB does not take: single digits, missing parts, a time alone, offsets in other spellings.</summary>
internal static partial class TimestampParser
{
    private const long MicrosecondsPerSecond = 1_000_000;
    private const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    /// <summary>Microseconds since 1970 in UTC; false where the text is no timestamp.</summary>
    public static bool Parse(ref NativeCall call, TimeProvider clock)
    {
        var text = Trim(call.Text(0));
        if (Special(text, clock) is { } special)
        {
            call.LongResult = special * MicrosecondsPerDay;
            return true;
        }

        var match = Timestamp().Match(text);
        if (!match.Success || TimeOfDay(match) is not { } time)
        {
            return false;
        }

        var day = match.Groups["year"].Success ? Days(match) : Today(clock);
        if (day is null || Offset(match) is not { } offset)
        {
            return false;
        }

        call.LongResult = (day.Value * MicrosecondsPerDay) + time - offset;
        return true;
    }

    /// <summary>Days since 1970; false where the text is no date.</summary>
    public static bool ParseDate(ref NativeCall call)
    {
        var match = DateText().Match(Trim(call.Text(0)));
        var days = match.Success ? Days(match) : null;
        call.LongResult = days ?? 0;
        return days is not null;
    }

    private static long Today(TimeProvider clock) => (clock.GetUtcNow().UtcDateTime - DateTime.UnixEpoch).Days;

    private static string Trim(string text) => text.Trim([.. Enumerable.Range(0, 33).Select(code => (char)code)]);

    private static long? Special(string text, TimeProvider clock)
    {
        return text.ToLowerInvariant() switch
        {
            "epoch" => 0,
            "today" => Today(clock),
            "yesterday" => Today(clock) - 1,
            "tomorrow" => Today(clock) + 1,
            _ => null,
        };
    }

    /// <summary>Days by the proleptic Gregorian calendar, for years that .NET's own types do not hold too.</summary>
    private static long? Days(Match match)
    {
        var year = int.Parse(match.Groups["year"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var month = Part(match, "month", 1);
        var day = Part(match, "day", 1);
        var isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month is < 1 or > 12 || day < 1 || day > (month == 2 && isLeap ? 29 : DateTime.DaysInMonth(2023, month)) || Math.Abs(year) > 294_246)
        {
            return null;
        }

        // Counts from 1 March, so that the leap day is the last of a year.
        var shifted = month <= 2 ? year - 1 : year;
        var era = Math.DivRem(shifted, 400, out var ofEra);
        if (ofEra < 0)
        {
            (era, ofEra) = (era - 1, ofEra + 400);
        }

        var ofYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146_097L) + (ofEra * 365L) + (ofEra / 4) - (ofEra / 100) + ofYear - 719_468;
    }

    private static long? TimeOfDay(Match match)
    {
        var (hour, minute, second) = (Part(match, "hour", 0), Part(match, "minute", 0), Part(match, "second", 0));
        if (hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(6, '0')[..6];
        return ((((hour * 60L) + minute) * 60) + second) * MicrosecondsPerSecond + int.Parse(fraction, CultureInfo.InvariantCulture);
    }

    private static int Part(Match match, string name, int absent) =>
        match.Groups[name].Length > 0 ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : absent;

    /// <summary>The zone's offset from UTC in microseconds; 0 without a zone, null for one that is no offset (zones by name are DuckDB's).</summary>
    private static long? Offset(Match match)
    {
        var zone = match.Groups["zone"].Value.Trim();
        if (zone.Length == 0 || zone is "Z" or "UTC" or "GMT" or "UT")
        {
            return 0;
        }

        var numeric = ZoneOffset().Match(zone);
        if (numeric.Success)
        {
            var seconds = (Part(numeric, "hours", 0) * 3600L) + (Part(numeric, "minutes", 0) * 60) + Part(numeric, "seconds", 0);
            var isInRange = seconds <= 18 * 3600 && Part(numeric, "minutes", 0) < 60 && Part(numeric, "seconds", 0) < 60;
            return isInRange ? (numeric.Groups["sign"].Value == "-" ? -seconds : seconds) * MicrosecondsPerSecond : null;
        }

        return null;
    }

    [GeneratedRegex(@"\A(?:(?<year>[+-]?[0-9]{4,6})(?:-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2})(?:[ T](?:(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]*))?)?(?<zone>.+)?)?)?)?)?|T?(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:\.(?<fraction>[0-9]*))?)?(?<zone>.+)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"\A(?<year>[+-]?[0-9]{4,7})(?:-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2})(?:[ T].*)?)?)?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DateText();

    [GeneratedRegex(@"\A(?:UTC|GMT|UT)?(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{1,2})(?::?(?<seconds>[0-9]{2}))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneOffset();
}
