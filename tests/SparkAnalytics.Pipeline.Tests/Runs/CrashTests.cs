using SparkAnalytics.Delta;
using SparkAnalytics.Delta.Tests;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Runs;

/// <summary>A process that dies after any storage call of a rebuild leaves what was there before, or the new set, and never a mixture.</summary>
public sealed class CrashTests : IDisposable
{
    private const string Header = "client_id,timestamp,event_name,event_data\n";

    private const string CountAll = """
        select (select count(*) from stg_events), (select count(*) from fct_session_events), (select count(*) from fct_sessions), (select count(*) from dim_users),
               (select count(*) from fct_orders), (select count(*) from fct_marketing_touches), (select count(*) from fct_order_attribution), (select count(*) from quarantined_events)
        """;

    private static readonly long[] s_old = [2, 2, 1, 1, 1, 1, 2, 1];
    private static readonly long[] s_new = [4, 4, 2, 2, 2, 2, 4, 2];

    private readonly TestLakehouse _test = new();
    private readonly RebuildRequest _first;
    private readonly RebuildRequest _second;

    public CrashTests()
    {
        string Orders(string user) => Header
            + user + ",2025-03-01T09:00:00Z,page_view,\"{\"\"utm_source\"\":\"\"google\"\",\"\"utm_medium\"\":\"\"cpc\"\"}\"\n"
            + user + ",2025-03-01T09:10:00Z,purchase,\"{\"\"transaction_id\"\":\"\"" + user + "\"\",\"\"revenue\"\":10}\"\n"
            + user + ",,page_view,\n";
        var (a, b) = (_test.File("a.csv", Orders("u1")), _test.File("b.csv", Orders("u2")));
        _first = new RebuildRequest([a]) { Now = TestLakehouse.Noon };
        _second = new RebuildRequest([a, b]) { Now = TestLakehouse.Noon };
        _test.Rebuild(_first);
    }

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_WhenTheProcessDiesAfterAnyStorageCall_ShowsTheOldOrTheNewSetAndCanBeRepeated()
    {
        var calls = CallsOf(CopyOfLakehouse("counted"));
        Assert.True(calls > 100, $"only {calls} storage calls");
        var seen = new List<long[]>();

        // The last row of the run is written near the end: every call is tried there, and a sample of the others.
        foreach (var call in Enumerable.Range(0, calls).Where(call => call >= calls - 8 || call % (calls / 7) == 0))
        {
            var path = CopyOfLakehouse($"after-{call}");
            var store = new CrashingStore(new LocalFileStore(), call);
            var error = Record.Exception(() => RebuildOn(path, store));
            Assert.True(store.Crashed);
            Assert.True(error is null || ExitCodes.Of(error) == ExitCode.Unavailable, $"call {call}: {error}");

            var lakehouse = new Lakehouse(_test.Spark, path, _test.Settings, TimeProvider.System);
            var counts = Counts(lakehouse);
            Assert.True(counts.SequenceEqual(s_old) || counts.SequenceEqual(s_new), $"call {call}: {string.Join(' ', counts)}");
            seen.Add(counts);
            if (seen.Count % 4 == 0)
            {
                lakehouse.Rebuild(_second, null, CancellationToken.None);
                Assert.Equal(s_new, Counts(lakehouse));
            }

            Directory.Delete(path, recursive: true);
        }

        Assert.Contains(seen, counts => counts.SequenceEqual(s_old));
        Assert.Contains(seen, counts => counts.SequenceEqual(s_new));
        Assert.True(seen.FindLastIndex(counts => counts.SequenceEqual(s_old)) < seen.FindIndex(counts => counts.SequenceEqual(s_new)), "the set changed more than once");
    }

    [Fact]
    public void Rebuild_WhenARunBeforeItCrashed_StillRefusesToLeaveOutFilesOfTheLastCompletedRun()
    {
        _test.Rebuild(_second);
        var calls = CallsOf(CopyOfLakehouse("counted"));
        var path = CopyOfLakehouse("crashed");
        var lakehouse = new Lakehouse(_test.Spark, path, _test.Settings, TimeProvider.System);

        // A run with the one file dies at many places, also after it noted which files it loaded.
        foreach (var call in Enumerable.Range(calls - 40, 30).Where(call => call % 8 == 0))
        {
            var engine = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { FileStore = new CrashingStore(new LocalFileStore(), call) }));
            Assert.ThrowsAny<Exception>(() => new Lakehouse(engine, path, _test.Settings, TimeProvider.System).Rebuild(_first with { Replace = true }, null, CancellationToken.None));
            engine.Stop();
        }

        var refusal = Assert.Throws<PipelineException>(() => lakehouse.Rebuild(_first, null, CancellationToken.None));
        Assert.Contains("b.csv", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(s_new, Counts(lakehouse));
    }

    [Fact]
    public void Rebuild_WhenItIsCancelled_ShowsTheOldSetAndGivesTheLockBack()
    {
        using var stop = new CancellationTokenSource();
        var progress = new StopAt("fct_sessions", stop);

        Assert.ThrowsAny<OperationCanceledException>(() => _test.Lakehouse.Rebuild(_second, progress, stop.Token));

        Assert.Equal(s_old, Counts(_test.Lakehouse));
        Assert.Empty(_test.Spark.Read().Format("delta").Load(Path.Combine(_test.Path, "_state", "lock")).Collect());
        _test.Rebuild(_second);
        Assert.Equal(s_new, Counts(_test.Lakehouse));
    }

    private int CallsOf(string path)
    {
        var store = new CrashingStore(new LocalFileStore(), int.MaxValue);
        RebuildOn(path, store);
        return store.Calls;
    }

    private void RebuildOn(string path, CrashingStore store)
    {
        var engine = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { FileStore = store, Threads = 1 }));
        try
        {
            new Lakehouse(engine, path, _test.Settings, TimeProvider.System).Rebuild(_second, null, CancellationToken.None);
        }
        finally
        {
            engine.Stop();
        }
    }

    private static long[] Counts(Lakehouse lakehouse) => [.. lakehouse.Query(CountAll, RunSelector.Latest).Collect().Single().Values.Cast<long>()];

    private string CopyOfLakehouse(string name)
    {
        var target = _test.In(name);
        foreach (var file in Directory.EnumerateFiles(_test.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(_test.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private sealed class StopAt(string step, CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Step == step && value.State == RunStepState.Started)
            {
                stop.Cancel();
            }
        }
    }
}
