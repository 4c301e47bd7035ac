using SparkAnalytics.Sql.Connect.Rewrites;
using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>What stands above a union of text files is planned once, not once for each file.</summary>
public sealed class FileUnionsTests(SparkFixture engine) : IClassFixture<SparkFixture>, IDisposable
{
    private static readonly Types.StructType s_schema = new([new("value", new Types.StringType()), new("broken", new Types.StringType())]);

    private readonly PlanRecorder _recorder = new();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void UnionOfTextFiles_IsHeldOnceAsAWhole()
    {
        var (plan, rewritten) = Rewritten(Texts("a").Union(Texts("b").Filter(Col("value") != "")).Union(Texts("c")).Select(Upper(Col("value")).Alias("upper")));

        var whole = Assert.IsType<Filter>(Assert.IsType<Project>(rewritten).Input);
        Assert.IsType<SetOperation>(Assert.IsType<SetOperation>(whole.Input).Left);
        Assert.Equal(plan.Output, rewritten.Output);
    }

    [Fact]
    public void UnionOfParquetFiles_GoesOnAsItIs() => AssertUntouched(Session().Read().Schema(s_schema).Parquet("file:/a"), Session().Read().Schema(s_schema).Parquet("file:/b"));

    [Fact]
    public void UnionOfPlainTextFiles_GoesOnAsItIs() => AssertUntouched(Session().Read().Schema(s_schema).Text("file:/a"), Session().Read().Schema(s_schema).Text("file:/b"));

    [Fact]
    public void ProjectionAboveAUnion_StandsOnceInSparksPlan()
    {
        using var folder = engine.NewFolder();
        var files = Enumerable.Range(0, 4).Select(index =>
        {
            var path = folder.Write($"{index}.txt", $"line {index}\n");
            return Strict(engine.Spark.Read()).Text(path);
        }).ToList();

        var whole = files.Aggregate((left, right) => left.Union(right)).Select(Translate(Col("value"), "line", "LINE").Alias("text")).Filter(Col("text") != "LINE 2");

        Assert.Equal(["LINE 0", "LINE 1", "LINE 3"], whole.OrderBy("text").Collect().Select(row => row.GetAs<string>("text")));
        Assert.InRange(SparkPlans.CountOf(whole, "translate("), 1, 2);
    }

    private void AssertUntouched(DataFrame left, DataFrame right)
    {
        var (plan, rewritten) = Rewritten(left.Union(right).Select(Upper(Col("value"))));

        Assert.IsType<SetOperation>(Assert.IsType<Project>(rewritten).Input);
        Assert.Equal(plan.Output, rewritten.Output);
    }

    private DataFrame Texts(string name) => Strict(Session().Read()).Text($"file:/{name}");

    private static DataFrameReader Strict(DataFrameReader reader) => reader.Schema(s_schema).Option("columnNameOfCorruptRecord", "broken");

    private SparkSession Session() => SparkSession.Create(_recorder);

    private (Relation Plan, Relation Rewritten) Rewritten(DataFrame frame)
    {
        Assert.Empty(frame.Collect());
        return (_recorder.Plan!, FileUnions.Apply(_recorder.Plan!));
    }
}
