using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Questions about expression trees.</summary>
internal static class Trees
{
    /// <summary>Whether a node of that kind stands anywhere in the tree.</summary>
    public static bool Holds<T>(Expression expression)
        where T : Expression => expression is T || expression.Children.Any(Holds<T>);

    /// <summary>The columns that a tree uses.</summary>
    public static IEnumerable<AttributeReference> Columns(Expression expression) =>
        expression is AttributeReference column ? [column] : expression.Children.SelectMany(Columns);

    /// <summary>The parts of a condition that must all be true.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression condition) => condition is FunctionCall { Name: "and" } both
        ? both.Arguments.SelectMany(Conjuncts)
        : [condition];
}
