using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Tests;

public sealed class SetTests
{
    private static readonly DataFrame s_left = Frames.Of("a INT, b STRING");

    [Fact]
    public void Union_WhenTypesDiffer_WidensByPosition()
    {
        var union = s_left.Union(Frames.Of("x BIGINT, y STRING"));
        Assert.Equal("[a: bigint, b: string]", union.ToString());
        Assert.IsType<Project>(((SetOperation)union.Plan).Left);
        Assert.IsType<LocalRelation>(((SetOperation)union.Plan).Right);
    }

    [Fact]
    public void Union_WhenColumnsDifferInNumber_Fails() => Assert.Equal(
        "Union wants as many columns on both sides, but the left has 2 (a, b) and the right 1 (a).",
        Frames.Error(() => s_left.Union(s_left.Select("a"))));

    [Fact]
    public void Union_WhenTypesDoNotFit_Fails() => Assert.Equal(
        "Union: the column 'a' is int on the left, but 'x' is boolean on the right.",
        Frames.Error(() => s_left.Union(Frames.Of("x BOOLEAN, y STRING"))));

    [Fact]
    public void UnionByName_WhenOrderDiffers_MatchesNames() =>
        Assert.Equal(["b", "a"], ((Project)((SetOperation)Frames.Of("b STRING, a INT").UnionByName(s_left).Plan).Right).Output.Select(column => column.Name));

    [Fact]
    public void UnionByName_WhenMissing_FailsUnlessAllowed()
    {
        var other = Frames.Of("a INT, c DATE");
        Assert.Equal("UnionByName: one side has no column 'c'; it has: a, b. Pass allowMissingColumns to fill it with NULL.", Frames.Error(() => s_left.UnionByName(other)));
        Assert.Equal("[a: int, b: string, c: date]", s_left.UnionByName(other, true).ToString());
    }

    [Theory]
    [InlineData(0, SetOperationKind.Intersect, false)]
    [InlineData(1, SetOperationKind.Intersect, true)]
    [InlineData(2, SetOperationKind.Except, false)]
    [InlineData(3, SetOperationKind.Except, true)]
    public void SetOperation_WhenNamed_IsThatOperation(int which, SetOperationKind kind, bool isAll)
    {
        DataFrame[] frames = [s_left.Intersect(s_left), s_left.IntersectAll(s_left), s_left.Except(s_left), s_left.ExceptAll(s_left)];
        var operation = (SetOperation)frames[which].Plan;
        Assert.Equal((kind, isAll), (operation.Kind, operation.IsAll));
    }
}
