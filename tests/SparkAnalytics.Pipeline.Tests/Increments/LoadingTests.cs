using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.State;
using static SparkAnalytics.Pipeline.Tests.Support.IncrementalLakehouse;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>Which files and rows a run loads.</summary>
public sealed class LoadingTests : IDisposable
{
    private readonly IncrementalLakehouse _lakehouse = new();

    public void Dispose() => _lakehouse.Dispose();

    [Fact]
    public void Run_OnAnEmptyLakehouse_IsARebuild()
    {
        var report = _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));

        Assert.Equal((1L, RunKind.Rebuild), (report.RunId, report.Kind));
        Assert.Equal(["u"], _lakehouse.Rows("dim_users", "user_id"));
    }

    [Fact]
    public void Run_WithNothingNew_LeavesNoTrace()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));

        Assert.Null(_lakehouse.Run());

        Assert.Single(_lakehouse.Test.Lakehouse.Runs());
    }

    [Fact]
    public void Run_WithAFileSentAgainUnderANewName_DropsItsEvents()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"), Event("u", "2025-03-01T10:01:00Z"), Event("u", "", "page_view"));

        var report = _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"), Event("u", "2025-03-01T10:01:00Z"), Event("u", "", "page_view"), Event("u", "2025-03-01T10:02:00Z"));

        Assert.Equal((1L, 4L, 3L, 0), (report.Input.Files, report.Input.Rows, report.Input.Duplicates, report.Input.Quarantined.Count));
        Assert.Equal((1L, RunKind.Run), (report.Input.FilesLoadedBefore, report.Kind));
        Assert.Equal((1, 0, 0), Changes(report, "stg_events"));
        Assert.Equal((0, 0, 0), Changes(report, "quarantined_events"));
        Assert.Equal(["u 3 1"], _lakehouse.Rows("dim_users", "user_id", "total_events", "session_count"));
    }

    [Fact]
    public void Run_WithOnlyEventsThatAreThere_WritesNoTableAndNotesTheFile()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));

        var report = _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));

        Assert.All(report.Tables, table => Assert.Equal((0L, 0L, 0L, 0L), (table.Version, table.Inserted, table.Updated, table.Deleted)));
        Assert.Null(_lakehouse.Run());
    }

    [Fact]
    public void Run_WhenTheClockHasReachedRowsOfTheFuture_TakesThemIn()
    {
        _lakehouse.Write(Event("u", "2025-03-01T10:00:00Z"), Event("u", "2025-03-03T12:00:00Z", data: AdClick), Event("u", "2025-03-09T12:00:00Z"));
        _lakehouse.Run(now: TestLakehouse.Noon);
        Assert.Equal(["timestamp_in_future 2025-03-03T12:00:00Z", "timestamp_in_future 2025-03-09T12:00:00Z"], _lakehouse.Rows("quarantined_events", "reason", "timestamp"));

        // One day of grace: at noon of the second, what is said to happen at noon of the third is taken in, and not a microsecond before.
        Assert.Null(_lakehouse.Run(now: TestLakehouse.Noon.AddDays(1).AddMicroseconds(-1)));
        var report = _lakehouse.Run(now: TestLakehouse.Noon.AddDays(1))!;

        Assert.Equal((0L, 0L, 0L), (report.Input.Files, report.Input.Rows, report.Input.Duplicates));
        Assert.Equal(0L, TableVersions.Latest(_lakehouse.Test.Spark, new LakehousePaths(_lakehouse.Test.Path).LoadedFiles));
        Assert.Equal((1, 0, 0), Changes(report, "stg_events"));
        Assert.Equal((0, 0, 1), Changes(report, "quarantined_events"));
        Assert.Equal(["u-1", "u-2"], _lakehouse.Rows("fct_sessions", "session_id"));
        Assert.Equal(["2025-03-09T12:00:00Z"], _lakehouse.Rows("quarantined_events", "timestamp"));
    }

    [Fact]
    public void Run_WithAClockBeforeTheLastRuns_IsRefused()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));
        _lakehouse.Write(Event("u", "2025-03-01T11:00:00Z"));

        var refusal = Assert.Throws<PipelineException>(() => _lakehouse.Run(now: TestLakehouse.Noon));

        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.Equal("The run's clock 2025-03-01T12:00:00Z is before that of run 1, 2025-04-01T00:00:00Z: what is in the future by the one is not by the other. Give --now with that instant or a later one, or rebuild.", refusal.Message);
        Assert.NotNull(_lakehouse.Run());
    }

    [Fact]
    public void Run_WithAMinimalAge_LetsYoungFilesWait()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));
        var old = _lakehouse.Write(Event("u", "2025-03-01T11:00:00Z"));
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        _lakehouse.Write(Event("u", "2025-03-01T12:00:00Z"));

        var report = Run(TimeSpan.FromMinutes(30))!;

        Assert.Equal((1L, 1L, 1L), (report.Input.Files, report.Input.FilesLoadedBefore, report.Input.FilesTooYoung));
        Assert.Null(Run(TimeSpan.FromMinutes(30)));
        Assert.Equal(1, Run(TimeSpan.Zero)!.Input.Files);

        Pipeline.Reports.RunReport? Run(TimeSpan age) => _lakehouse.Test.Lakehouse.Run(
            new RunRequest([_lakehouse.Input]) { Now = new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero), MinAge = age }, null, CancellationToken.None);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_AfterAnInterruptedOneOfOtherInputs_LoadsThoseToo(bool optimizedBetween)
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));
        var log = new RunLog(_lakehouse.Test.Spark, new LakehousePaths(_lakehouse.Test.Path));
        var (late, gone) = (_lakehouse.Test.File("late.csv", "client_id,timestamp,event_name\nv,2025-03-01T10:00:00Z,page_view\n"), _lakehouse.Test.In("gone.csv"));
        log.Append(log.Read()[^1] with { RunId = 2, State = RunState.Started, Kind = RunKind.Run, Inputs = [late, gone] });
        if (optimizedBetween)
        {
            _lakehouse.Test.Lakehouse.Optimize(null, CancellationToken.None);
        }

        var report = _lakehouse.Load(Event("w", "2025-03-01T10:00:00Z"));

        Assert.Equal(["u", "v", "w"], _lakehouse.Rows("dim_users", "user_id"));
        Assert.Contains(report.Warnings, warning => warning.StartsWith($"Run 2 was interrupted while it loaded {gone}, which cannot be read any more: ", StringComparison.Ordinal));
        Assert.Empty(_lakehouse.Load(Event("w", "2025-03-01T11:00:00Z")).Warnings);
    }

    [Fact]
    public void Run_WhenAllNewRowsAreToBeSetAside_ChangesNothing()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));
        _lakehouse.Write(Event("u", ""));

        Assert.Equal(ExitCode.GateFailed, Assert.Throws<PipelineException>(() => _lakehouse.Run()).ExitCode);

        Assert.Empty(_lakehouse.Rows("quarantined_events", "event_id"));
        _lakehouse.Write(Event("u", "2025-03-01T11:00:00Z"));
        var report = _lakehouse.Run()!;
        Assert.Equal((2L, 1L), (report.Input.Files, report.Input.Quarantined["timestamp_missing"]));
    }
}
