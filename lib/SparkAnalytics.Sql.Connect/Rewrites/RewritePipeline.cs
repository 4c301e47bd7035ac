using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>All rewrites, in the order in which a plan passes them before it is compiled.</summary>
internal static class RewritePipeline
{
    private static readonly (string Name, Func<Relation, Relation> Apply)[] s_rewrites =
    [
        ("input file names", InputFileNames.Apply),
        ("members of JSON lines", JsonMemberMaps.Apply),
        ("JSON members", JsonMembers.Apply),
    ];

    /// <summary>The plan to compile.</summary>
    public static Relation Apply(Relation plan) => s_rewrites.Aggregate(plan, (rewritten, rewrite) => rewrite.Apply(rewritten));
}
