using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// Columns that nothing above uses are not made. Spark leaves out most by itself, but not the names of files once a plan has asked for them, and not what another rewrite has joined.
/// </summary>
internal static class UnusedColumns
{
    public static Relation Apply(Relation plan) => Keep(plan, Ids(plan.Output));

    private static Relation Keep(Relation relation, HashSet<long> used)
    {
        switch (relation)
        {
            case Project project:
                var kept = project.Expressions.Where(expression => used.Contains(expression.Output.Id) || expression.Value.MakesRows()).ToList();
                kept = kept.Count > 0 ? kept : [project.Expressions[0]];
                return new Project(Keep(project.Input, Ids(kept.SelectMany(expression => expression.Value.Columns()))), [.. kept]);
            case Filter filter:
                return filter with { Input = Keep(filter.Input, [.. used, .. Ids(filter.Condition.Columns())]) };
            case Sort sort:
                return sort with { Input = Keep(sort.Input, [.. used, .. Ids(sort.Order.SelectMany(order => order.Columns()))]) };
            case Join join:
                HashSet<long> ofBoth = [.. used, .. Ids(join.Condition?.Columns() ?? [])];
                return new Join(Keep(join.Left, ofBoth), Keep(join.Right, ofBoth), join.Kind, join.Condition);
            case Aggregate aggregate:
                var given = aggregate.Expressions.Select(expression => expression.Value).Concat(aggregate.GroupBy);
                return aggregate with { Input = Keep(aggregate.Input, Ids(given.SelectMany(value => value.Columns()))) };
            case Limit or SubqueryAlias or Sample:
                return relation.MapInputs(input => Keep(input, used));
            default:
                return relation.MapInputs(Apply);
        }
    }

    private static HashSet<long> Ids(IEnumerable<AttributeReference> columns) => [.. columns.Select(column => column.Id)];
}
