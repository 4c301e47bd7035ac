using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Models.Tests.Attribution.Attributed;

namespace SparkAnalytics.Models.Tests.Attribution;

/// <summary>Which touches are eligible for an order.</summary>
public sealed class AttributionWindowTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly TimeSpan s_microsecond = TimeSpan.FromMicroseconds(1);

    private static readonly TimeSpan s_week = TimeSpan.FromHours(168);

    [Fact]
    public void Build_WhenTouchIsAtTheOrderOr168HoursBefore_IsEligible() => Assert.Equal(
        ["first_click | ann-1 | 1 | 2 | 168", "last_click | ann-2 | 2 | 2 | 0"],
        Credited(Touches(s_week, TimeSpan.Zero)));

    [Fact]
    public void Build_WhenTouchIsOneMicrosecondOutside_IsNotEligible() => Assert.Empty(Credited(Touches(s_week + s_microsecond, -s_microsecond)));

    [Fact]
    public void Build_WhenTouchIsOneMicrosecondInside_IsEligible() => Assert.Equal(
        ["first_click | ann-2 | 1 | 2", "last_click | ann-3 | 2 | 2"],
        models.Rows(1m, Touches(s_week + s_microsecond, s_week - s_microsecond, s_microsecond, -s_microsecond))
            .Select(row => row.Line("model", "touch_id", "touch_index", "touch_count")));

    [Fact]
    public void Build_WhenClocksChangeInBetween_CountsElapsedHours()
    {
        var order = new Order("T1", "ann", new Timestamp(2025, 4, 2, 12, 0, 0, 0), 1m);
        Touch[] touches = [new("ann", 1, new Timestamp(2025, 3, 26, 11, 59, 59, 999_999)), new("ann", 2, new Timestamp(2025, 3, 26, 12, 0, 0, 0))];

        var rows = models.Rows([order], touches, ModelsFixture.Defaults with { TimeZone = "Europe/Berlin" });

        Assert.Equal(["ann-2 | 1", "ann-2 | 1"], rows.Select(row => row.Line("touch_id", "touch_count")));
    }

    [Fact]
    public void Build_WhenWindowIsSet_CountsBySetting()
    {
        var touches = Touches(TimeSpan.FromDays(1) + s_microsecond, TimeSpan.FromDays(1), TimeSpan.Zero);

        Assert.Equal(
            ["first_click | ann-2 | 1 | 2 | 24", "last_click | ann-3 | 2 | 2 | 0"],
            Credited(touches, ModelsFixture.Defaults with { AttributionWindow = TimeSpan.FromDays(1) }));
        Assert.Equal(
            ["first_click | ann-3 | 1 | 1 | 0", "last_click | ann-3 | 1 | 1 | 0"],
            Credited(touches, ModelsFixture.Defaults with { AttributionWindow = TimeSpan.Zero }));
    }

    [Fact]
    public void Build_WhenOrderHasNoTouch_HasNoRow()
    {
        Order[] orders = [new("T1", "bob", Noon, 1m), new("T2", null, Noon, 1m), new("T3", "Ann", Noon, 1m)];

        Assert.Empty(models.Rows(orders, Hourly(2)));
        Assert.Empty(models.Rows(1m, []));
    }

    [Fact]
    public void Build_WhenUserHasSeveralOrders_CreditsEachAlone()
    {
        Order[] orders = [new("T1", "ann", Noon, 1m), new("T2", "ann", Before(TimeSpan.FromHours(2)), 2m), new("T3", "bob", Noon, 3m)];
        Touch[] touches = [.. Hourly(3), new("bob", 1, Noon)];

        Assert.Equal(
            ["first_click | T1 | ann-1 | 3", "first_click | T2 | ann-1 | 2", "first_click | T3 | bob-1 | 1", "last_click | T1 | ann-3 | 3", "last_click | T2 | ann-2 | 2", "last_click | T3 | bob-1 | 1"],
            models.Rows(orders, touches).Select(row => row.Line("model", "order_id", "touch_id", "touch_count")));
    }

    [Fact]
    public void Build_WhenTouchIsCredited_HasTheColumnsOfOrderAndTouch()
    {
        var rows = models.Rows(12.5m, Touches(TimeSpan.FromMinutes(90)));

        Assert.Equal(
            "first_click | T1 | ann | 2025-03-15 12:00:00.000000Z | 2025-03-15 | 12.50 | ann-1 | ann-1 | 2025-03-15 10:30:00.000000Z | Channel 1 | source1 | NULL | campaign1 | 1 | 1 | 1.5 | 1.00000000 | 12.50",
            rows[0].Line());
        Assert.Equal(rows[0].Line().Replace("first_click", "last_click", StringComparison.Ordinal), rows[1].Line());
    }

    [Fact]
    public void Build_WhenHoursAreNoWholeNumber_GivesTheFraction() => Assert.Equal(
        1d / 3_600_000_000d, models.Rows(1m, Touches(s_microsecond))[0].As<double>("hours_to_order"));

    private IEnumerable<string> Credited(IEnumerable<Touch> touches, AnalyticsSettings? settings = null) =>
        models.Rows(1m, touches, settings).Select(row => row.Line("model", "touch_id", "touch_index", "touch_count", "hours_to_order"));
}
