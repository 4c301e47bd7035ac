using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>Constants of Spark SQL: numbers by their suffix or size, dates, instants and bytes. Null where a text is none.</summary>
internal static class ConstantReader
{
    /// <summary>As many digits as a .NET decimal surely holds.</summary>
    private const int MostDigits = 28;

    private static readonly string[] s_times = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFF"];

    /// <summary>A number: <c>1</c> is an int, or a bigint or a decimal where it is too large for that; <c>1.5</c> is a decimal, <c>1e3</c> a double.</summary>
    /// <param name="written">The number with its suffix and its sign.</param>
    public static Literal? Number(string written)
    {
        var digits = written.TrimEnd('b', 'B', 'd', 'D', 'f', 'F', 'l', 'L', 's', 'S', 'y', 'Y');
        var isWhole = digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        return written[digits.Length..].ToUpperInvariant() switch
        {
            "" when isWhole => Whole(digits),
            "" => digits.AsSpan().IndexOfAny('e', 'E') < 0 ? Decimal(digits) : Double(digits),
            "L" when isWhole => long.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? new Literal(number, new LongType()) : null,
            "S" when isWhole => short.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? new Literal(number, new ShortType()) : null,
            "Y" when isWhole => sbyte.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? new Literal(number, new ByteType()) : null,
            "D" => Double(digits),
            "F" => float.TryParse(digits, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? new Literal(number, new FloatType()) : null,
            "BD" => Decimal(digits),
            _ => null,
        };
    }

    /// <summary>A date as <c>yyyy-MM-dd</c>; month and day may have one digit.</summary>
    public static Literal? Date(string text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? new Literal(new Date(date.Year, date.Month, date.Day), new DateType())
        : null;

    /// <summary>An instant. Without a zone it is in the session's, which is UTC in this engine; otherwise <c>Z</c> or an offset such as <c>+02:00</c> follows.</summary>
    public static Literal? Instant(string text)
    {
        var offset = text.EndsWith('Z') ? "Z" : text.Length > 16 && text[^6] is '+' or '-' && text[^3] == ':' ? text[^6..] : "";
        if (Time(text[..^offset.Length]) is not { } time)
        {
            return null;
        }

        if (offset.Length < 6)
        {
            return new Literal(new Timestamp(time), new TimestampType());
        }

        return TimeSpan.TryParseExact(offset[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var ahead) && ahead <= TimeSpan.FromHours(18) && time.Year is > 1 and < 9999
            ? new Literal(new Timestamp(offset[0] == '-' ? time + ahead : time - ahead), new TimestampType())
            : null;
    }

    /// <summary>A date and time of day without a zone.</summary>
    public static Literal? LocalTime(string text) => Time(text) is { } time ? new Literal(new Timestamp(time), new TimestampNtzType()) : null;

    /// <summary>Bytes by pairs of hexadecimal digits.</summary>
    public static Literal? Bytes(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? new Literal(Convert.FromHexString(text), new BinaryType()) : null;

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static Literal? Whole(string digits) =>
        int.TryParse(digits, CultureInfo.InvariantCulture, out var small) ? new Literal(small, new IntegerType())
        : long.TryParse(digits, CultureInfo.InvariantCulture, out var large) ? new Literal(large, new LongType())
        : Decimal(digits);

    private static Literal? Double(string digits) =>
        double.TryParse(digits, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? new Literal(number, new DoubleType()) : null;

    private static Literal? Decimal(string digits)
    {
        var parts = digits.Split('e', 'E');
        var exponent = 0;
        var isExact = (parts.Length == 1 || int.TryParse(parts[1], CultureInfo.InvariantCulture, out exponent))
            && exponent is >= -MostDigits and <= MostDigits
            && parts[0].Count(char.IsAsciiDigit) + Math.Abs(exponent) <= MostDigits;
        return isExact && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (Literal)Functions.Lit(number).Expression
            : null;
    }
}
