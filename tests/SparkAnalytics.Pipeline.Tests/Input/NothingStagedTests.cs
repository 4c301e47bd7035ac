using SparkAnalytics.Pipeline.Runs;

namespace SparkAnalytics.Pipeline.Tests.Input;

/// <summary>A load that stages nothing must not empty a lakehouse.</summary>
public sealed class NothingStagedTests : IDisposable
{
    private const string Head = "client_id,timestamp,event_name\n";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("a.csv", Head + "u1,never,page_view\nu1,,page_view\nu2,,page_view\n", 5, "All 3 rows of the input would be set aside (timestamp_missing 2, timestamp_unreadable 1), so nothing was changed. The command check-input shows an example of each.")]
    [InlineData("a.csv", Head + "u1,2025-03-03T00:00:00Z,page_view\n", 5, "The only row of the input would be set aside (timestamp_in_future), so nothing was changed. The command check-input shows it.")]
    [InlineData("a.jsonl", "no json\n", 5, "The only row of the input would be set aside (line_unreadable), so nothing was changed. The command check-input shows it.")]
    [InlineData("a.csv", Head, 3, "The input has no rows, so nothing was changed.")]
    [InlineData("a.csv", "", 3, "The input has no rows, so nothing was changed.")]
    [InlineData("a.jsonl", "\n  \n", 3, "The input has no rows, so nothing was changed.")]
    public void Replace_ByALoadThatStagesNothing_ChangesNothing(string name, string content, int exitCode, string message)
    {
        _test.Rebuild(_test.File("good.csv", Head + "u1,2025-03-01T09:00:00Z,page_view\n"));
        var before = Versions();
        var input = _test.File(name, content);

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(new RebuildRequest([input]) { Now = TestLakehouse.Noon, Replace = true }));

        Assert.Equal(exitCode, (int)error.ExitCode);
        Assert.Equal(message, error.Message);
        Assert.Equal(before, Versions());
        Assert.Equal(["u1"], _test.Texts("select user_id from stg_events"));
    }

    [Fact]
    public void Rebuild_OfALoadThatStagesNothing_MakesNoLakehouse()
    {
        Assert.Throws<PipelineException>(() => _test.Rebuild(_test.File("a.csv", Head + "u1,never,page_view\n")));

        Assert.False(Directory.Exists(_test.Path));
    }

    [Fact]
    public void Replace_ByBotsAlone_WhenTheyAreExcluded_ChangesNothing()
    {
        _test.Rebuild(_test.File("good.csv", Head + "u1,2025-03-01T09:00:00Z,page_view\n"));
        var before = Versions();
        var input = _test.File("bots.csv", "client_id,timestamp,event_name,user_agent\nu2,2025-03-01T09:00:00Z,page_view,Googlebot/2.1\nu3,2025-03-01T09:00:00Z,page_view,curl/8.5.0\n");

        var error = Assert.Throws<PipelineException>(
            () => _test.Reopen(null, "bots=exclude").Rebuild(new RebuildRequest([input]) { Now = TestLakehouse.Noon, Replace = true }, null, CancellationToken.None));

        Assert.Equal(5, (int)error.ExitCode);
        Assert.Equal("All 2 rows of the input would be set aside (bot 2), so nothing was changed. The command check-input shows an example of each.", error.Message);
        Assert.Equal(before, Versions());
    }

    private List<string> Versions() => [.. Directory.EnumerateFiles(_test.Path, "*", SearchOption.AllDirectories).Where(file => !file.Contains("lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
