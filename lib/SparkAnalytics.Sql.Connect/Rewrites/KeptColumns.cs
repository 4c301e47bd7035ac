using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>What a projection put in between hands on.</summary>
internal static class KeptColumns
{
    /// <summary>All columns of a relation, each once, and the hidden name of the file that a source has.</summary>
    public static IEnumerable<NamedExpression> Of(Relation relation) =>
        relation.Output.Concat(Hidden(relation)).DistinctBy(column => column.Id).Select(column => new NamedExpression(column, column));

    /// <summary>The file's name, which is no column of a source but may be asked of it.</summary>
    private static IEnumerable<AttributeReference> Hidden(Relation relation) => relation switch
    {
        Read read => [read.FileName],
        Filter or SubqueryAlias or Sort or Limit or Hint or Repartition => Hidden(relation.Inputs.Single()),
        _ => [],
    };
}
