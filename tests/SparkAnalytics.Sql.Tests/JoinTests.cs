using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Tests;

public sealed class JoinTests
{
    private static readonly DataFrame s_left = Frames.Of("k INT, a STRING");
    private static readonly DataFrame s_right = Frames.Of("K BIGINT, b STRING");

    [Theory]
    [InlineData("inner", "[k: int, a: string, b: string]")]
    [InlineData("left_outer", "[k: int, a: string, b: string]")]
    [InlineData("right", "[K: bigint, a: string, b: string]")]
    [InlineData("full_outer", "[k: bigint, a: string, b: string]")]
    [InlineData("leftsemi", "[k: int, a: string]")]
    [InlineData("left_anti", "[k: int, a: string]")]
    public void Join_WhenUsingColumns_GivesTheKeyOnce(string kind, string expected) =>
        Assert.Equal(expected, s_left.Join(s_right, ["k"], kind).ToString());

    [Fact]
    public void Join_WhenUsingColumns_ComparesAfterWidening()
    {
        var join = (Join)((Project)s_left.Join(s_right, "k").Plan).Input;
        Assert.Equal("(CAST(k AS BIGINT) = K)", Analysis.ExpressionName.Of(join.Condition!));
    }

    [Theory]
    [InlineData("cross", JoinKind.Cross)]
    [InlineData("OUTER", JoinKind.FullOuter)]
    [InlineData("left_semi", JoinKind.LeftSemi)]
    [InlineData("anti", JoinKind.LeftAnti)]
    public void Join_WhenKindNamed_IsThatKind(string name, JoinKind expected) =>
        Assert.Equal(expected, ((Join)s_left.Join(s_right, s_left["k"] == s_right["k"], name).Plan).Kind);

    [Fact]
    public void Join_WhenKindUnknown_ListsKinds() =>
        Assert.StartsWith("There is no join type 'lef'; there are: left, ", Frames.Error(() => s_left.Join(s_right, ["k"], "lef")), StringComparison.Ordinal);

    [Fact]
    public void Join_WhenLeftOuter_RightColumnsMayBeNull()
    {
        var right = Frames.Of("k INT NOT NULL");
        var joined = Frames.Of("k INT NOT NULL").Join(right, Lit(true), "left");
        Assert.Equal([false, true], joined.Schema().Fields.Select(field => field.IsNullable));
    }

    [Fact]
    public void Join_WhenSelfJoinWithAliases_KeepsTheSidesApart()
    {
        var joined = s_left.As("x").Join(s_left.As("y"), Col("x.k") == Col("y.k"));
        Assert.Equal(4, joined.Plan.Output.Select(column => column.Id).Distinct().Count());
        Assert.Equal(joined.Plan.Output[3], joined.Select("y.a").Plan.Output[0]);
    }

    [Fact]
    public void Join_WhenSelfJoinWithColumnsOfAliasedFrames_MeansEachItsSide()
    {
        var x = s_left.As("x");
        var y = s_left.As("y");
        var condition = (FunctionCall)((Join)x.Join(y, x["k"] == y["k"]).Plan).Condition!;
        Assert.NotEqual(((AttributeReference)condition.Arguments[0]).Id, ((AttributeReference)condition.Arguments[1]).Id);
    }

    [Fact]
    public void Join_WhenSelfJoinWithoutAliases_RefusesColumnsOfBothSides() => Assert.Equal(
        "The column 'k' is in both sides of this join, which come from the same DataFrame. Give the sides aliases with As and write 'alias.k', or join by the column's name.",
        Frames.Error(() => s_left.Join(s_left.Filter(Col("k") > 1), s_left["k"] == s_left["k"])));

    [Fact]
    public void Join_WhenAggregateOfItself_JoinsByName()
    {
        var counts = s_left.GroupBy("k").Agg(Count("*").As("n"));
        Assert.Equal("[k: int, a: string, n: bigint]", s_left.Join(counts, "k").ToString());
    }
}
