using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate that differs least, the first of equals; null if none is close.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What there is.</param>
    /// <returns>The candidate, or null.</returns>
    public static string? Of(string name, IEnumerable<string> candidates) => NearestNames.Close(name, candidates);
}
