using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Rewrites;

/// <summary>First rows of groups by one aggregate: the same rows as by windows, and only where they are.</summary>
public sealed class GroupFirstsTests : RewriteComparison
{
    public GroupFirstsTests()
    {
        using var session = SparkSession.Create(new EmbeddedEngine());
        session.Range(3000).Select(
            Col("id"),
            When(Col("id") % 13 != 0, Col("id") % 40).As("user"),
            When(Col("id") % 7 != 0, Col("id") * 31 % 17).As("weight"),
            Md5(Col("id").Cast("string")).As("a"),
            Sha1(Col("id").Cast("string")).As("b")).Write().Parquet(Folder["rows"]);
    }

    [Theory]
    [InlineData("weight, id")]
    [InlineData("weight desc, id desc")]
    [InlineData("weight nulls last, id")]
    [InlineData("weight desc nulls first, id")]
    public void FirstRows_InAnyOrder_AreTheSame(string order)
    {
        DataFrame First(SparkSession spark) => Numbered(spark, Window.PartitionBy("user").OrderBy([.. order.Split(", ").Select(Order)])).Filter(Col("position") == 1).Drop("position");

        AssertSame(First, isByGroups: true, 41);
    }

    [Fact]
    public void FirstRows_WithFiguresOfTheirGroup_AreTheSame()
    {
        var group = Window.PartitionBy("user");
        DataFrame First(SparkSession spark) => Numbered(spark, group.OrderBy("weight", "id"))
            .WithColumn("count", Count("weight").Over(group))
            .WithColumn("sum", Sum("weight").Over(group))
            .WithColumn("most", Max("b").Over(group))
            .WithColumn("share", Col("weight").Cast("double") / Col("sum"))
            .Filter((Col("position") == 1) & (Col("id") > 3))
            .Drop("position");

        // Of the ids up to 3 only 0 comes first in its group, the one without a user: the others have a weight, and NULL comes first.
        AssertSame(First, isByGroups: true, 40);
    }

    [Fact]
    public void WindowsOfAnotherKind_StayWindows()
    {
        var group = Window.PartitionBy("user");
        var inOrder = group.OrderBy("weight", "id");
        DataFrame Firsts(SparkSession spark) => Numbered(spark, inOrder).Filter(Col("position") == 1);

        AssertSame(spark => Numbered(spark, inOrder).Filter(Col("position") == 2), isByGroups: false, 41);
        AssertSame(spark => Numbered(spark, inOrder).Filter(Col("position") <= 1), isByGroups: false, 41);
        AssertSame(spark => Numbered(spark, inOrder).WithColumn("running", Sum("id").Over(inOrder)).Filter(Col("position") == 1), isByGroups: false, 41);
        AssertSame(spark => Numbered(spark, inOrder).WithColumn("all", Count(Lit(1)).Over(Window.PartitionBy("weight"))).Filter(Col("position") == 1), isByGroups: false, 41);
        AssertSame(spark => Firsts(spark).WithColumn("left", Count(Lit(1)).Over(group)).Drop("position"), isByGroups: false, 41);
        AssertSame(spark => Numbered(spark, inOrder).WithColumn("firsts", Count(When(Col("position") == 1, 1)).Over(group)).Filter(Col("position") == 1), isByGroups: false, 41);
    }

    private static Column Order(string text) => text.Split(' ') switch
    {
        [var name] => Col(name).Asc(),
        [var name, "desc"] => Col(name).Desc(),
        [var name, "nulls", "last"] => Col(name).AscNullsLast(),
        [var name, ..] => Col(name).DescNullsFirst(),
        _ => throw new ArgumentException(text, nameof(text)),
    };

    private DataFrame Numbered(SparkSession spark, WindowSpec inOrder) => spark.Read().Parquet(Folder["rows"]).WithColumn("position", RowNumber().Over(inOrder));

    private void AssertSame(Func<SparkSession, DataFrame> rows, bool isByGroups, int count)
    {
        List<string> Collected(EmbeddedEngine engine) => [.. rows(SparkSession.Create(engine)).Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal)];

        var plain = Collected(Plain);
        Assert.Equal(count, plain.Count);
        Assert.Equal(plain, Collected(Rewriting));
        Assert.Equal(isByGroups, !Rewriting.Explain(rows(SparkSession.Create(Rewriting)).Plan).Contains(" OVER ", StringComparison.Ordinal));
    }
}
