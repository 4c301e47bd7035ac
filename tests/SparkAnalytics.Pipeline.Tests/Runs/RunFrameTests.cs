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
            start =>
            {
                Assert.Equal([RunState.Started, RunState.Failed], start.History.Select(run => run.State));
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

    private static RunOutcome<string> Outcome((string Table, long Version) version, string result) =>
        new(ImmutableSortedDictionary<string, long>.Empty.Add(version.Table, version.Version), null, result);

    private List<string> Locks() => [.. _test.Spark.Read().Format("delta").Load(_environment.Paths.Lock).Collect().Select(row => row.GetAs<string>("command"))];
}
