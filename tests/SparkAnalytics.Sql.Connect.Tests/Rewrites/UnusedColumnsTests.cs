using SparkAnalytics.Sql.Connect.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>What nothing uses is not asked of the server, and what makes rows is.</summary>
public sealed class UnusedColumnsTests(SparkFixture engine) : IClassFixture<SparkFixture>
{
    [Fact]
    public void FileNames_ThatNobodyUses_AreNotRead()
    {
        using var folder = engine.NewFolder();
        engine.Spark.Range(3).Write().Parquet(folder["numbers"]);
        var named = engine.Spark.Read().Parquet(folder["numbers"]).WithColumn("file", InputFileName());

        Assert.NotEqual(0, SparkPlans.CountOf(named, "file_path"));
        Assert.Equal(0, SparkPlans.CountOf(named.Filter(Col("id") > 0).Sort("id").Select("id"), "file_path"));
        Assert.Equal(2, named.Filter(Col("id") > 0).Select("id").Count());
    }

    [Fact]
    public void Explode_ThatNobodyReads_MakesItsRows()
    {
        var rows = engine.Spark.Range(2).Select(Col("id"), Explode(Array(Lit(1), Lit(2), Lit(3))).As("part"));

        Assert.Equal([0L, 0L, 0L, 1L, 1L, 1L], rows.Select("id").OrderBy("id").Collect().Select(row => row.GetAs<long>(0)));
        Assert.Equal(6, rows.Select(Lit(1)).Count());
    }

    [Fact]
    public void ColumnsOfJoinsAndGroups_AreThere()
    {
        var left = engine.Spark.Range(4).WithColumn("key", Col("id") % 2).WithColumn("unused", Col("id") * 10);
        var right = engine.Spark.Range(2).Select(Col("id").As("other"), (Col("id") + 100).As("value"));

        var rows = left.Join(right, Col("key") == Col("other")).GroupBy("value").Agg(Sum("id").As("sum"), Count(Lit(1)).As("count")).Select("sum").OrderBy("sum").Collect();

        Assert.Equal([2L, 4L], rows.Select(row => row.GetAs<long>(0)));
    }
}
