namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>runs: the runs of a lakehouse.</summary>
public sealed class RunsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Lakehouse => _folder.Of("lakehouse");

    [Fact]
    public void Runs_AfterARebuildAndAnOptimize_ListsThemNewestFirst()
    {
        StartedProgram.Run("sample", "--events", "400", "--output", _folder.Of("sample")).Succeeded();
        StartedProgram.Run("rebuild", "--input", _folder.Of("sample"), "--lakehouse", Lakehouse, "--quiet").Succeeded();
        StartedProgram.Run("optimize", "--lakehouse", Lakehouse).Succeeded();

        var lines = Runs("--output-format", "csv").OutputLines.Select(line => line.Split(',')).ToArray();
        Assert.Equal(["run_id", "kind", "state", "started_at", "seconds", "rows"], lines[0]);
        Assert.Equal(["2 optimize completed ", "1 rebuild completed 400"], lines[1..].Select(line => $"{line[0]} {line[1]} {line[2]} {line[5]}"));
        Assert.Equal(2, Runs("--limit", "1", "--output-format", "csv").OutputLines.Length);
    }

    [Fact]
    public void Runs_WhileAnotherRunHoldsTheLock_ShowsItAndWritesNothing()
    {
        StartedProgram.Run("sample", "--events", "200000", "--output-format", "csv", "--output", _folder.Of("large")).Succeeded();
        using var running = StartedProgram.Start(_folder.Path, "rebuild", "--input", _folder.Of("large"), "--lakehouse", Lakehouse);
        running.WaitForProgress("stg_events ...");
        var before = State();
        var lines = Runs("--output-format", "csv").OutputLines;
        Assert.StartsWith("1,rebuild,started,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,", lines[1], StringComparison.Ordinal);
        Assert.Equal(before, State());
    }

    [Fact]
    public void Runs_WhereThereIsNoLakehouse_SaysSoAndMakesNone()
    {
        Assert.Contains("nowhere", StartedProgram.Run("runs", "--lakehouse", _folder.Of("nowhere")).FailedWith(3), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("nowhere")));
    }

    public void Dispose() => _folder.Dispose();

    private CommandResult Runs(params string[] more) => StartedProgram.Run(["runs", "--lakehouse", Lakehouse, .. more]).Succeeded();

    /// <summary>The files of the run log, which nobody but the running rebuild writes.</summary>
    private string[] State() => [.. Directory.GetFiles(Path.Combine(Lakehouse, "_state", "runs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
