namespace SparkAnalytics.Sql.Plans;

/// <summary>A value and the column that it becomes. A column handed on unchanged keeps its id: <see cref="Output"/> and <see cref="Value"/> then have the same.</summary>
/// <param name="Output">The column made.</param>
/// <param name="Value">Its value over the input's columns.</param>
public sealed record NamedExpression(AttributeReference Output, Expression Value);
