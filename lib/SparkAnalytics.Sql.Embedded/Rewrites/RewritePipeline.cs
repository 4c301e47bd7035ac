using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Text;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>All rewrites, in the order in which a plan passes them before it is compiled.</summary>
internal static class RewritePipeline
{
    /// <summary>Nested windows come last, since the rewrites for speed look for the plan as it was written.</summary>
    public static IReadOnlyList<Rewrite> Rewrites { get; } =
    [
        new("input file names", RewritePurpose.Correctness, InputFileNames.Apply),
        new("first lines", RewritePurpose.Speed, FirstLines.Apply),
        new("unread contents", RewritePurpose.Speed, UnreadContents.Apply),
        new("JSON paths", RewritePurpose.Speed, JsonPaths.Apply),
        new("shared expressions", RewritePurpose.Speed, SharedExpressions.Apply),
        new("late columns", RewritePurpose.Speed, LateColumns.Apply),
        new("narrow windows", RewritePurpose.Speed, NarrowWindows.Apply),
        new("nested windows", RewritePurpose.Correctness, NestedWindows.Apply),
    ];

    /// <summary>The plan to compile.</summary>
    /// <param name="plan">The plan as it was written.</param>
    /// <param name="applies">Whether the rewrite for speed of a name applies.</param>
    public static Relation Apply(Relation plan, Func<string, bool> applies) => Rewrites
        .Where(rewrite => rewrite.Purpose == RewritePurpose.Correctness || applies(rewrite.Name))
        .Aggregate(plan, (rewritten, rewrite) => rewrite.Apply(rewritten));
}
