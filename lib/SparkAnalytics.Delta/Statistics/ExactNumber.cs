using System.Globalization;
using System.Numerics;

namespace SparkAnalytics.Delta;

/// <summary>A number with all its digits, compared exactly: a rounded bound would leave out files that hold what is asked for.</summary>
/// <param name="Digits">The number times ten to the scale.</param>
/// <param name="Scale">Digits after the point.</param>
internal sealed record ExactNumber(BigInteger Digits, int Scale) : IComparable
{
    /// <summary>Far beyond what any column holds, and still quick to compare.</summary>
    private const int LargestExponent = 400;

    /// <summary>A number as JSON and .NET write it, with or without an exponent; null when it is none, or too far from 1 to be told.</summary>
    public static ExactNumber? Parse(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var number = mark < 0 ? text : text[..mark];
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? number : number.Remove(point, 1);
        var scale = (point < 0 ? 0 : number.Length - point - 1L) - exponent;
        return Math.Abs(scale) <= LargestExponent && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var found)
            ? new ExactNumber(found, (int)scale)
            : null;
    }

    public int CompareTo(object? other)
    {
        var right = (ExactNumber)other!;
        var scale = Math.Max(Scale, right.Scale);
        return At(scale).CompareTo(right.At(scale));
    }

    /// <summary>The shortest form with an exponent, the same for equal numbers.</summary>
    public override string ToString()
    {
        var (digits, scale) = (Digits, Digits.IsZero ? 0 : Scale);
        while (!digits.IsZero && (digits % 10).IsZero)
        {
            (digits, scale) = (digits / 10, scale - 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{digits}e{-scale}");
    }

    private BigInteger At(int scale) => Digits * BigInteger.Pow(10, scale - Scale);
}
