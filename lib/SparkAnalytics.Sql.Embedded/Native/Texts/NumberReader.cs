using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Embedded.Native.Host;
using SparkAnalytics.Sql.Embedded.Native.Times;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Spark's conversion of text to floating-point numbers and truth values, in the forms of Java and some of Spark's own.</summary>
internal static partial class NumberReader
{
    /// <summary>A number of 64 bits; false where the text is none.</summary>
    public static bool Double(ref NativeCall call) => Store(ref call, Read(call.Text(0), digits => double.Parse(digits, CultureInfo.InvariantCulture)));

    /// <summary>A number of 32 bits; false where the text is none.</summary>
    public static bool Float(ref NativeCall call) => Store(ref call, Read(call.Text(0), digits => float.Parse(digits, CultureInfo.InvariantCulture)));

    /// <summary>A truth value; false where the text is none.</summary>
    public static bool Boolean(ref NativeCall call)
    {
        var word = Encoding.UTF8.GetString(Blanks.Trim(call.Bytes(0))).ToLowerInvariant();
        call.LongResult = word is "t" or "true" or "y" or "yes" or "1" ? 1 : 0;
        return call.LongResult == 1 || word is "f" or "false" or "n" or "no" or "0";
    }

    private static bool Store(ref NativeCall call, double? value)
    {
        call.LongResult = BitConverter.DoubleToInt64Bits(value ?? 0);
        return value is not null;
    }

    private static double? Read(string whole, Func<string, double> parse)
    {
        var text = whole.Trim(JavaText.Blanks);
        return text switch
        {
            "NaN" or "+NaN" or "-NaN" => double.NaN,
            _ when Decimal().Match(text) is { Success: true } match => parse(match.Groups["number"].Value),
            _ when Hexadecimal().Match(text) is { Success: true } match => Exact(match),
            _ => text.ToLowerInvariant() switch
            {
                "nan" => double.NaN,
                "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
                "-inf" or "-infinity" => double.NegativeInfinity,
                _ => null,
            },
        };
    }

    /// <summary>Java's hexadecimal form, whose exponent is of two.</summary>
    private static double? Exact(Match match)
    {
        var (whole, fraction) = (match.Groups["whole"].Value, match.Groups["fraction"].Value);
        var value = 0.0;
        foreach (var digit in whole + fraction)
        {
            value = (value * 16) + Convert.ToInt32(digit.ToString(), 16);
        }

        var exponent = int.TryParse(match.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var found) ? found : 0;
        var scaled = Math.ScaleB(value, exponent - (4 * fraction.Length));
        return whole.Length + fraction.Length == 0 ? null : match.Groups["sign"].Value == "-" ? -scaled : scaled;
    }

    [GeneratedRegex(@"\A(?<number>[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)[dDfF]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A(?<sign>[+-])?0[xX](?<whole>[0-9A-Fa-f]*)(?:\.(?<fraction>[0-9A-Fa-f]*))?[pP](?<exponent>[+-]?[0-9]{1,9})[dDfF]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();
}
