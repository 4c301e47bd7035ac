using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Makes aggregations. Keys that are no columns are computed by a projection below, so that an engine groups by columns only.</summary>
internal static class Grouping
{
    public static Relation Aggregate(Relation input, GroupKind kind, IReadOnlyList<Column> keys, IReadOnlyList<Column> aggregates)
    {
        var resolver = new ExpressionResolver(input.Output);
        var named = keys.SelectMany(key => Generators.Expand(resolver, key)).Select(item => Projection.Named(resolver, item)).ToList();
        foreach (var key in named.Where(key => key.Value.SelfAndBelow().Any(part => part.IsAggregate() || part is WindowExpression)))
        {
            throw new AnalysisException($"The key '{key.Output.Name}' holds an aggregate or a window function: compute it as a column first.");
        }

        var computed = named.Where(key => key.Value is not AttributeReference || key.Output.Id != ((AttributeReference)key.Value).Id).ToList();
        var below = computed.Count == 0 ? input : new Project(input, [.. input.Output.Select(Projection.Keep), .. computed]);
        var groups = named.Select(key => key.Output).ToImmutableArray();
        var results = aggregates.SelectMany(aggregate => Generators.Expand(resolver, aggregate)).Select(item => Result(resolver, item, named));
        return Split(new Aggregate(below, kind, [.. groups], [.. groups.Select(key => Key(key, kind)), .. results]));
    }

    private static NamedExpression Key(AttributeReference key, GroupKind kind) => new(kind == GroupKind.GroupBy ? key : key with { IsNullable = true }, key);

    private static NamedExpression Result(ExpressionResolver resolver, SelectItem item, List<NamedExpression> keys)
    {
        var made = Projection.Named(resolver, item);
        var value = Grouped(made.Value, keys, ExpressionName.OfColumn(item.Written));
        return value is AttributeReference same && same.Id == made.Output.Id ? new NamedExpression(made.Output, value) : Projection.Make(made.Output.Name, value);
    }

    /// <summary>The expression with keys as columns; anything else outside aggregates is refused.</summary>
    private static Expression Grouped(Expression expression, List<NamedExpression> keys, string where)
    {
        if (keys.Find(key => ExpressionEquality.AreSame(key.Value, expression)) is { } found)
        {
            return found.Output;
        }

        if (expression.IsAggregate())
        {
            return WithKeys((FunctionCall)expression, keys);
        }

        return expression switch
        {
            AttributeReference column => throw new AnalysisException(
                $"The column '{column.Name}' in '{where}' is neither a key of the group nor inside an aggregate; the keys are: {NearestNames.List(column.Name, keys.Select(key => key.Output.Name))}. Group by it or use First."),
            WindowExpression window => window with
            {
                Function = window.Function with { Arguments = [.. window.Function.Arguments.Select(argument => Grouped(argument, keys, where))] },
                PartitionBy = [.. window.PartitionBy.Select(key => Grouped(key, keys, where))],
                OrderBy = [.. window.OrderBy.Select(order => order with { Child = Grouped(order.Child, keys, where) })],
            },
            _ => expression.MapChildren(child => Grouped(child, keys, where)),
        };
    }

    private static FunctionCall WithKeys(FunctionCall aggregate, List<NamedExpression> keys)
    {
        foreach (var inner in aggregate.Arguments.SelectMany(argument => argument.SelfAndBelow()))
        {
            if (inner.IsAggregate() || inner is WindowExpression || ExpressionResolver.IsWindowOnly(inner))
            {
                throw new AnalysisException($"'{ExpressionName.Of(aggregate)}' holds '{ExpressionName.Of(inner)}': compute the inner one as a column first.");
            }
        }

        return aggregate.Name switch
        {
            "grouping_id" => aggregate with { Arguments = [.. keys.Select(key => (Expression)key.Output)] },
            "grouping" when keys.Find(key => ExpressionEquality.AreSame(key.Value, aggregate.Arguments[0])) is { } key => aggregate with { Arguments = [key.Output] },
            "grouping" => throw new AnalysisException($"'{ExpressionName.Of(aggregate)}': the column is no key of the group."),
            _ => aggregate,
        };
    }

    /// <summary>Windows over aggregates go into a projection above, whose input holds the aggregates as columns.</summary>
    private static Relation Split(Aggregate plan)
    {
        if (!plan.Expressions.Any(expression => expression.Value.SelfAndBelow().Any(part => part is WindowExpression)))
        {
            return plan;
        }

        var below = plan.Expressions.Where(expression => expression.Value is AttributeReference).ToList();
        var above = plan.Expressions.Select(expression => expression.Value is AttributeReference ? Projection.Keep(expression.Output) : expression with { Value = Lift(expression.Value, below) }).ToList();
        return new Project(plan with { Expressions = [.. below] }, [.. above]);
    }

    private static Expression Lift(Expression expression, List<NamedExpression> below)
    {
        if (expression is WindowExpression window)
        {
            return window with
            {
                Function = window.Function with { Arguments = [.. window.Function.Arguments.Select(argument => Lift(argument, below))] },
                PartitionBy = [.. window.PartitionBy.Select(key => Lift(key, below))],
                OrderBy = [.. window.OrderBy.Select(order => order with { Child = Lift(order.Child, below) })],
            };
        }

        if (!expression.IsAggregate())
        {
            return expression.MapChildren(child => Lift(child, below));
        }

        if (below.Find(made => ExpressionEquality.AreSame(made.Value, expression)) is not { } found)
        {
            found = Projection.Make(ExpressionName.Of(expression), expression);
            below.Add(found);
        }

        return found.Output;
    }
}
