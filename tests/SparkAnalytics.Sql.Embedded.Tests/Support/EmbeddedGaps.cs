namespace SparkAnalytics.Sql.Embedded.Tests.Support;

/// <summary>What the embedded engine does otherwise or not at all, each with its reason; so far, nothing.</summary>
internal static class EmbeddedGaps
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
