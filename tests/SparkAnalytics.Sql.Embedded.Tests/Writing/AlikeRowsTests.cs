using SparkAnalytics.Sql.Embedded.Tests.Support;
using System.Collections.Immutable;
using SparkAnalytics.Sql.Embedded.Writing.Duplicates;
using SparkAnalytics.Sql.Expressions;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Writing;

/// <summary>Distinct rows by the md5 of all that they hold, which are written in one pass.</summary>
public sealed class AlikeRowsTests : RewriteComparison
{
    public AlikeRowsTests()
    {
        using var session = SparkSession.Create(new EmbeddedEngine());
        // 556 ids are multiples of 9 and have no event: of these, users and days tell 350 apart, of the 445 on the first four days 280, of the 8 of the user 7 five.
        // Of the ids below 100, 88 have an event and come twice, 2 of them of the user 7.
        var events = session.Range(5000).Select((Col("id") % 70).Cast("string").As("user"), When(Col("id") % 9 != 0, Col("id").Cast("string")).As("event"), (Col("id") / 1000).Cast("int").As("day"));
        events.Union(events.Filter(Col("event").Cast("int") < 100)).Repartition(1).Write().Parquet(Folder["events"]);
    }

    [Fact]
    public void DistinctRows_ByTheMd5OfTheirColumns_AreTheSameAndCounted()
    {
        Func<SparkSession, DataFrame> rows = spark => Keyed(spark).Filter(Col("day").IsNotNull() & (Col("user") != "7")).WithColumn("upper", Upper(Col("event"))).DropDuplicates("key");

        Assert.True(IsAtOnce(rows));
        AssertSame(rows, 88 - 2 + 206 - 3);
    }

    [Fact]
    public void DistinctRows_WithoutAFilter_AreTheSame()
    {
        Func<SparkSession, DataFrame> rows = spark => Keyed(spark).DropDuplicates("key");

        Assert.True(IsAtOnce(rows));
        AssertSame(rows, 88 + 206);
    }

    [Fact]
    public void DistinctRows_BetweenTwoFilters_AreTheSame()
    {
        Func<SparkSession, DataFrame> rows = spark => spark.Read().Parquet(Folder["events"]).Filter(Col("day") < 9).WithColumn("line", Concat(Col("user"), Lit(" "), Coalesce(Col("event"), Lit("")), Col("day").Cast("string")))
            .Select(Md5(Col("line")).As("key"), Upper(Col("line")).As("upper"))
            .Filter(Col("upper") != "7 77")
            .DropDuplicates("key");

        Assert.True(IsAtOnce(rows));
        AssertSame(rows, 88 + 206);
    }

    [Theory]
    [InlineData("no md5")]
    [InlineData(null)]
    public void DistinctRows_OfWhichSomeHaveAnotherKey_AreWrittenByTheOtherWay(string? key)
    {
        Func<SparkSession, DataFrame> rows = spark => Keyed(spark, When(Col("day") == 4, Lit(key)).Otherwise(Hash)).DropDuplicates("key");

        Assert.True(IsAtOnce(rows));
        AssertSame(rows, 88 + 999 + 165);
    }

    [Fact]
    public void DistinctRows_ThatHoldMoreThanTheirKey_AreNotWrittenAtOnce()
    {
        var (short_, inOrder) = (Md5(Concat(Substring(Col("user"), 1, 1), Coalesce(Col("event"), Lit("")))), Window.OrderBy("event"));

        Assert.False(IsAtOnce(spark => Keyed(spark, Md5(Col("event"))).DropDuplicates("key")), "a column is not in the key");
        Assert.False(IsAtOnce(spark => Keyed(spark, short_).Select("key", "user", "event").DropDuplicates("key")), "a column is in the key in part only");
        Assert.False(IsAtOnce(spark => Keyed(spark).DropDuplicates("event")), "the key is no md5");
        Assert.False(IsAtOnce(spark => Keyed(spark).DropDuplicates("key", "user")), "two keys");
        Assert.False(IsAtOnce(spark => Keyed(spark).WithColumn("file", InputFileName()).DropDuplicates("key")), "the file tells rows apart");
        Assert.False(IsAtOnce(spark => Keyed(spark).WithColumn("random", Rand(1)).DropDuplicates("key")), "a random column");
        Assert.False(IsAtOnce(spark => Keyed(spark).WithColumn("number", RowNumber().Over(inOrder)).DropDuplicates("key")), "a window");
        Assert.False(IsAtOnce(spark => spark.Read().Parquet(Folder["events"]).Filter(Col("day") > 1).WithColumn("key", Hash).DropDuplicates("key")), "the key is not known to the filter");
    }

    private static Column Hash => Md5(ConcatWs("-", Col("user"), Coalesce(Col("event"), Lit("none")), Col("day").Cast("string")));

    private DataFrame Keyed(SparkSession spark, Column? key = null) => spark.Read().Parquet(Folder["events"]).WithColumn("key", key ?? Hash);

    private bool IsAtOnce(Func<SparkSession, DataFrame> rows) => AlikeRows.Once((Deduplicate)rows(SparkSession.Create(Rewriting)).Plan, 1) is not null;

    private void AssertSame(Func<SparkSession, DataFrame> rows, long duplicates)
    {
        var plain = Written(Plain, rows, "plain").Rows;
        var (found, counted) = Written(Rewriting, rows, "rewriting");

        Assert.Equal(plain, found);
        Assert.Equal(duplicates, counted);
    }

    private (List<string> Rows, long? Duplicates) Written(EmbeddedEngine engine, Func<SparkSession, DataFrame> rows, string name)
    {
        var spark = SparkSession.Create(engine);
        var options = ImmutableDictionary<string, string>.Empty.Add("targetFileSize", "20000");
        var result = engine.Execute(new WriteCommand(rows(spark).Plan, "delta", SaveMode.Overwrite, Folder[name], options, []));
        Assert.Equal(Directory.GetFiles(Folder[name]).Length, result.Metrics["numFiles"]);
        return ([.. spark.Read().Format("delta").Load(Folder[name]).Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal)], result.Count("numDuplicateRows"));
    }
}
