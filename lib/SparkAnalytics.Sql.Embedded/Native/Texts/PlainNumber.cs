using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Numbers in the forms of Java's <c>BigDecimal</c>, as plain ones for DuckDB's decimals, which lose digits of long ones with an exponent.</summary>
internal static partial class PlainNumber
{
    /// <summary>More digits before the point than Spark's widest decimal has, even of a zero.</summary>
    private const int TooLarge = 39;

    /// <summary>More zeros after the point than any decimal has.</summary>
    private const int TooSmall = -60;

    /// <summary>No exponent of Java's has more digits, zeros before them aside.</summary>
    private const int DigitsOfExponent = 10;

    /// <summary><c>12.5e-1</c> as <c>1.25</c>; NULL where it is no number or beyond every decimal, 0 where every decimal rounds to it.</summary>
    public static bool Read(ref NativeCall call)
    {
        var match = Number().Match(Ascii(call.Text(0).Trim(JavaText.Blanks)));
        if (!match.Success || Exponent(match) is not { } exponent)
        {
            return false;
        }

        var (whole, fraction) = (match.Groups["whole"].Value, match.Groups["fraction"].Value);
        var digits = (whole + fraction).TrimStart('0');
        var scale = fraction.Length - exponent;
        var before = Math.Max(digits.Length, 1) - scale;
        if (before >= TooLarge || scale is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        call.Write(digits.Length == 0 || before < TooSmall ? "0" : match.Groups["sign"].Value + Placed(digits, (int)before));
        return true;
    }

    /// <summary>Digits with the point after the first <paramref name="before"/> of them.</summary>
    private static string Placed(string digits, int before) => before switch
    {
        <= 0 => $"0.{new string('0', -before)}{digits}",
        _ when before >= digits.Length => digits + new string('0', before - digits.Length),
        _ => $"{digits[..before]}.{digits[before..]}",
    };

    private static string Ascii(string text)
    {
        var result = new StringBuilder(text);
        for (var index = 0; index < text.Length; index++)
        {
            var digit = JavaText.Digit(text[index]);
            result[index] = digit < 0 ? text[index] : (char)('0' + digit);
        }

        return result.ToString();
    }

    private static long? Exponent(Match match)
    {
        var digits = match.Groups["exponent"].Value.TrimStart('0');
        return digits.Length > DigitsOfExponent ? null : digits.Length == 0 ? 0 : long.Parse(match.Groups["direction"].Value + digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A(?<sign>[+-])?(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?:[eE](?<direction>[+-])?(?<exponent>[0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
