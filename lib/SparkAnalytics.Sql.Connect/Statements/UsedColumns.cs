using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>The columns that the projections and conditions of a plan use.</summary>
internal static class UsedColumns
{
    public static HashSet<long> Of(IEnumerable<Relation> plans) => [.. plans.SelectMany(Expressions).SelectMany(expression => expression.Columns()).Select(column => column.Id)];

    private static IEnumerable<Expression> Expressions(Relation relation)
    {
        IEnumerable<Expression> own = relation switch
        {
            Project project => project.Expressions.Select(expression => expression.Value),
            Filter filter => [filter.Condition],
            _ => [],
        };
        return own.Concat(relation.Inputs.SelectMany(Expressions));
    }
}
