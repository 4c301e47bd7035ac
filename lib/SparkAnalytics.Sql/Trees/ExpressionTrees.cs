using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Trees;

/// <summary>Questions about expression trees that every compiler of plans asks.</summary>
public static class ExpressionTrees
{
    /// <summary>An expression and everything below it, parents first.</summary>
    /// <param name="expression">The root.</param>
    /// <returns>The nodes.</returns>
    public static IEnumerable<Expression> SelfAndBelow(this Expression expression) =>
        expression.Children.SelectMany(SelfAndBelow).Prepend(expression);

    /// <summary>Whether a node of a kind stands anywhere in a tree, its root included.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="expression">The root.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Holds<T>(this Expression expression)
        where T : Expression => expression.SelfAndBelow().Any(part => part is T);

    /// <summary>The columns that a tree uses, in order; one that is used twice comes twice.</summary>
    /// <param name="expression">The root.</param>
    /// <returns>The columns.</returns>
    public static IEnumerable<AttributeReference> Columns(this Expression expression) =>
        expression.SelfAndBelow().OfType<AttributeReference>();

    /// <summary>Whether a column of a projection makes rows (<c>explode</c>), so that it counts even where nobody reads it.</summary>
    /// <param name="value">The column's value.</param>
    /// <returns>Whether it does.</returns>
    public static bool MakesRows(this Expression value) => value.SelfAndBelow().Any(part => part is FunctionCall { Name: "explode" or "explode_outer" });

    /// <summary>Whether a tree gives a row the same value wherever and with whichever other rows it is computed; windows are not looked at.</summary>
    /// <param name="expression">The root.</param>
    /// <returns>False where a function in it draws or counts.</returns>
    public static bool IsSteady(this Expression expression) =>
        !expression.SelfAndBelow().Any(part => part is FunctionCall { Name: "rand" or "randn" or "shuffle" or "uuid" or "monotonically_increasing_id" or "spark_partition_id" });

    /// <summary>The parts of a condition that must all be true.</summary>
    /// <param name="condition">A boolean.</param>
    /// <returns>The parts, in order; the condition itself where it is no conjunction.</returns>
    public static IEnumerable<Expression> Conjuncts(this Expression condition) => condition is FunctionCall { Name: "and" } both
        ? both.Arguments.SelectMany(Conjuncts)
        : [condition];
}
