namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>A column in words.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type in Spark's short form, e.g. <c>decimal(18,2)</c>.</param>
/// <param name="Meaning">What it holds.</param>
public sealed record ColumnDescription(string Name, string Type, string Meaning);
