using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Looks up names and types of conditions that do not come from a program but from a table, such as its constraints.</summary>
public static class ConditionResolver
{
    /// <summary>A condition over columns, with every name found and every node typed.</summary>
    /// <param name="condition">The condition, its names still open.</param>
    /// <param name="columns">The columns that it may use.</param>
    /// <param name="where">What the condition is, at the beginning of messages: <c>The constraint</c>.</param>
    /// <returns>The condition, a boolean.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous, a type does not fit, or the condition is no boolean of a single row.</exception>
    public static Expression Resolve(Expression condition, IReadOnlyList<AttributeReference> columns, string where) =>
        new ExpressionResolver(columns).ResolveCondition(condition, where);
}
