using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Which explicit casts Spark allows with ANSI on.</summary>
internal static class CastRules
{
    public static Cast Check(Cast cast) => IsPossible(cast.Child.Type, cast.To)
        ? cast
        : throw new AnalysisException($"{ExpressionName.Of(cast)}: {cast.Child.Type.SimpleString} cannot be cast to {cast.To.SimpleString}.");

    private static bool IsPossible(DataType from, DataType to) => (from, to) switch
    {
        _ when from.IsSameAs(to) => true,
        (NullType, _) or (_, StringType) => true,
        (StringType, _) => to.IsAtomic(),
        (BinaryType, _) => false,
        (_, BinaryType) => from.IsIntegral(),
        (BooleanType, _) => to.IsNumeric(),
        (_, BooleanType) => from.IsNumeric(),
        _ when from.IsNumeric() => to.IsNumeric() || to is TimestampType || (to is DayTimeIntervalType && from.IsIntegral()),
        (DateType, _) => to.IsTimestamp(),
        _ when from.IsTimestamp() => to is DateType || to.IsTimestamp() || (from is TimestampType && to.IsNumeric()),
        (DayTimeIntervalType, _) => to.IsIntegral() || to is DecimalType,
        (ArrayType one, ArrayType two) => IsPossible(one.ElementType, two.ElementType),
        (MapType one, MapType two) => IsPossible(one.KeyType, two.KeyType) && IsPossible(one.ValueType, two.ValueType),
        (StructType one, StructType two) => one.Fields.Count == two.Fields.Count && one.Fields.Zip(two.Fields).All(pair => IsPossible(pair.First.DataType, pair.Second.DataType)),
        _ => false,
    };
}
