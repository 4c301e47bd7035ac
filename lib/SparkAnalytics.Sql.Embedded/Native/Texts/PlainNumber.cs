using System.Globalization;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Numbers with an exponent without it, since DuckDB's decimals lose digits of long ones.</summary>
internal static class PlainNumber
{
    /// <summary>More digits before the point than any decimal has.</summary>
    private const int TooLarge = 40;

    /// <summary>More zeros after the point than any decimal has.</summary>
    private const int TooSmall = -60;

    /// <summary><c>12.5e-1</c> as <c>1.25</c>; NULL beyond every decimal, 0 where every decimal rounds to it, other text as it is.</summary>
    public static bool FromExponent(ref NativeCall call)
    {
        var text = call.Text(0);
        var mark = text.IndexOfAny(['e', 'E']);
        if (mark < 0)
        {
            call.Write(text);
            return true;
        }

        var mantissa = text[..mark].TrimStart('+', '-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        if (digits.Length == 0)
        {
            call.Write("0");
            return true;
        }

        var before = (long)whole - (all.Length - digits.Length) + Exponent(text.AsSpan(mark + 1));
        if (before > TooLarge)
        {
            return false;
        }

        call.Write(before < TooSmall ? "0" : (text[0] == '-' ? "-" : string.Empty) + Placed(digits, (int)before));
        return true;
    }

    /// <summary>Digits with the point after the first <paramref name="before"/> of them.</summary>
    private static string Placed(string digits, int before) => before switch
    {
        <= 0 => $"0.{new string('0', -before)}{digits}",
        _ when before >= digits.Length => digits + new string('0', before - digits.Length),
        _ => $"{digits[..before]}.{digits[before..]}",
    };

    private static long Exponent(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is > int.MinValue and < int.MaxValue
            ? value
            : text[0] == '-' ? int.MinValue : int.MaxValue;
}
