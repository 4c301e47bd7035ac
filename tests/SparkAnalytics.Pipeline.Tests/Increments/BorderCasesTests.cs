using static SparkAnalytics.Pipeline.Tests.Support.IncrementalLakehouse;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>What late and re-sent events do, with values that follow from the rules.</summary>
public sealed class BorderCasesTests : IDisposable
{
    private readonly IncrementalLakehouse _lakehouse = new();

    public void Dispose() => _lakehouse.Dispose();

    [Fact]
    public void Run_WithAnEventBetweenTwoSessions_JoinsThem()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z", data: AdClick), Event("u", "2025-03-01T10:50:00Z", data: Newsletter), Event("u", "2025-03-01T12:00:00Z"));
        Assert.Equal(["u-1 1 01 10:00 01 10:00 1", "u-2 2 01 10:50 01 10:50 1", "u-3 3 01 12:00 01 12:00 1"], Sessions());

        var report = _lakehouse.Load(Event("u", "2025-03-01T10:25:00Z"));

        Assert.Equal(["u-1 1 01 10:00 01 10:50 3", "u-2 2 01 12:00 01 12:00 1"], Sessions());
        Assert.Equal(["01 10:00 u-1", "01 10:25 u-1", "01 10:50 u-1", "01 12:00 u-2"], _lakehouse.Rows("fct_session_events", "event_ts", "session_id"));
        Assert.Equal(["u-1 Paid Search"], _lakehouse.Rows("fct_marketing_touches", "touch_id", "channel"));
        Assert.Equal(["u 4 2"], _lakehouse.Rows("dim_users", "user_id", "total_events", "session_count"));
        Assert.Equal((1, 0, 0), Changes(report, "stg_events"));
        Assert.Equal((1, 2, 0), Changes(report, "fct_session_events"));
        Assert.Equal((0, 2, 1), Changes(report, "fct_sessions"));
        Assert.Equal((0, 0, 1), Changes(report, "fct_marketing_touches"));
        Assert.Equal((0, 1, 0), Changes(report, "dim_users"));
        Assert.Equal((0, 0, 0), Changes(report, "fct_orders"));
    }

    [Fact]
    public void Run_WithAnEventBeforeAll_RenumbersEverySessionAndTheTouchesOfAnOrderThreeWeeksYounger()
    {
        _lakehouse.Load(
            Event("u", "2025-03-02T10:00:00Z"), Event("u", "2025-03-21T09:00:00Z", data: AdClick), Purchase("u", "2025-03-22T10:00:00Z", "o1", 30), Event("v", "2025-03-02T10:00:00Z"));
        Assert.Equal(["first_click o1 u-2", "last_click o1 u-2"], _lakehouse.Rows("fct_order_attribution", "model", "order_id", "touch_id"));

        var report = _lakehouse.Load(Event("u", "2025-03-01T08:00:00Z"));

        Assert.Equal(["u-1 01 08:00", "u-2 02 10:00", "u-3 21 09:00", "u-4 22 10:00", "v-1 02 10:00"], _lakehouse.Rows("fct_sessions", "session_id", "session_start_ts"));
        Assert.Equal(["first_click o1 u-3", "last_click o1 u-3"], _lakehouse.Rows("fct_order_attribution", "model", "order_id", "touch_id"));
        Assert.Equal((1, 3, 0), Changes(report, "fct_session_events"));
        Assert.Equal((1, 3, 0), Changes(report, "fct_sessions"));
        Assert.Equal((1, 0, 1), Changes(report, "fct_marketing_touches"));
        Assert.Equal((2, 0, 2), Changes(report, "fct_order_attribution"));
        Assert.Equal((0, 0, 0), Changes(report, "fct_orders"));
        Assert.Equal((0, 1, 0), Changes(report, "dim_users"));
    }

    [Theory]
    [InlineData("2025-03-01T09:30:00Z", "u-1 1 01 09:30 01 10:00 2", "u-2 2 01 11:00 01 11:00 1")]
    [InlineData("2025-03-01T09:29:59.999999Z", "u-1 1 01 09:29 01 09:29 1", "u-2 2 01 10:00 01 10:00 1", "u-3 3 01 11:00 01 11:00 1")]
    [InlineData("2025-03-01T11:30:00Z", "u-1 1 01 10:00 01 10:00 1", "u-2 2 01 11:00 01 11:30 2")]
    [InlineData("2025-03-01T11:30:00.000001Z", "u-1 1 01 10:00 01 10:00 1", "u-2 2 01 11:00 01 11:00 1", "u-3 3 01 11:30 01 11:30 1")]
    public void Run_WithAnEventThirtyMinutesFromASession_JoinsItAndNoEventFartherAway(string instant, params string[] sessions)
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"), Event("u", "2025-03-01T11:00:00Z"));

        _lakehouse.Load(Event("u", instant));

        Assert.Equal(sessions, Sessions());
    }

    [Fact]
    public void Run_WithATouchThatArrivesADayAfterItsOrder_GivesItTheCredit()
    {
        _lakehouse.Load(Event("u", "2025-03-01T09:00:00Z", data: AdClick), Purchase("u", "2025-03-01T12:00:00Z", "o1", 30), Purchase("u", "2025-03-09T12:00:00Z", "o2", 5));
        _lakehouse.Load(Event("other", "2025-03-10T12:00:00Z"));

        var report = _lakehouse.Load(Event("u", "2025-03-01T11:00:00Z", data: Newsletter));

        Assert.Equal(
            ["first_click o1 u-1 Paid Search 1 2 30.00", "last_click o1 u-2 Email 2 2 30.00"],
            _lakehouse.Rows("fct_order_attribution", "model", "order_id", "touch_id", "channel", "touch_index", "touch_count", "attributed_revenue"));
        Assert.Equal((1, 1, 1), Changes(report, "fct_order_attribution"));
        Assert.Equal(5, report.Totals.UnattributedRevenue);
    }

    [Fact]
    public void Run_WithAnEventThatMergesATouchAway_TakesTheCreditOfLaterOrdersFromIt()
    {
        _lakehouse.Load(
            Event("u", "2025-03-01T10:00:00Z", data: AdClick),
            Event("u", "2025-03-01T10:50:00Z", data: Newsletter),
            Purchase("u", "2025-03-01T12:00:00Z", "o1", 30),
            Purchase("u", "2025-03-08T10:30:00Z", "o2", 5));
        Assert.Equal(
            ["first_click o1 u-1 1 2", "first_click o2 u-2 1 1", "last_click o1 u-2 2 2", "last_click o2 u-2 1 1"],
            _lakehouse.Rows("fct_order_attribution", "model", "order_id", "touch_id", "touch_index", "touch_count"));

        var report = _lakehouse.Load(Event("u", "2025-03-01T10:25:00Z"));

        // The touch of 10:00 stays as it was, and is 168 hours and half an hour before the second order: only the one that is gone tells that the orders' credit has to change.
        Assert.Equal((0, 0, 1), Changes(report, "fct_marketing_touches"));
        Assert.Equal(["first_click o1 u-1 1 1", "last_click o1 u-1 1 1"], _lakehouse.Rows("fct_order_attribution", "model", "order_id", "touch_id", "touch_index", "touch_count"));
        Assert.Equal((1, 1, 3), Changes(report, "fct_order_attribution"));
        Assert.Equal((0, 0, 0), Changes(report, "fct_orders"));
        Assert.Equal((1, 5), (report.Totals.UnattributedOrders, report.Totals.UnattributedRevenue));
    }

    [Fact]
    public void Run_WithAnOrderSentAgainByALargerUserForMore_MovesItThere()
    {
        _lakehouse.Load(
            Event("u1", "2025-03-01T09:00:00Z", data: AdClick), Purchase("u1", "2025-03-01T12:00:00Z", "o1", 30), Event("u2", "2025-03-01T10:00:00Z", data: Newsletter), Purchase("u1", "2025-03-01T12:10:00Z", "o2", 7));

        var report = _lakehouse.Load(Purchase("u2", "2025-03-01T13:00:00Z", "o1", 50));

        Assert.Equal(["o1 u2 01 13:00 50.00 30.00 2 2", "o2 u1 01 12:10 7.00 7.00 1 1"], _lakehouse.Rows("fct_orders", "order_id", "user_id", "order_ts", "revenue", "revenue_min", "event_count", "user_count"));
        Assert.Equal(["u1 1 7.00 37.00 2", "u2 1 50.00 50.00 1"], _lakehouse.Rows("dim_users", "user_id", "order_count", "order_revenue", "total_revenue", "purchases"));
        Assert.Equal(
            ["first_click o1 u2-1 Email 50.00", "first_click o2 u1-1 Paid Search 7.00", "last_click o1 u2-1 Email 50.00", "last_click o2 u1-1 Paid Search 7.00"],
            _lakehouse.Rows("fct_order_attribution", "model", "order_id", "touch_id", "channel", "attributed_revenue"));
        Assert.Equal((0, 1, 0), Changes(report, "fct_orders"));
        Assert.Equal((2, 0, 2), Changes(report, "fct_order_attribution"));
        Assert.Equal((0, 2, 0), Changes(report, "dim_users"));
        Assert.Equal((1, 20), (report.Totals.OrderConflicts, report.Totals.OrderConflictRevenue));
    }

    [Fact]
    public void Run_WithAnOrderSentAgainByNobodyForMore_LeavesItWithItsUser()
    {
        _lakehouse.Load(Event("u1", "2025-03-01T09:00:00Z", data: AdClick), Purchase("u1", "2025-03-01T12:00:00Z", "o1", 30));

        var report = _lakehouse.Load(Purchase(null, "2025-03-01T13:00:00Z", "o1", 50));

        Assert.Equal(["o1 u1 01 13:00 50.00 2 1"], _lakehouse.Rows("fct_orders", "order_id", "user_id", "order_ts", "revenue", "event_count", "user_count"));
        Assert.Equal(["u1 1 50.00 30.00 2"], _lakehouse.Rows("dim_users", "user_id", "order_count", "order_revenue", "total_revenue", "total_events"));
        Assert.Equal(["first_click 50.00", "last_click 50.00"], _lakehouse.Rows("fct_order_attribution", "model", "attributed_revenue"));
        Assert.Equal((1, 0, 0), Changes(report, "fct_session_events"));
        Assert.Equal((0, 0, 0), Changes(report, "fct_sessions"));
        Assert.Equal((0, 2, 0), Changes(report, "fct_order_attribution"));
    }

    [Fact]
    public void Run_WithAnOrderFirstSentByNobody_GivesItToTheUserWhoSendsItAgain()
    {
        _lakehouse.Load(Event("u1", "2025-03-01T09:00:00Z", data: AdClick), Purchase(null, "2025-03-01T12:00:00Z", "o1", 30));
        Assert.Empty(_lakehouse.Rows("fct_order_attribution", "order_id"));

        _lakehouse.Load(Purchase("u1", "2025-03-01T12:00:00Z", "o1", 30));

        Assert.Equal(["o1 u1 30.00 2"], _lakehouse.Rows("fct_orders", "order_id", "user_id", "revenue", "event_count"));
        Assert.Equal(["u1 1 30.00"], _lakehouse.Rows("dim_users", "user_id", "order_count", "order_revenue"));
        Assert.Equal(["first_click o1", "last_click o1"], _lakehouse.Rows("fct_order_attribution", "model", "order_id"));
    }

    private string[] Sessions() => _lakehouse.Rows("fct_sessions", "session_id", "session_seq", "session_start_ts", "session_end_ts", "event_count");
}
