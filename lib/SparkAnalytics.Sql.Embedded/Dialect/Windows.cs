using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions that stand over a window only.</summary>
internal static class Windows
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["row_number"] = TypedAggregate("row_number"),
        ["rank"] = TypedAggregate("rank"),
        ["dense_rank"] = TypedAggregate("dense_rank"),
        ["percent_rank"] = Aggregate("percent_rank"),
        ["cume_dist"] = Aggregate("cume_dist"),
        ["ntile"] = TypedAggregate("ntile"),
        ["lag"] = call => Neighbour(call, "lag"),
        ["lead"] = call => Neighbour(call, "lead"),
        ["nth_value"] = call => call.Aggregate("nth_value", $"{call[0]}, {call[1]}{IgnoreNulls(call, 2)}"),
    };

    private static string Neighbour(CallSql call, string name)
    {
        var isPlain = call.Count < 3 || call.Argument(2) is Literal { Value: null };
        var offset = call.Count > 1 ? $", {call[1]}" : string.Empty;
        return call.Aggregate(name, $"{call[0]}{offset}{(isPlain ? string.Empty : $", {call[2]}")}{IgnoreNulls(call, 3)}");
    }

    private static string IgnoreNulls(CallSql call, int argument) => call.IsTrue(argument) ? " IGNORE NULLS" : string.Empty;
}
