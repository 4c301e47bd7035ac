namespace SparkAnalytics.Delta;

/// <summary>The table needs features that this library does not have.</summary>
public sealed class UnsupportedTableFeatureException : Exception
{
    internal UnsupportedTableFeatureException(string table, string purpose, IReadOnlyList<string> features)
        : base($"The Delta table '{table}' cannot be {purpose}: it uses {string.Join(", ", features)}, which is not supported here. Use an engine that supports it, or drop the feature from the table.")
    {
        Features = features;
    }

    /// <summary>The names of the features, as the Delta protocol spells them.</summary>
    public IReadOnlyList<string> Features { get; }
}
