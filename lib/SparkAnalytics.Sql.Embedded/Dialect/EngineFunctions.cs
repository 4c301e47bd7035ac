using SparkAnalytics.Sql.Embedded.Native.Gathering;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions that no program can call: only rewrites put them into plans.</summary>
internal static class EngineFunctions
{
    /// <summary>A list of several members of one JSON text, read in one pass.</summary>
    public const string JsonValues = "json values of rewrite";

    /// <summary>The same of a JSON object by RFC 8259; NULL where the text is none.</summary>
    public const string StrictJsonValues = "strict json values of rewrite";

    /// <summary>An item of that list, from 1.</summary>
    public const string JsonValue = "json value of rewrite";

    /// <summary>Whether a key comes for the first time to the set of keys of a number; true for NULL.</summary>
    public const string IsFirstKey = "is first key of rewrite";

    /// <summary>Puts a row aside, of which the number of the gathered rows, its place and its texts are given; false.</summary>
    public const string GatherRow = "gather row of rewrite";

    /// <summary>A whole number by place, of the values of a number.</summary>
    public const string PlacedValue = "placed value of rewrite";

    /// <summary>Of a group the first argument of the row that comes first by the others.</summary>
    public const string FirstBy = "first by of rewrite";

    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>(StringComparer.Ordinal)
    {
        [JsonValues] = Translations.Same("spark_json_values"),
        [StrictJsonValues] = Translations.Same("spark_json_strict_values"),
        [IsFirstKey] = Translations.Template("(spark_is_first_key({0}, {1}) IS NOT FALSE)"),
        [GatherRow] = call => $"spark_gather_row({call[0]}, {call[1]}, {GatheringFunctions.Packed(Enumerable.Range(2, call.Count - 2).Select(index => call[index]))})",
        [PlacedValue] = Translations.Typed("spark_placed({0}, {1})"),
        [FirstBy] = call => $"arg_min({call[0]}, create_sort_key({string.Join(", ", Enumerable.Range(1, call.Count - 1).Select(index => SortKey((Plans.SortOrder)call.Argument(index), call)))}))",
        [JsonValue] = Translations.Template("{0}[{1}]"),
    };
    private static string SortKey(Plans.SortOrder order, CallSql call) =>
        $"{call.Compile(order.Child)}, '{(order.Ascending ? "ASC" : "DESC")} {(order.NullsFirst ? "NULLS FIRST" : "NULLS LAST")}'";
}
