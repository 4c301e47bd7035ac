namespace SparkAnalytics.Delta;

/// <summary>The table needs features that this library does not have, or a change needs one that the table does not have.</summary>
public sealed class UnsupportedTableFeatureException : Exception
{
    internal UnsupportedTableFeatureException(string table, string purpose, IReadOnlyList<string> features)
        : base($"The Delta table '{table}' cannot be {purpose}: it uses {string.Join(", ", features)}, which is not supported here. Use an engine that supports it, or drop the feature from the table.")
    {
        Features = features;
    }

    private UnsupportedTableFeatureException(string message, string feature)
        : base(message) => Features = [feature];

    /// <summary>The names of the features, as the Delta protocol spells them.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>A feature that is supported, but that the table has not.</summary>
    internal static UnsupportedTableFeatureException Lacking(string table, string feature, string remedy) =>
        new($"The Delta table '{table}' does not have the feature {feature}, which this change needs. {remedy}", feature);

    /// <summary>A rule for rows that an engine does not understand, so that it cannot tell which rows the table takes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="feature">The feature that the rule belongs to: <c>checkConstraints</c> or <c>invariants</c>.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="text">The rule as the table holds it.</param>
    /// <param name="problem">What is not understood, without a full stop.</param>
    /// <returns>The error.</returns>
    public static UnsupportedTableFeatureException Rule(string table, string feature, string rule, string text, string problem) =>
        new($"The Delta table '{table}' cannot be written: of its {feature}, '{rule}' ({text}) is not understood here: {problem}. Use an engine that supports it, or drop it from the table.", feature);
}
