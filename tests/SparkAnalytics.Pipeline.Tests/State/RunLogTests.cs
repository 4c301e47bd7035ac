using System.Collections.Immutable;
using Moq;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Tests.State;

public sealed class RunLogTests : IDisposable
{
    private readonly TestLakehouse _test = new();
    private readonly RunLog _log;

    public RunLogTests() => _log = new RunLog(_test.Spark, new LakehousePaths(_test.Path));

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Select_WhenThereIsNoRun_SaysHowToMakeOne()
    {
        var error = Assert.Throws<PipelineException>(() => _log.Select(RunSelector.Latest));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains($"has no completed run. Make one with: rebuild --input PATH --lakehouse {_test.Path}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_ByNumberAndInstant_TakesCompletedRunsOnly()
    {
        Append(1, RunState.Started, 9);
        Append(1, RunState.Completed, 10);
        Append(2, RunState.Started, 11);
        Append(2, RunState.Failed, 12);
        Append(3, RunState.Completed, 13);
        Append(4, RunState.Started, 14);

        Assert.Equal(3, _log.Select(RunSelector.Latest).RunId);
        Assert.Equal(1, _log.Select(new RunSelector(1)).RunId);
        Assert.Equal(10L, _log.Select(new RunSelector(1)).Versions["stg_events"]);
        Assert.Equal(1, _log.Select(new RunSelector(AsOf: At(10))).RunId);
        Assert.Equal(1, _log.Select(new RunSelector(AsOf: At(12))).RunId);
        Assert.Equal(3, _log.Select(new RunSelector(AsOf: At(13))).RunId);
        Assert.Contains(
            "has no completed run with number 2. Its completed runs: 1 (2025-03-01T10:00:00Z), 3 (2025-03-01T13:00:00Z).",
            Assert.Throws<PipelineException>(() => _log.Select(new RunSelector(2))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has no completed run at or before 2025-03-01T09:00:00Z.",
            Assert.Throws<PipelineException>(() => _log.Select(new RunSelector(AsOf: At(9)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfWhatWasAppended_GivesEveryValueBack()
    {
        Append(1, RunState.Completed, 10);

        var run = Assert.Single(_log.Read());

        Assert.Equal(At(10), run.At);
        Assert.Equal(At(7), run.Clock);
        Assert.Equal(RunKind.Rebuild, run.Kind);
        Assert.Equal("a hash", run.SettingsHash);
        Assert.Equal(["a'b.csv", "c,d"], run.Inputs);
    }

    [Fact]
    public void Read_WhenTheLakehouseHasANewerFormat_Refuses()
    {
        Append(1, RunState.Completed, 10);
        DeltaTable.ForPath(_test.Spark, new LakehousePaths(_test.Path).Runs).Update(new Dictionary<string, Column> { ["format_version"] = Lit(2), ["state"] = Lit("unheard_of") });

        var error = Assert.Throws<PipelineException>(() => _test.Query("select 1"));

        Assert.Equal(ExitCode.BadUsage, error.ExitCode);
        Assert.Contains("has format 2; this program knows formats up to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_OfARun_ReadsNoReports()
    {
        _log.Append(Run(1, RunState.Completed, 10), "a long report");
        var plans = new Mock<IEngine>();
        plans.Setup(engine => engine.Schema(It.IsAny<Relation>())).Returns((Relation leaf) => _test.Spark.Engine.Schema(leaf));
        plans.Setup(engine => engine.Execute(It.IsAny<Relation>())).Returns((Relation plan) => _test.Spark.Engine.Execute(plan));

        var run = new RunLog(SparkSession.Create(plans.Object), new LakehousePaths(_test.Path)).Select(RunSelector.Latest);

        Assert.Equal(1, run.RunId);
        plans.Verify(engine => engine.Execute(It.Is<Relation>(plan => plan.Output.Any(column => column.Name == "versions") && plan.Output.All(column => column.Name != "report"))), Times.Once);
    }

    private static DateTimeOffset At(int hour) => new(2025, 3, 1, hour, 0, 0, TimeSpan.Zero);

    private void Append(long id, RunState state, int hour) => _log.Append(Run(id, state, hour));

    private static RunRecord Run(long id, RunState state, int hour) => new()
    {
        RunId = id,
        State = state,
        Kind = RunKind.Rebuild,
        At = At(hour),
        Clock = At(7),
        Engine = "engine",
        SettingsHash = "a hash",
        Inputs = ["a'b.csv", "c,d"],
        Versions = ImmutableSortedDictionary<string, long>.Empty.Add("stg_events", hour),
    };
}
