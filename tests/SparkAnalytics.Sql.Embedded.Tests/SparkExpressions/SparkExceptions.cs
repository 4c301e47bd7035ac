namespace SparkAnalytics.Sql.Embedded.Tests.SparkExpressions;

/// <summary>Measured expressions that give another text here, each with its reason. An expression that has come to agree makes the test fail.</summary>
internal static class SparkExceptions
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
    };
}
