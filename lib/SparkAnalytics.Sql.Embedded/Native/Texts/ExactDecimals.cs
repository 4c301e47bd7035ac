using System.Globalization;
using System.Numerics;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Arithmetic of decimals whose way to the result needs more than the 38 digits that DuckDB has; each result is rounded once, half up, as Spark does.</summary>
internal static class ExactDecimals
{
    /// <summary>Java's <c>DecimalFormat</c> writes no more digits after the point.</summary>
    private const int DecimalFormatPlaces = 340;

    /// <summary>
    /// The plain text of <c>left operator right</c> with so many digits after the point; NULL where the right side of a division is 0. The
    /// result may have more than 38 digits, which the cast from its text refuses.
    /// </summary>
    public static bool Compute(ref NativeCall call)
    {
        var (left, right, scale) = (Number.Parse(call.Text(1)), Number.Parse(call.Text(2)), (int)call.Long(3));
        var sign = call.Text(0);
        if (right.Digits.IsZero && sign is not ("+" or "-" or "*"))
        {
            return false;
        }

        call.Write(Text(Result(sign, left, right, scale), scale));
        return true;
    }

    /// <summary>A number rounded to so many digits after the point, or before it where they are negative; exact halves to the even neighbour.</summary>
    public static bool RoundEven(ref NativeCall call)
    {
        var (number, scale) = (Number.Parse(call.Text(0)), (int)call.Long(2));
        call.Write(Text(HalfUp(HalfEven(number, (int)call.Long(1)), number.Scale, scale), scale));
        return true;
    }

    /// <summary>A number with commas between thousands and so many digits after the point, exact halves to the even neighbour, as Java's <c>DecimalFormat</c> writes it.</summary>
    public static bool Format(ref NativeCall call)
    {
        var (number, places) = (Number.Parse(call.Text(0)), (int)Math.Clamp(call.Long(1), 0, DecimalFormatPlaces));
        var text = Text(BigInteger.Abs(HalfUp(HalfEven(number, places), number.Scale, places)), places);
        var whole = BigInteger.Parse(text.Split('.')[0], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
        call.Write($"{(number.Digits.Sign < 0 ? "-" : string.Empty)}{whole}{(places == 0 ? string.Empty : text[^(places + 1)..])}");
        return true;
    }

    /// <summary>The digits, by the number's own scale, with zeros in place of what is rounded away.</summary>
    private static BigInteger HalfEven(Number number, int places)
    {
        var unit = BigInteger.Pow(10, Math.Max(0, number.Scale - places));
        var (whole, rest) = BigInteger.DivRem(number.Digits, unit);
        var side = (BigInteger.Abs(rest) * 2).CompareTo(unit);
        return (side > 0 || (side == 0 && !whole.IsEven) ? whole + number.Digits.Sign : whole) * unit;
    }

    private static BigInteger Result(string sign, Number left, Number right, int scale)
    {
        var common = Math.Max(left.Scale, right.Scale);
        var (one, two) = (left.At(common), right.At(common));
        return sign switch
        {
            "+" => HalfUp(one + two, common, scale),
            "-" => HalfUp(one - two, common, scale),
            "*" => HalfUp(left.Digits * right.Digits, left.Scale + right.Scale, scale),
            "/" => Quotient(one * BigInteger.Pow(10, scale), two),
            "%" => HalfUp(one % two, common, scale),
            "pmod" => HalfUp(((one % two) + two) % two, common, scale),
            _ => one / two,
        };
    }

    private static BigInteger HalfUp(BigInteger digits, int from, int to) => to >= from
        ? digits * BigInteger.Pow(10, to - from)
        : Quotient(digits, BigInteger.Pow(10, from - to));

    private static BigInteger Quotient(BigInteger number, BigInteger divisor)
    {
        var (whole, rest) = BigInteger.DivRem(number, divisor);
        return BigInteger.Abs(rest) * 2 >= BigInteger.Abs(divisor) ? whole + (number.Sign * divisor.Sign) : whole;
    }

    private static string Text(BigInteger digits, int scale)
    {
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return (digits.Sign < 0 ? "-" : string.Empty) + (scale == 0 ? text : $"{text[..^scale]}.{text[^scale..]}");
    }

    private readonly record struct Number(BigInteger Digits, int Scale)
    {
        /// <summary>A decimal as DuckDB writes it.</summary>
        public static Number Parse(string text)
        {
            var point = text.IndexOf('.', StringComparison.Ordinal);
            var digits = BigInteger.Parse(point < 0 ? text : text.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return new Number(digits, point < 0 ? 0 : text.Length - point - 1);
        }

        public BigInteger At(int scale) => Digits * BigInteger.Pow(10, scale - Scale);
    }
}
