using System.Collections.Immutable;
using SparkAnalytics.Delta;
using SparkAnalytics.Delta.Tests;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Pipeline.Status;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Status;

/// <summary>What the status tells of real lakehouses: runs and tables.</summary>
public sealed class StatusTests : IDisposable
{
    private static readonly string[] s_models =
    [
        "stg_events", "fct_session_events", "fct_sessions", "fct_orders", "dim_users", "fct_marketing_touches", "fct_order_attribution", "quarantined_events",
    ];

    private readonly TestLakehouse _test = new();
    private readonly string _input;

    public StatusTests() => _input = _test.File("in.csv", "client_id,timestamp,event_name\nu1,2025-03-01T09:00:00Z,page_view\n");

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Status_WithoutAnyRun_FailsAsRunsDoes()
    {
        var error = Assert.Throws<PipelineException>(_test.Lakehouse.Status);

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Equal(Assert.Throws<PipelineException>(() => _test.Lakehouse.Runs()).Message, error.Message);
    }

    [Fact]
    public void Status_AfterARebuild_TellsItAndHasNothingPending()
    {
        _test.Rebuild(_input);

        var status = _test.Lakehouse.Status();

        Assert.Equal((_test.Path, 1), (status.Lakehouse, status.FormatVersion));
        Assert.Equal((1L, RunKind.Rebuild, TestLakehouse.Noon), (status.LastCompleted!.RunId, status.LastCompleted.Kind, status.LastCompleted.Clock));
        Assert.Equal((status.LastCompleted.CompletedAt - status.LastCompleted.StartedAt).TotalSeconds, status.LastCompleted.Seconds, precision: 6);
        Assert.Empty(status.UnfinishedRuns);
        Assert.Null(status.Lock);
        var run = Assert.Single(status.Runs);
        Assert.Equal((1L, RunKind.Rebuild, RunState.Completed, 1L), (run.RunId, run.Kind, run.State, run.Rows));
        Assert.Equal(status.LastCompleted.Seconds, run.Seconds);
    }

    [Fact]
    public void Status_AfterTwoRebuilds_HasVersionsFilesAndBytesOfEachTable()
    {
        _test.Rebuild(_input);
        var first = DataFiles("stg_events");
        _test.Rebuild(_input);

        var tables = _test.Lakehouse.Status().Tables;

        Assert.Equal([.. s_models, "_state/runs", "_state/loaded_files", "_state/settings", "_state/lock"], tables.Select(table => table.Name));
        var events = tables[0];
        Assert.Equal((1L, 1L, Bytes(DataFiles("stg_events").Except(first))), (events.Version!.Value, events.Files, events.Bytes));
        Assert.All(tables.Take(8), table => Assert.Equal(1, table.Version));
        Assert.Equal(new TableStatus("_state/runs", 3, 4, Bytes(DataFiles("_state/runs"))), tables[8]);
        Assert.Equal(new TableStatus("_state/settings", 0, 1, Bytes(DataFiles("_state/settings"))), tables[10]);
        Assert.Equal(new TableStatus("_state/lock", 3, 0, 0), tables[11]);
    }

    [Fact]
    public void Status_AfterARunThatFailed_SaysWhyAndWhatTheNextDoes()
    {
        _test.Rebuild(_input);
        using var stop = new CancellationTokenSource();
        var error = Assert.ThrowsAny<OperationCanceledException>(
            () => _test.Lakehouse.Rebuild(new RebuildRequest([_input]) { Now = TestLakehouse.Noon }, new StopAtSessions(stop), stop.Token));

        var status = _test.Lakehouse.Status();

        Assert.Equal(1, status.LastCompleted!.RunId);
        var failed = Assert.Single(status.UnfinishedRuns);
        Assert.Equal((2L, RunKind.Rebuild, UnfinishedState.Failed, error.Message), (failed.RunId, failed.Kind, failed.State, failed.Message));
        Assert.True(failed.FailedAt >= failed.StartedAt);
        Assert.Equal("The next run takes back what it wrote and does not repeat it: rebuild again where it is still wanted.", failed.Next);
        Assert.Equal([(2L, RunState.Failed), (1L, RunState.Completed)], status.Runs.Select(run => (run.RunId, run.State)));
    }

