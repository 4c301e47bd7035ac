using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <summary>A value computed from the columns of a DataFrame, named and looked up when a DataFrame takes it.</summary>
public sealed partial class Column
{
    /// <summary>Wraps an expression.</summary>
    /// <param name="expression">The expression, its names still open.</param>
    public Column(Expression expression) => Expression = expression;

    /// <summary>The expression.</summary>
    public Expression Expression { get; }
}
