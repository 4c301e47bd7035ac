namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>What a Spark server cannot do for us, with reasons.</summary>
internal static class Unsupported
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
