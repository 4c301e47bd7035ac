using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>What Spark must not take to another place in a plan, since it is not deterministic there; it decides nothing.</summary>
internal static class Undetermined
{
    private static readonly LongType s_long = new();

    /// <summary>Some number that is not negative.</summary>
    public static Expression Number { get; } = new FunctionCall("monotonically_increasing_id", []) { ResultType = s_long, IsNullable = false };

    /// <summary>A condition on that number which always holds.</summary>
    /// <param name="number">The number, or a column that holds it.</param>
    public static Expression Always(Expression number) => new FunctionCall(">=", [number, new Literal(0L, s_long)]) { ResultType = new BooleanType(), IsNullable = false };
}
