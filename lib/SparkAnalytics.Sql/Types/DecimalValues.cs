using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;

namespace SparkAnalytics.Sql.Types;

/// <summary>
/// Values of <see cref="DecimalType"/> in .NET: <see cref="decimal"/> up to a precision of 28, <see cref="SqlDecimal"/> beyond, each with the
/// type's digits after the point. Whatever is rounded here is rounded half up, as Spark does.
/// </summary>
public static class DecimalValues
{
    /// <summary>The largest precision of which <see cref="decimal"/> holds every number.</summary>
    public const int NarrowPrecision = 28;

    /// <summary>Whether values of a type are <see cref="SqlDecimal"/>, as <see cref="decimal"/> cannot hold them all.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True from 29 digits on.</returns>
    public static bool IsWide(DecimalType type) => type.Precision > NarrowPrecision;

    /// <summary>A value of its digits without the point.</summary>
    /// <param name="digits">The number times ten to the scale.</param>
    /// <param name="type">Its type.</param>
    /// <returns>A <see cref="decimal"/> or, of a wide type, a <see cref="SqlDecimal"/>.</returns>
    /// <exception cref="QueryExecutionException">There are more than 38 digits.</exception>
    public static object Of(BigInteger digits, DecimalType type)
    {
        var size = BigInteger.Abs(digits);
        if (size >= BigInteger.Pow(10, IsWide(type) ? DecimalType.MaxPrecision : NarrowPrecision))
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The number {Text(digits, type.Scale)} has more digits than {type.SimpleString}; cast it to string in the query.");
        }

        var (high, low) = ((ulong)(size >> 64), (ulong)(size & ulong.MaxValue));
        if (IsWide(type))
        {
            return new SqlDecimal(DecimalType.MaxPrecision, (byte)type.Scale, digits.Sign >= 0, (int)low, (int)(low >> 32), (int)high, (int)(high >> 32));
        }

        return new decimal((int)low, (int)(low >> 32), (int)high, digits.Sign < 0, (byte)type.Scale);
    }

    /// <summary>A value of its text, exponents aside: <c>-12.50</c>.</summary>
    /// <param name="text">The text, as an engine writes it.</param>
    /// <param name="type">Its type; digits beyond its scale are rounded.</param>
    /// <returns>A <see cref="decimal"/> or, of a wide type, a <see cref="SqlDecimal"/>.</returns>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static object Parse(string text, DecimalType type)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : text.Length - point - 1;
        var digits = BigInteger.Parse(point < 0 ? text : text.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Of(Rescaled(digits, scale, type.Scale), type);
    }

    /// <summary>The digits of a value without the point, by the scale of a type.</summary>
    /// <param name="number">A <see cref="decimal"/> or a <see cref="SqlDecimal"/>.</param>
    /// <param name="type">The type; digits beyond its scale are rounded.</param>
    /// <returns>The number times ten to the scale.</returns>
    /// <exception cref="AnalysisException">The value is of another .NET type, or has more digits before the point than the type.</exception>
    public static BigInteger Digits(object number, DecimalType type)
    {
        var (own, scale) = Parts(number);
        var digits = Rescaled(own, scale, type.Scale);
        return BigInteger.Abs(digits) < BigInteger.Pow(10, type.Precision)
            ? digits
            : throw new AnalysisException($"The number {Text(own, scale)} has more digits than {type.SimpleString}.");
    }

    /// <summary>The plain text of a value, never with an exponent.</summary>
    /// <param name="number">A <see cref="decimal"/> or a <see cref="SqlDecimal"/>.</param>
    /// <param name="scale">How many digits stand after the point; what is beyond them is rounded.</param>
    /// <returns>Such as <c>-0.50</c>.</returns>
    public static string Text(object number, int scale)
    {
        var (digits, own) = Parts(number);
        return Text(Rescaled(digits, own, scale), scale);
    }

    /// <summary>A value as a <see cref="decimal"/>, where it is one exactly; zeros at its end may go.</summary>
    /// <param name="number">The value.</param>
    /// <returns>The same number, or null where it has too many digits.</returns>
    public static decimal? ToDecimal(SqlDecimal number)
    {
        var (digits, scale) = Parts(number);
        var largest = (BigInteger)decimal.MaxValue;
        while (scale > 0 && (scale > NarrowPrecision || BigInteger.Abs(digits) > largest))
        {
            (digits, var rest) = BigInteger.DivRem(digits, 10);
            scale--;
            if (!rest.IsZero)
            {
                return null;
            }
        }

        return BigInteger.Abs(digits) > largest ? null : (decimal)digits * new decimal(1, 0, 0, false, (byte)scale);
    }

    /// <summary>The least type that holds a value.</summary>
    internal static DecimalType TypeOf(object number)
    {
        var (digits, scale) = Parts(number);
        var length = digits.IsZero ? 0 : BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).Length;
        return new DecimalType(Math.Max(1, Math.Max(length, scale)), scale);
    }

    private static (BigInteger Digits, int Scale) Parts(object number) => number switch
    {
        decimal narrow => (Whole(decimal.GetBits(narrow)[..3], decimal.IsNegative(narrow)), narrow.Scale),
        SqlDecimal { IsNull: false } wide => (Whole(wide.Data, !wide.IsPositive), wide.Scale),
        SqlDecimal => throw new AnalysisException("SqlDecimal.Null cannot stand for NULL; give null."),
        _ => throw new AnalysisException($"A value of .NET type {number.GetType().Name} stands where a decimal is wanted."),
    };

    private static BigInteger Whole(int[] words, bool isNegative)
    {
        var size = words.Reverse().Aggregate(BigInteger.Zero, (sum, word) => (sum << 32) + (uint)word);
        return isNegative ? -size : size;
    }

    private static BigInteger Rescaled(BigInteger digits, int from, int to)
    {
        if (to >= from)
        {
            return digits * BigInteger.Pow(10, to - from);
        }

        var unit = BigInteger.Pow(10, from - to);
        var (whole, rest) = BigInteger.DivRem(digits, unit);
        return BigInteger.Abs(rest) * 2 >= unit ? whole + digits.Sign : whole;
    }

    private static string Text(BigInteger digits, int scale)
    {
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return (digits.Sign < 0 ? "-" : "") + (scale == 0 ? text : $"{text[..^scale]}.{text[^scale..]}");
    }
}
