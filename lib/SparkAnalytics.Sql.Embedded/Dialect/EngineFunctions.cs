namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions that no program can call: only rewrites put them into plans.</summary>
internal static class EngineFunctions
{
    /// <summary>A list of several members of one JSON text, read in one pass.</summary>
    public const string JsonValues = "json values of rewrite";

    /// <summary>An item of that list, from 1.</summary>
    public const string JsonValue = "json value of rewrite";

    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>(StringComparer.Ordinal)
    {
        [JsonValues] = Translations.Same("spark_json_values"),
        [JsonValue] = Translations.Template("{0}[{1}]"),
    };
}
