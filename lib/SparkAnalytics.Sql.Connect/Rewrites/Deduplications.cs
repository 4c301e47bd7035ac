using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// Where whole rows are kept once for each key, rows are spread by the key first: Spark sorts wide rows for such an aggregate before the exchange and behind it, and so but once.
/// </summary>
internal static class Deduplications
{
    public static Relation Apply(Relation relation) => relation.MapInputs(Apply) switch
    {
        Deduplicate { Keys: var keys, Input: not Repartition } whole when !keys.IsEmpty && whole.Output.Length > keys.Length =>
            whole with { Input = new Repartition(whole.Input, null, [.. keys.Select(key => new SortOrder(key, true, true))], ByRange: false, Shuffle: true) },
        var other => other,
    };
}
