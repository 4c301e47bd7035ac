using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Properties;

/// <summary>What is there for speed changes no row: not the rewrites, all together or each left out alone, and not threads, memory or the size of files.</summary>
public sealed class RewriteSwitchTests(RewriteSample sample) : IClassFixture<RewriteSample>
{
    /// <summary>Far below what users may set, and below half of the sample's files: many files a table, and threads that write files of their own.</summary>
    private const long SmallFiles = 100_000;

    public static TheoryData<int, string?, bool> Machines =>
        [.. from threads in (int[])[1, 2, 8] from memory in (string?[])["500MB", null] from useRewrites in (bool[])[true, false] select (threads, memory, useRewrites)];

    public static TheoryData<string> Rewrites => [.. EmbeddedEngineOptions.RewriteNames];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Rebuild_OnAnyThreadsAndMemory_GivesTheRowsOfPlainPlans(int threads, string? memory, bool useRewrites) =>
        sample.AssertRebuildIsSame(new EmbeddedEngineOptions { Threads = threads, MemoryLimit = memory, UseRewrites = useRewrites });

    [Theory]
    [MemberData(nameof(Rewrites))]
    public void Rebuild_WithoutOneRewrite_GivesTheRowsOfPlainPlans(string rewrite) =>
        sample.AssertRebuildIsSame(new EmbeddedEngineOptions { Threads = 2, WithoutRewrites = new HashSet<string> { rewrite } });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rebuild_IntoManySmallFiles_GivesTheRowsOfPlainPlans(bool useRewrites) =>
        sample.AssertRebuildIsSame(new EmbeddedEngineOptions { Threads = 2, UseRewrites = useRewrites }, SmallFiles);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_ByTwoIncrements_GivesTheRowsOfPlainPlans(bool useRewrites) => sample.AssertRunsAreSame(new EmbeddedEngineOptions { Threads = 2, UseRewrites = useRewrites });
}
