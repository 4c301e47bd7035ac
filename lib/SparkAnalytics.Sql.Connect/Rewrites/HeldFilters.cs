using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// A filter by a column that takes much to compute stays above that column. Spark would take it down to the files, with all that the column is made of written out in its condition,
/// once for each mention, and compute the column once more for the rows that pass. It takes no filter below a projection that is not deterministic.
/// </summary>
internal static class HeldFilters
{
    /// <summary>Parts of a condition, written out, up to which it costs less to ask twice than to compute columns for rows that are left out.</summary>
    private const int MostParts = 30;

    public static Relation Apply(Relation relation) => relation.MapInputs(Apply) switch
    {
        Filter filter when Sizes(filter.Input) is var sizes && Size(filter.Condition, sizes) > MostParts => Held(filter),
        var other => other,
    };

    private static Project Held(Filter filter)
    {
        var held = AttributeReference.Create("held", Undetermined.Number.Type, nullable: false);
        var both = new FunctionCall("and", [filter.Condition, Undetermined.Always(held)]) { ResultType = filter.Condition.Type };
        var kept = KeptColumns.Of(filter.Input).ToList();
        return new Project(new Filter(new Project(filter.Input, [.. kept, new(held, Undetermined.Number)]), both), [.. kept]);
    }

    /// <summary>The parts of each column, written out over what stands below the projections.</summary>
    private static Dictionary<long, double> Sizes(Relation relation)
    {
        switch (relation)
        {
            case Project project:
                var below = Sizes(project.Input);
                return project.Expressions.GroupBy(expression => expression.Output.Id).ToDictionary(group => group.Key, group => Size(group.First().Value, below));
            case Filter or SubqueryAlias or Hint:
                return Sizes(relation.Inputs.Single());
            default:
                return [];
        }
    }

    private static double Size(Expression expression, Dictionary<long, double> sizes) =>
        expression.SelfAndBelow().Sum(part => part is AttributeReference column ? sizes.GetValueOrDefault(column.Id, 1) : 1);
}
