using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Tests;

public sealed class GroupingTests
{
    private static readonly DataFrame s_frame = Frames.Of("k STRING, g INT, v INT, t TIMESTAMP");

    [Fact]
    public void Agg_WhenColumnIsNeitherKeyNorAggregated_Fails() => Assert.Equal(
        "The column 'g' in '(sum(v) + g)' is neither a key of the group nor inside an aggregate; the keys are: k. Group by it or use First.",
        Frames.Error(() => s_frame.GroupBy("k").Agg(Sum("v") + Col("g"))));

    [Fact]
    public void Agg_WhenAggregateOfAggregate_Fails() => Assert.Equal(
        "'sum(max(v))' holds 'max(v)': compute the inner one as a column first.",
        Frames.Error(() => s_frame.GroupBy("k").Agg(Sum(Max("v")))));

    [Fact]
    public void GroupBy_WhenKeyIsComputed_ProjectsItBelow()
    {
        var plan = (Aggregate)s_frame.GroupBy(Upper(Col("k")).As("u")).Agg(Max(Col("v")).As("m"), Concat(Upper(Col("k")), Lit("!")).As("c")).Plan;
        Assert.IsType<Project>(plan.Input);
        Assert.Equal(plan.Input.Output[^1], Assert.Single(plan.GroupBy));
        Assert.Equal("concat(u, !)", Analysis.ExpressionName.Of(plan.Expressions[2].Value));
    }

    [Fact]
    public void Select_WhenAggregateWithoutGroups_MakesOneRow()
    {
        var plan = (Aggregate)s_frame.Select(Sum("v").As("s"), (Max("v") - Min("v")).As("d")).Plan;
        Assert.Empty(plan.GroupBy);
        Assert.Equal(["s", "d"], plan.Output.Select(column => column.Name));
    }

    [Fact]
    public void Rollup_WhenGrouped_KeysMayBeNullAndGroupingIdTakesAllKeys()
    {
        var plan = (Aggregate)Frames.Of("k STRING NOT NULL, g INT").Rollup("k", "g").Agg(GroupingId().As("id")).Plan;
        Assert.Equal(GroupKind.Rollup, plan.Kind);
        Assert.True(plan.Output[0].IsNullable);
        Assert.Equal(2, ((FunctionCall)plan.Expressions[2].Value).Arguments.Length);
    }

    [Fact]
    public void Agg_WhenWindowOverAggregate_ProjectsTheWindowAbove()
    {
        var plan = (Project)s_frame.GroupBy("k").Agg(Sum(Sum("v")).Over(Window.OrderBy("k")).As("running")).Plan;
        Assert.IsType<Aggregate>(plan.Input);
        Assert.Equal(["k", "running"], plan.Output.Select(column => column.Name));
    }

    [Fact]
    public void Pivot_WhenValuesGiven_MakesAColumnForEach() =>
        Assert.Equal(["k", "1", "2"], s_frame.GroupBy("k").Pivot("g", [1, 2]).Agg(Sum("v")).Columns());

    [Fact]
    public void Pivot_WhenSeveralAggregates_NamesValueAndAggregate() =>
        Assert.Equal(["k", "1_s", "1_max(v)"], s_frame.GroupBy("k").Pivot("g", [1]).Agg(Sum("v").As("s"), Max("v")).Columns());

    [Fact]
    public void Sum_WhenNoNames_TakesNumbersThatAreNoKeys() =>
        Assert.Equal(["g", "sum(v)"], s_frame.GroupBy("g").Sum().Columns());

    [Fact]
    public void Over_WhenRankingWithoutOrder_Fails() => Assert.Equal(
        "row_number wants a window with an order: add OrderBy to the window.",
        Frames.Error(() => s_frame.Select(RowNumber().Over(Window.PartitionBy("k")))));

    [Fact]
    public void Select_WhenWindowFunctionWithoutOver_Fails() => Assert.Equal(
        "'row_number()' is a window function: add Over(window).",
        Frames.Error(() => s_frame.Select(RowNumber())));

    [Fact]
    public void Over_WhenRangeOffsetOnTimestamp_Fails() =>
        Assert.StartsWith("RangeBetween with an offset wants a number or a date as order key, but 't' is timestamp", Frames.Error(() => s_frame.Select(Sum("v").Over(Window.OrderBy("t").RangeBetween(-5, 0)))), StringComparison.Ordinal);

    [Fact]
    public void RowsBetween_WhenStartAfterEnd_Fails() => Assert.Equal(
        "A window's frame cannot begin at 1 and end at 0: the start comes first.",
        Frames.Error(() => Window.OrderBy("t").RowsBetween(1, 0)));

    [Fact]
    public void Over_WhenFrameGiven_StandsInThePlan()
    {
        var window = (WindowExpression)((Project)s_frame.Select(Sum("v").Over(Window.OrderBy("t").RowsBetween(Window.UnboundedPreceding, -1)).As("x")).Plan).Expressions[0].Value;
        Assert.Equal(new WindowFrame(true, long.MinValue, -1), window.Frame);
    }
}
