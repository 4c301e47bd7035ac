using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>A table in words.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Grain">What one row is.</param>
/// <param name="Meaning">What the table is for.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record TableDescription(string Name, string Grain, string Meaning, ImmutableArray<ColumnDescription> Columns);
