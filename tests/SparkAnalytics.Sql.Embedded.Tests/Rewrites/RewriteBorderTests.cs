using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Rewrites;

/// <summary>Rewrites that meet one another, and what they must not change at their borders.</summary>
public sealed class RewriteBorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Create(new EmbeddedEngine());

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void InputFileName_AboveWindowsOverWindows_NamesTheFile()
    {
        var path = _folder.Write("in.csv", "a\n1\n2\n");
        var inner = Sum(Lit(1)).Over(Window.OrderBy("a"));

        var rows = _spark.Read().Option("header", true).Csv(path).Select(Col("a"), Max(inner).Over(Window.PartitionBy("a")).As("m"), InputFileName().As("file")).OrderBy("a").Collect().ToList();

        Assert.Equal([1L, 2L], rows.Select(row => row.GetAs<long>("m")));
        Assert.All(rows, row => Assert.EndsWith("/in.csv", row.GetAs<string>("file"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"a":"\ud83d","b":1}""", null, "1")]
    [InlineData("""{"a":"\ud83d","a":"x","b":1}""", null, "1")]
    [InlineData("""{"a":null,"a":"x","b":1}""", "x", "1")]
    [InlineData("""{"a":"x","b":2,"a":"y"}""", "x", "2")]
    public void Members_OfOneText_AreTheSameTogetherAsAlone(string json, string? text, string? number)
    {
        var rows = _spark.CreateDataFrame([new GenericRow([json])], new Types.StructType([new Types.StructField("j", new Types.StringType())]));
        var (a, b) = (Extras.JsonString(Col("j"), "$.a"), Extras.JsonNumber(Col("j"), "$.b"));

        Assert.Equal([text, number], rows.Select(a.As("a"), b.As("b")).Collect().Single().Values);
        Assert.Equal(text, rows.Select(a.As("a")).Collect().Single()[0]);
        Assert.Equal(number, rows.Select(b.As("b")).Collect().Single()[0]);
    }
}