    [Fact]
    public void Status_AfterTheFirstRunWasKilled_HasNoCompletedRunAndADeadHolder()
    {
        var counted = new CrashingStore(new LocalFileStore(), int.MaxValue);
        RebuildOn(_test.In("counted"), counted);
        Assert.ThrowsAny<Exception>(() => RebuildOn(_test.Path, new CrashingStore(new LocalFileStore(), counted.Calls - 40)));

        var status = _test.Lakehouse.Status();

        Assert.Null(status.LastCompleted);
        Assert.Null(status.Settings);
        var killed = Assert.Single(status.UnfinishedRuns);
        Assert.Equal((1L, UnfinishedState.Interrupted, null, null), (killed.RunId, killed.State, killed.FailedAt, killed.Message));
        Assert.Equal("The next run is a rebuild of its own input and replaces what it wrote.", killed.Next);
        Assert.Equal((LockState.Dead, "rebuild", Environment.ProcessId), (status.Lock!.State, status.Lock.Command, status.Lock.ProcessId));
        Assert.Null(Assert.Single(status.Tables, table => table.Name == "stg_events").Version);
        Assert.Null(Assert.Single(status.Runs).Seconds);
    }

    [Fact]
    public void Status_AfterManyRuns_ListsTheLastTenAndAllThatAreUnfinished()
    {
        _test.Rebuild(_input);
        var log = new RunLog(_test.Spark, new LakehousePaths(_test.Path));
        var last = log.Select(RunSelector.Latest) with { Versions = ImmutableSortedDictionary<string, long>.Empty };
        for (var id = 2; id <= 12; id++)
        {
            log.Append(last with { RunId = id, Kind = RunKind.Run, State = RunState.Started });
        }

        log.Append(last with { RunId = 11, Kind = RunKind.Run, State = RunState.Failed, At = last.At.AddSeconds(1) }, "The disk is full.");

        var status = _test.Lakehouse.Status();

        Assert.Equal([12, 11, 10, 9, 8, 7, 6, 5, 4, 3], status.Runs.Select(run => run.RunId));
        Assert.Equal([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2], status.UnfinishedRuns.Select(run => run.RunId));
        Assert.Equal((UnfinishedState.Failed, "The disk is full.", "The next run takes back what it wrote and loads what is new in its own input."), Told(status.UnfinishedRuns[1]));
        Assert.Equal((UnfinishedState.Interrupted, null, "The next run takes back what it wrote and loads what it was to load."), Told(status.UnfinishedRuns[2]));
    }

    [Fact]
    public void Status_AfterAnOptimizeSinceARunWasKilled_StillNamesThatRunUntilSomethingIsLoaded()
    {
        _test.Rebuild(_input);
        var log = new RunLog(_test.Spark, new LakehousePaths(_test.Path));
        var last = log.Select(RunSelector.Latest);
        log.Append(last with { RunId = 2, Kind = RunKind.Run, State = RunState.Started });
        log.Append(last with { RunId = 3, Kind = RunKind.Optimize });

        var killed = Assert.Single(_test.Lakehouse.Status().UnfinishedRuns);
        log.Append(last with { RunId = 4, Kind = RunKind.Run });

        Assert.Equal((2L, UnfinishedState.Interrupted), (killed.RunId, killed.State));
        Assert.Empty(_test.Lakehouse.Status().UnfinishedRuns);
    }

    private static (UnfinishedState State, string? Message, string Next) Told(UnfinishedRun run) => (run.State, run.Message, run.Next);

    private void RebuildOn(string path, CrashingStore store)
    {
        var engine = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { FileStore = store, Threads = 1 }));
        try
        {
            new Lakehouse(engine, path, _test.Settings, TimeProvider.System).Rebuild(new RebuildRequest([_input]) { Now = TestLakehouse.Noon }, null, CancellationToken.None);
        }
        finally
        {
            engine.Stop();
        }
    }

    private string[] DataFiles(string table) => Directory.GetFiles(Path.Combine(_test.Path, table), "*.parquet");

    private static long Bytes(IEnumerable<string> files) => files.Sum(file => new FileInfo(file).Length);

    private sealed class StopAtSessions(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value is { Step: "fct_sessions", State: RunStepState.Started })
            {
                stop.Cancel();
            }
        }
    }
}
