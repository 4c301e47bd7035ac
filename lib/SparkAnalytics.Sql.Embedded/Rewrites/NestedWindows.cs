using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>A window function over another one becomes two projections, as DuckDB takes no window inside a window: the inner one is computed first, under a name of its own.</summary>
internal static class NestedWindows
{
    public static Relation Apply(Relation relation)
    {
        var inner = relation.MapInputs(Apply);
        return inner is Project project ? Split(project) : inner;
    }

    /// <summary>One projection, its windows over windows moved below it.</summary>
    public static Project Split(Project project)
    {
        var inner = new List<NamedExpression>();
        var outer = project.Expressions.Select(expression => expression with { Value = Lift(expression.Value, isInside: false, inner) }).ToImmutableArray();
        if (inner.Count == 0)
        {
            return project;
        }

        // Hidden columns of a file are in no output, so they are kept where an expression uses them.
        var kept = project.Input.Output.Concat(project.Expressions.SelectMany(expression => expression.Value.Columns()))
            .DistinctBy(column => column.Id)
            .Select(column => new NamedExpression(column, column));
        return new Project(new Project(project.Input, [.. kept, .. inner]), outer);
    }

    private static Expression Lift(Expression expression, bool isInside, List<NamedExpression> inner)
    {
        if (expression is WindowExpression window && isInside)
        {
            var known = inner.Find(named => Equals(named.Value, window)) ?? new NamedExpression(AttributeReference.Create("inner_window", window.Type), window);
            if (!inner.Contains(known))
            {
                inner.Add(known);
            }

            return known.Output;
        }

        return expression.Holds<WindowExpression>() ? expression.MapChildren(child => Lift(child, isInside || expression is WindowExpression, inner)) : expression;
    }
}
