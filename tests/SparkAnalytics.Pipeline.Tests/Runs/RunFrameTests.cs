using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Tests.Runs;

/// <summary>The frame that every run has, whatever it does.</summary>
public sealed class RunFrameTests : IDisposable
{
    private static readonly RunIntent s_intent = new(["a.csv"], TestLakehouse.Noon, "a hash");

    private readonly TestLakehouse _test = new();
    private readonly RunEnvironment _environment;

    public RunFrameTests() => _environment = new RunEnvironment(_test.Spark, new LakehousePaths(_test.Path), _test.Settings, TimeProvider.System);

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Execute_WhileItWorks_HoldsTheLockAndHasNotedTheIntent()
    {
        var result = new RunFrame(_environment).Execute(RunKind.Optimize, _ => s_intent, run =>
        {
            var noted = Assert.Single(_environment.Log.Read());
            Assert.Equal((1L, RunState.Started, RunKind.Optimize), (noted.RunId, noted.State, noted.Kind));
            Assert.Equal((TestLakehouse.Noon, "a hash", "a.csv"), (noted.Clock, noted.SettingsHash, noted.Inputs.Single()));
            Assert.Equal("optimize", Locks().Single());
            return Outcome(("stg_events", 7), "done");
        });

        Assert.Equal("done", result);
        Assert.Empty(Locks());
        Assert.Equal(7, _environment.Log.Select(RunSelector.Latest).Versions["stg_events"]);
    }

    [Fact]
    public void Execute_WhenTheIntentIsRefused_LeavesNoRow()
    {
        Assert.Throws<PipelineException>(() => new RunFrame(_environment).Execute<string>(
            RunKind.Rebuild, _ => throw new PipelineException(ExitCode.BadUsage, "no"), _ => throw new InvalidOperationException("must not work")));

        Assert.Empty(_environment.Log.Read());
        Assert.Empty(Locks());
    }

    [Fact]
    public void Execute_WhenTheWorkFails_NotesItAndTheNextRunHasANewNumber()
    {
        Assert.Throws<InvalidOperationException>(() => new RunFrame(_environment).Execute<string>(RunKind.Rebuild, _ => s_intent, _ => throw new InvalidOperationException("broken")));
        new RunFrame(_environment).Execute(
            RunKind.Rebuild,
            history =>
            {
                Assert.Equal([RunState.Started, RunState.Failed], history.Select(run => run.State));
                return s_intent;
            },
            run => Outcome(("dim_users", 1), run.Started.RunId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal([(1L, RunState.Started), (1L, RunState.Failed), (2L, RunState.Started), (2L, RunState.Completed)], _environment.Log.Read().Select(run => (run.RunId, run.State)));
        Assert.Equal("broken", _test.Spark.Read().Format("delta").Load(_environment.Paths.Runs).Collect().Single(row => row.GetAs<string>("state") == "failed").GetAs<string>("report"));
    }

    [Fact]
    public void Execute_WhenItIsCancelledDuringTheWork_DoesNotComplete()
    {
        using var stop = new CancellationTokenSource();
        var frame = new RunFrame(_environment with { Cancellation = stop.Token });

        Assert.Throws<OperationCanceledException>(() => frame.Execute(RunKind.Rebuild, _ => s_intent, _ =>
        {
            stop.Cancel();
            return Outcome(("dim_users", 1), "done");
        }));

        Assert.Equal([RunState.Started, RunState.Failed], _environment.Log.Read().Select(run => run.State));
    }

    [Fact]
    public void LoadedFiles_OfRunsThatFailed_DoNotCountAndAppendedOnesDoUntilARebuild()
    {
        var files = new LoadedFiles(_test.Spark, _environment.Paths);
        LoadedFile File(string name) => new(name, 1, Sql.Types.Timestamp.FromUnixMicroseconds(0));
        string[] Held(params (long Id, RunState State, RunKind Kind)[] runs) => [.. files.Read([.. runs.Select(run => Record(run.Id, run.State, run.Kind))]).Select(file => file.Path).Order(StringComparer.Ordinal)];

        files.Replace([File("a")], 1, []);
        files.Append([File("b")], 2);
        files.Append([File("c")], 3);

        Assert.Empty(Held((1, RunState.Started, RunKind.Rebuild)));
        Assert.Equal(["a"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Started, RunKind.Optimize)));
        Assert.Equal(["a", "c"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Failed, RunKind.Optimize), (3, RunState.Completed, RunKind.Optimize)));

        var history = ImmutableArray.Create(Record(1, RunState.Completed, RunKind.Rebuild), Record(2, RunState.Completed, RunKind.Optimize));
        files.Replace([File("d")], 4, history);
        Assert.Equal(["a", "b"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Completed, RunKind.Optimize), (4, RunState.Started, RunKind.Rebuild)));
        Assert.Equal(["d"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Completed, RunKind.Optimize), (4, RunState.Completed, RunKind.Rebuild)));
    }

    private static RunOutcome<string> Outcome((string Table, long Version) version, string result) =>
        new(ImmutableSortedDictionary<string, long>.Empty.Add(version.Table, version.Version), null, result);

    private static RunRecord Record(long id, RunState state, RunKind kind) => new()
    {
        RunId = id,
        State = state,
        Kind = kind,
        At = TestLakehouse.Noon.AddHours(id),
        Clock = TestLakehouse.Noon,
        Engine = "engine",
        SettingsHash = "a hash",
        Inputs = [],
        Versions = ImmutableSortedDictionary<string, long>.Empty,
    };

    private List<string> Locks() => [.. _test.Spark.Read().Format("delta").Load(_environment.Paths.Lock).Collect().Select(row => row.GetAs<string>("command"))];
}
