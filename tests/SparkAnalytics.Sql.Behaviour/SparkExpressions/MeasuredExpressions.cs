namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>What Spark was measured to give, and the same expressions as columns.</summary>
internal static class MeasuredExpressions
{
    /// <summary>The text that Spark gives for each expression, or null for NULL.</summary>
    public static IReadOnlyDictionary<string, string?> Texts { get; } = Read();

    public static IReadOnlyDictionary<string, Column> Columns { get; } = SparkCasts.All.Concat(SparkJson.All).Concat(SparkOthers.All).ToDictionary();

    private static Dictionary<string, string?> Read()
    {
        using var reader = new StreamReader(typeof(MeasuredExpressions).Assembly.GetManifestResourceStream("spark-expressions.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToDictionary(
                parts => parts[0],
                parts => parts[1] == "NULL" ? null : parts[1].Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal));
    }
}
