namespace SparkAnalytics.Sql.Types;

/// <summary>One named member of a <see cref="StructType"/>, so also one column of a table.</summary>
/// <param name="Name">The name, kept as written and matched without regard to case.</param>
/// <param name="DataType">The type.</param>
/// <param name="IsNullable">Whether values may be NULL.</param>
public sealed record StructField(string Name, DataType DataType, bool IsNullable = true);
