using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>All rewrites, in the order in which a plan passes them before it is compiled.</summary>
/// <param name="run">Runs a plan for its rows, where a rewrite depends on what stands in the files.</param>
internal sealed class RewritePipeline(Func<Relation, IEnumerable<Row>> run)
{
    private readonly (string Name, Func<Relation, Relation> Apply)[] _rewrites =
    [
        ("input file names", InputFileNames.Apply),
        ("unused columns", UnusedColumns.Apply),
        ("members of JSON lines", JsonMemberMaps.Apply),
        ("JSON members", JsonMembers.Apply),
        ("unions of files", FileUnions.Apply),
        ("known texts", new KnownTexts(run).Apply),
        ("held filters", HeldFilters.Apply),
        ("deduplications", Deduplications.Apply),
    ];

    /// <summary>The plan to compile.</summary>
    public Relation Apply(Relation plan) => _rewrites.Aggregate(plan, (rewritten, rewrite) => rewrite.Apply(rewritten));
}
