using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>Zones as Spark reads them: offsets in Java's spellings and some of its own, Java's old short names, names of regions.</summary>
internal static partial class ZoneIds
{
    private static readonly Lazy<HashSet<string>> s_regions = new(ReadRegions);

    /// <summary>Reads a zone.</summary>
    /// <param name="text">What stands after the time, if anything.</param>
    /// <param name="offset">Its seconds before UTC where it is an offset.</param>
    /// <param name="region">Its name where it is a region, else null.</param>
    /// <returns>False where it is no zone.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long offset, out string? region)
    {
        (offset, region) = (0, null);
        if (text.IsEmpty)
        {
            return true;
        }

        var name = SingleHour().Replace(Encoding.UTF8.GetString(Blanks.Trim(text)), "${sign}0${digit}:", 1);
        name = SingleMinute().Replace(name, "${hours}:0${digit}", 1);
        name = ShortZones.All.GetValueOrDefault(name, name);
        if (name is "Z" or "UTC" or "GMT" or "UT")
        {
            return true;
        }

        var match = Offset().Match(name);
        if (match.Success)
        {
            return TryRead(match, out offset);
        }

        region = name;
        return Region().IsMatch(name) && s_regions.Value.Contains(name);
    }

    private static bool TryRead(Match match, out long offset)
    {
        var (minutes, seconds) = (Part(match, "minutes"), Part(match, "seconds"));
        offset = (Part(match, "hours") * 3600L) + (minutes * 60) + seconds;
        var isInRange = offset <= 18 * 3600 && minutes < 60 && seconds < 60;
        offset = match.Groups["sign"].Value == "-" ? -offset : offset;
        return isInRange;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Length > 0 ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>DuckDB's regions, since it is DuckDB that knows their rules. Read when the first region is met: few inputs name one.</summary>
    private static HashSet<string> ReadRegions()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pg_timezone_names()";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        // Java leaves this one name of the time zone database out.
        names.Remove("ROC");

        return names;
    }

    [GeneratedRegex(@"(?<sign>[+-])(?<digit>[0-9]):", RegexOptions.CultureInvariant)]
    private static partial Regex SingleHour();

    [GeneratedRegex(@"(?<hours>[+-][0-9]{2}):(?<digit>[0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex SingleMinute();

    [GeneratedRegex(@"\A(?:UTC|GMT|UT)?(?<sign>[+-])(?:(?<hours>[0-9])|(?<hours>[0-9]{2})(?:(?<minutes>[0-9]{2})(?<seconds>[0-9]{2})?|:(?<minutes>[0-9]{2})(?::(?<seconds>[0-9]{2}))?)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9~/._+-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
