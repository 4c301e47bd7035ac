namespace SparkAnalytics.Sql.Connect.Tests.Support;

/// <summary>What the engine Spark does otherwise or not at all, each with its reason.</summary>
internal static class SparkGaps
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["try_cast('T12:00' AS TIMESTAMP)"] = "never, because a time alone is of today, and the server's clock is the machine's",
        ["DeltaChangeBehaviour.Vacuum_AfterTheRetention_DeletesWhatNoVersionNeeds"] = "never, because the server's clock is the machine's, and a month would have to pass on it",
        ["OwnFunctionBehaviour.IsJsonObject_WhenNested_GoesAThousandDeep"] = "never, because Spark's parser takes 1000 levels at most, and the lowering needs some of them",
        ["OwnFunctionBehaviour.JsonString_OfSeveralValues_TakesTheStrings"] = "refused with an error, because the values' kinds cannot be told apart in a list",
        ["StrictJsonBehaviour.FromJson_ToText_KeepsMembersAsWritten"] = "never, because Spark's from_json writes objects and numbers anew; only its file source keeps them as written",
    };
}
