using System.Globalization;
using System.Text;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Printing;

/// <summary>A plan as a tree, one relation a line, the top first.</summary>
internal static class PlanText
{
    public static string Of(Relation plan)
    {
        var text = new StringBuilder();
        Append(text, plan, "", "");
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, Relation plan, string mark, string prefix)
    {
        text.Append(mark).Append(plan.GetType().Name).Append(' ').Append(Describe(plan)).Append('\n');
        var inputs = plan.Inputs.ToList();
        for (var index = 0; index < inputs.Count; index++)
        {
            var isLast = index == inputs.Count - 1;
            Append(text, inputs[index], prefix + (isLast ? "+- " : ":- "), prefix + (isLast ? "   " : ":  "));
        }
    }

    private static string Describe(Relation plan) => plan switch
    {
        Project project => List(project.Expressions.Select(Describe)),
        Filter filter => ExpressionName.Of(filter.Condition),
        Aggregate aggregate => $"{aggregate.Kind} {List(aggregate.GroupBy.Select(ExpressionName.Of))} {List(aggregate.Expressions.Select(Describe))}",
        Join join => $"{join.Kind}{(join.Condition is null ? "" : ", " + ExpressionName.Of(join.Condition))}",
        Sort sort => List(sort.Order.Select(ExpressionName.Of)),
        Limit limit => limit.Count.ToString(CultureInfo.InvariantCulture),
        Deduplicate deduplicate => List(deduplicate.Keys.Select(key => key.Name)),
        SetOperation set => $"{set.Kind}{(set.IsAll ? " all" : "")}",
        SubqueryAlias alias => alias.Name,
        Read read => $"{read.Format} {List(read.Paths)} {Columns(read)}",
        SqlQuery query => query.Text,
        Hint hint => hint.Name,
        Sample sample => string.Create(CultureInfo.InvariantCulture, $"{sample.Fraction}, seed {sample.Seed}"),
        Plans.Range range => string.Create(CultureInfo.InvariantCulture, $"{range.Start} to {range.End} by {range.Step}"),
        TableHistory history => history.Path,
        TableDetail detail => detail.Path,
        _ => Columns(plan),
    };

    private static string Describe(NamedExpression column)
    {
        var value = ExpressionName.Of(column.Value);
        return value == column.Output.Name ? value : $"{value} AS {column.Output.Name}";
    }

    private static string Columns(Relation plan) => List(plan.Output.Select(column => $"{column.Name}: {column.DataType.SimpleString}"));

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
