using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Groups of types, and what a type becomes as a decimal.</summary>
internal static class TypeFacts
{
    private static readonly string[] s_widening = ["tinyint", "smallint", "int", "bigint", "float", "double"];

    public static bool IsIntegral(this DataType type) => type is ByteType or ShortType or IntegerType or LongType;

    public static bool IsFloating(this DataType type) => type is FloatType or DoubleType;

    public static bool IsNumeric(this DataType type) => type.IsIntegral() || type.IsFloating() || type is DecimalType;

    public static bool IsTimestamp(this DataType type) => type is TimestampType or TimestampNtzType;

    public static bool IsAtomic(this DataType type) => type is not (ArrayType or MapType or StructType or NullType);

    /// <summary>Whether two types describe the same values, nullability inside them aside.</summary>
    public static bool IsSameAs(this DataType type, DataType other) => type.SimpleString == other.SimpleString;

    /// <summary>The place in Spark's widening order tinyint, smallint, int, bigint, float, double; -1 for other types.</summary>
    public static int WideningRank(this DataType type) => Array.IndexOf(s_widening, type.SimpleString);

    /// <summary>The decimal that holds every value of a numeric type.</summary>
    public static DecimalType AsDecimal(this DataType type) => type switch
    {
        DecimalType same => same,
        ByteType => new DecimalType(3, 0),
        ShortType => new DecimalType(5, 0),
        IntegerType => new DecimalType(10, 0),
        LongType => new DecimalType(20, 0),
        FloatType => new DecimalType(14, 7),
        DoubleType => new DecimalType(30, 15),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The type is not numeric."),
    };

    /// <summary>As <see cref="AsDecimal(DataType)"/>, but a whole-number literal counts only the digits that it has (Spark: <c>DecimalType.fromLiteral</c>).</summary>
    public static DecimalType AsDecimal(this Expression expression) =>
        expression is Literal { Value: not null } literal && literal.DataType.IsIntegral()
            ? new DecimalType(Math.Abs(Convert.ToDecimal(literal.Value, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length, 0)
            : expression.Type.AsDecimal();
}
