using SparkAnalytics.Sql.Connect.Sources;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// What stands above a union of text files is planned once: Spark would take every projection and filter below the union, once for each branch, though text files gain nothing by it.
/// Past a filter that is not deterministic it takes only the choice of columns.
/// </summary>
internal static class FileUnions
{
    public static Relation Apply(Relation relation) =>
        IsUnion(relation) && Branches(relation).Any(IsText) ? new Filter(relation, Undetermined.Always(Undetermined.Number)) : relation.MapInputs(Apply);

    private static bool IsUnion(Relation relation) => relation is SetOperation { Kind: SetOperationKind.Union, IsAll: true };

    private static IEnumerable<Relation> Branches(Relation relation) => IsUnion(relation) ? relation.Inputs.SelectMany(Branches) : [relation];

    private static bool IsText(Relation relation) => relation switch
    {
        Read read => read.IsStrictText() || read.IsStrictCsv(),
        Project or Filter or SubqueryAlias => IsText(relation.Inputs.Single()),
        _ => false,
    };
}
