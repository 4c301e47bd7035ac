using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>The place of a row among those of the one source below, which the relations in between hand on.</summary>
internal static class RowPlaces
{
    /// <summary>The hidden column with the place; null where rows come from several sources or another kind, or are not all those of the source, one by one.</summary>
    public static AttributeReference? Find(Relation relation) => relation switch
    {
        Read { Format: var format } read when format.Equals("parquet", StringComparison.OrdinalIgnoreCase) => HiddenColumns.Place(read),
        Cached { Output.IsEmpty: false } kept => HiddenColumns.Place(kept),
        Project project when project.Expressions.Any(expression => expression.Value.MakesRows()) => null,
        Project or SubqueryAlias or Hint or Repartition => Find(relation.Inputs.Single()),
        _ => null,
    };

    /// <summary>The rows with the place of each as one more column.</summary>
    public static Relation Carry(Relation relation, AttributeReference place) => relation is Project project
        ? new Project(Carry(project.Input, place), [.. project.Expressions, new NamedExpression(place, place)])
        : relation.MapInputs(input => Carry(input, place));
}
