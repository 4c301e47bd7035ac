namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Spark's functions that this engine does not have, each with its reason.</summary>
internal static class Unsupported
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["hash"] = "never, because Spark's Murmur3 would have to be kept forever for a value nobody should store; use xxhash64",
        ["input_file_name"] = "it is looked up as a hidden column of a file source, which this place of the plan does not have",
        ["soundex"] = "could be written in C#; nobody asked",
        ["format_string"] = "could be written in C#; printf of Java differs from DuckDB's in most conversions",
        ["from_csv"] = "could; read files with Read().Csv instead",
        ["to_csv"] = "could; write files with Write().Csv instead",
        ["schema_of_csv"] = "could; nobody asked",
        ["schema_of_json"] = "could; nobody asked",
        ["randn"] = "could; DuckDB has no normal distribution, and Spark's numbers are of its own generator",
        ["shuffle"] = "could; DuckDB has no random order of a list",
        ["spark_partition_id"] = "never, because there are no partitions",
        ["percentile_approx"] = "never, because an approximation would differ from Spark's; use percentile",
    };
}
