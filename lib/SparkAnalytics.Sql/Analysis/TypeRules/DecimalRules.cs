using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Precision and scale of decimal results, as Spark's <c>DecimalPrecision</c> gives them (loss of scale allowed).</summary>
internal static class DecimalRules
{
    /// <summary>Digits after the point that division and a capped result keep at least.</summary>
    private const int MinimumAdjustedScale = 6;

    public static DecimalType AddOrSubtract(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return Adjust(Math.Max(IntegerDigits(left), IntegerDigits(right)) + scale + 1, scale);
    }

    public static DecimalType Multiply(DecimalType left, DecimalType right) =>
        Adjust(left.Precision + right.Precision + 1, left.Scale + right.Scale);

    public static DecimalType Divide(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(MinimumAdjustedScale, left.Scale + right.Precision + 1);
        return Adjust(IntegerDigits(left) + right.Scale + scale, scale);
    }

    public static DecimalType Remainder(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return Adjust(Math.Min(IntegerDigits(left), IntegerDigits(right)) + scale, scale);
    }

    public static DecimalType Sum(DecimalType type) => Bounded(type.Precision + 10, type.Scale);

    public static DecimalType Average(DecimalType type) => Bounded(type.Precision + 4, type.Scale + 4);

    /// <summary>The result of ceil and floor.</summary>
    public static DecimalType Whole(DecimalType type) => type.Scale == 0 ? type : Bounded(IntegerDigits(type) + 1, 0);

    /// <summary>The result of rounding to a number of digits after the point, negative for digits before it.</summary>
    public static DecimalType Round(DecimalType type, int digits)
    {
        var integerDigits = IntegerDigits(type) + 1;
        return digits < 0
            ? Bounded(Math.Max(integerDigits, 1 - digits), 0)
            : Bounded(integerDigits + Math.Min(type.Scale, digits), Math.Min(type.Scale, digits));
    }

    /// <summary>A type that holds both, whole digits kept first where 38 are not enough.</summary>
    public static DecimalType Widest(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var precision = Math.Max(IntegerDigits(left), IntegerDigits(right)) + scale;
        return precision <= DecimalType.MaxPrecision
            ? new DecimalType(precision, scale)
            : new DecimalType(DecimalType.MaxPrecision, Math.Max(0, scale - (precision - DecimalType.MaxPrecision)));
    }

    private static int IntegerDigits(DecimalType type) => type.Precision - type.Scale;

    private static DecimalType Bounded(int precision, int scale) =>
        new(Math.Min(precision, DecimalType.MaxPrecision), Math.Min(scale, DecimalType.MaxPrecision));

    private static DecimalType Adjust(int precision, int scale)
    {
        if (precision <= DecimalType.MaxPrecision)
        {
            return new DecimalType(precision, scale);
        }

        var integerDigits = precision - scale;
        return new DecimalType(DecimalType.MaxPrecision, Math.Max(DecimalType.MaxPrecision - integerDigits, Math.Min(scale, MinimumAdjustedScale)));
    }
}
