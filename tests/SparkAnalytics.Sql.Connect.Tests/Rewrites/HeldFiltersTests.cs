using SparkAnalytics.Sql.Connect.Rewrites;
using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>A filter by a costly column stays above it, so that the column is computed once.</summary>
public sealed class HeldFiltersTests(SparkFixture engine) : IClassFixture<SparkFixture>, IDisposable
{
    private static readonly Types.StructType s_schema = new([new("text", new Types.StringType())]);

    private readonly PlanRecorder _recorder = new();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void FilterByACostlyColumn_StandsAboveAColumnThatHoldsIt()
    {
        var (plan, rewritten) = Rewritten(Costly(Recorded()).Filter(Bounds(Col("costly"))));

        var filter = Assert.IsType<Filter>(Assert.IsType<Project>(rewritten).Input);
        Assert.Equal(["text", "costly", "held"], Assert.IsType<Project>(filter.Input).Output.Select(column => column.Name));
        Assert.Equal(plan.Output, rewritten.Output);
    }

    [Fact]
    public void CostOfColumnsBelow_Counts()
    {
        var frame = Enumerable.Range(0, 6).Aggregate(Recorded(), (frame, _) => frame.WithColumn("text", Concat(Col("text"), Col("text"))));

        Assert.IsType<Project>(Rewritten(frame.Filter(Col("text") != "x")).Rewritten);
    }

    [Fact]
    public void CheapFilter_GoesDownToTheFile() => Assert.IsType<Filter>(Rewritten(Recorded().WithColumn("upper", Upper(Col("text"))).Filter(Bounds(Col("upper")))).Rewritten);

    [Fact]
    public void FilterByAResultOfAnAggregate_IsCheap() =>
        Assert.IsType<Filter>(Rewritten(Costly(Recorded()).GroupBy("text").Agg(Max(Col("costly")).Alias("costly")).Filter(Bounds(Col("costly")))).Rewritten);

    [Fact]
    public void CostlyColumn_StandsOnceInSparksPlan()
    {
        using var folder = engine.NewFolder();
        engine.Spark.CreateDataFrame([new GenericRow(["b"]), new GenericRow(["c"]), new GenericRow([null])], s_schema).Write().Parquet(folder["texts"]);

        var kept = Costly(engine.Spark.Read().Parquet(folder["texts"])).Filter(Bounds(Col("costly")));

        Assert.Equal(["text", "costly"], kept.Columns());
        Assert.Equal(["b"], kept.Collect().Select(row => row.GetAs<string>("text")));
        Assert.Equal(12, SparkPlans.CountOf(kept, "translate("));
    }

    private static DataFrame Costly(DataFrame frame) =>
        frame.WithColumn("costly", Enumerable.Range(0, 12).Aggregate(Col("text"), (text, index) => Translate(text, $"{index}", "x")));

    private static Column Bounds(Column text) => (text > "a") & (text < "c") & (text != "x");

    private DataFrame Recorded() => SparkSession.Create(_recorder).Read().Schema(s_schema).Parquet("file:/nowhere");

    private (Relation Plan, Relation Rewritten) Rewritten(DataFrame frame)
    {
        Assert.Empty(frame.Collect());
        return (_recorder.Plan!, HeldFilters.Apply(_recorder.Plan!));
    }
}
