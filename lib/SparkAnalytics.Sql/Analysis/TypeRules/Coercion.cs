using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Spark's implicit conversions with ANSI on (<c>AnsiTypeCoercion</c>), made explicit as <see cref="Cast"/> nodes.</summary>
internal static class Coercion
{
    /// <summary>The type that values of both types can be brought to, or null.</summary>
    public static DataType? Common(DataType left, DataType right)
    {
        if (left is NullType || right is NullType)
        {
            return left is NullType ? right : left;
        }

        return (left, right) switch
        {
            (ArrayType one, ArrayType two) => Common(one.ElementType, two.ElementType) is { } element ? new ArrayType(element, one.ContainsNull || two.ContainsNull) : null,
            (MapType one, MapType two) => CommonMap(one, two),
            (StructType one, StructType two) => CommonStruct(one, two),
            _ when left == right => left,
            (DecimalType one, DecimalType two) => DecimalRules.Widest(one, two),
            (DecimalType, _) when right.IsFloating() => new DoubleType(),
            (_, DecimalType) when left.IsFloating() => new DoubleType(),
            (DecimalType one, _) when right.IsIntegral() => DecimalRules.Widest(one, right.AsDecimal()),
            (_, DecimalType two) when left.IsIntegral() => DecimalRules.Widest(left.AsDecimal(), two),
            (FloatType, _) when right.IsIntegral() => new DoubleType(),
            (_, FloatType) when left.IsIntegral() => new DoubleType(),
            _ when left.IsNumeric() && right.IsNumeric() => left.WideningRank() > right.WideningRank() ? left : right,
            (DateType, _) when right.IsTimestamp() => right,
            (_, DateType) when left.IsTimestamp() => left,
            _ when left.IsTimestamp() && right.IsTimestamp() => new TimestampType(),
            (StringType, _) => FromText(right),
            (_, StringType) => FromText(left),
            _ => null,
        };
    }

    /// <summary>The type that all expressions can be brought to, or null.</summary>
    public static DataType? Common(IEnumerable<DataType> types) =>
        types.Aggregate((DataType?)new NullType(), (common, type) => common is null ? null : Common(common, type));

    /// <summary>The expression as a wanted type: itself, a converted constant, or a cast.</summary>
    public static Expression To(Expression expression, DataType type) => expression switch
    {
        _ when expression.Type.IsSameAs(type) => expression,
        Literal literal when Constant(literal, type) is { } converted => converted,
        SortOrder order => order with { Child = To(order.Child, type) },
        _ => new Cast(expression, type),
    };

    /// <summary>Whether a value of one type may be used where another is wanted, without a cast in the query.</summary>
    public static bool IsImplicit(DataType from, DataType to) => (from, to) switch
    {
        _ when from.IsSameAs(to) => true,
        (NullType, _) => true,
        (StringType, _) => to.IsAtomic(),
        (_, StringType) => from.IsAtomic() && from is not BinaryType,
        _ when from.IsNumeric() && to.IsNumeric() => true,
        _ when (from is DateType || from.IsTimestamp()) && (to is DateType || to.IsTimestamp()) => true,
        (ArrayType one, ArrayType two) => IsImplicit(one.ElementType, two.ElementType),
        (MapType one, MapType two) => IsImplicit(one.KeyType, two.KeyType) && IsImplicit(one.ValueType, two.ValueType),
        (StructType one, StructType two) => one.Fields.Count == two.Fields.Count && one.Fields.Zip(two.Fields).All(pair => IsImplicit(pair.First.DataType, pair.Second.DataType)),
        _ => false,
    };

    private static DataType? FromText(DataType other) => other switch
    {
        _ when other.IsIntegral() => new LongType(),
        FloatType or DoubleType or DecimalType => new DoubleType(),
        DayTimeIntervalType => null,
        _ => other.IsAtomic() ? other : null,
    };

    private static MapType? CommonMap(MapType one, MapType two) =>
        Common(one.KeyType, two.KeyType) is { } key && Common(one.ValueType, two.ValueType) is { } value
            ? new MapType(key, value, one.ValueContainsNull || two.ValueContainsNull)
            : null;

    private static StructType? CommonStruct(StructType one, StructType two)
    {
        if (one.Fields.Count != two.Fields.Count)
        {
            return null;
        }

        var members = one.Fields.Zip(two.Fields, (first, second) => (first, second, type: Common(first.DataType, second.DataType))).ToList();
        return members.TrueForAll(member => member.type is not null && member.first.Name.Equals(member.second.Name, StringComparison.OrdinalIgnoreCase))
            ? new StructType(members.Select(member => new StructField(member.first.Name, member.type!, member.first.IsNullable || member.second.IsNullable)))
            : null;
    }

    private static Literal? Constant(Literal literal, DataType type)
    {
        if (literal.Value is null)
        {
            return literal with { DataType = type };
        }

        if (!literal.DataType.IsIntegral())
        {
            return null;
        }

        var value = Convert.ToInt64(literal.Value, CultureInfo.InvariantCulture);
        return type switch
        {
            ShortType when value is >= short.MinValue and <= short.MaxValue => new Literal((short)value, type),
            IntegerType when value is >= int.MinValue and <= int.MaxValue => new Literal((int)value, type),
            LongType => new Literal(value, type),
            DoubleType when Math.Abs((double)value) < 1L << 53 => new Literal((double)value, type),
            DecimalType wanted when literal.AsDecimal().Precision <= wanted.Precision - wanted.Scale => new Literal(DecimalValues.Of(value * System.Numerics.BigInteger.Pow(10, wanted.Scale), wanted), type),
            _ => null,
        };
    }
}
