using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Embedded.Dialect;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Counts of a command by Spark's names.</summary>
internal static class Metrics
{
    public static ImmutableDictionary<string, long> Of(params IEnumerable<(string Name, long Count)> counts) =>
        counts.ToImmutableDictionary(count => count.Name, count => count.Count, StringComparer.Ordinal);

    /// <summary>As the log holds them.</summary>
    public static IReadOnlyDictionary<string, string?> Texts(IEnumerable<KeyValuePair<string, long>> metrics) =>
        metrics.ToDictionary(metric => metric.Key, string? (metric) => metric.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
