using System.Text.Json;
using SparkAnalytics.Pipeline.Reports;
using static SparkAnalytics.Pipeline.Tests.Support.IncrementalLakehouse;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>What a run says of what it altered, against histories that are known.</summary>
public sealed class RestatementsTests : IDisposable
{
    private readonly IncrementalLakehouse _lakehouse = new();

    public void Dispose() => _lakehouse.Dispose();

    [Fact]
    public void Run_WithALateTouch_TellsHowLateAndWhatMoved()
    {
        _lakehouse.Load(
            Event("u", "2025-03-01T09:00:00Z", data: AdClick), Purchase("u", "2025-03-01T12:00:00Z", "o1", 30), Event("u", "2025-03-02T10:00:00Z"), Event("v", "2025-03-04T00:00:00Z"));

        var report = _lakehouse.Load(
            Event("u", "2025-03-01T11:00:00Z", data: Newsletter), Event("v", "2025-03-04T00:10:00Z"), Event("w", "2025-03-03T23:59:30Z"), Event("u", "2025-03-02T10:29:00Z"));

        var lateness = report.Lateness!;
        Assert.Equal((4L, 3L), (lateness.Events, lateness.LateEvents));
        Assert.Equal((135_060d, 219_600d), (lateness.MedianSecondsLate, lateness.MostSecondsLate));
        Assert.Equal((1L, 1L, 0L, 1L), (lateness.SessionsContinued, lateness.SessionsExtended, lateness.SessionsMerged, lateness.SessionsRenumbered));
        Assert.Equal((0L, 1L), (lateness.OrdersChanged, lateness.OrdersReattributed));
        Assert.Equal([new MovedRevenue("last_click", "Email", 30), new MovedRevenue("last_click", "Paid Search", -30)], lateness.RevenueMoved);
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 0, 10, 0, TimeSpan.Zero), report.Watermark);

        // The session at 12:00 is the third now, that at 11:00 the second; the session of v merely went on.
        Assert.Equal(
            [
                "fct_order_attribution o1 first_click late_event",
                "fct_order_attribution o1 last_click late_event",
                "fct_sessions u-2 late_event",
                "fct_sessions u-3 late_event",
                "fct_sessions u-4 late_event",
            ],
            Changes().Select(change => $"{change.Model} {change.Id} {change.Reason}"));
        var last = Changes().Single(change => change.Id == "o1 last_click");
        Assert.Equal(("u-1", "Paid Search", "30.00"), Credit(last.Before!));
        Assert.Equal(("u-2", "Email", "30.00"), Credit(last.After!));
        var fourth = Changes().Single(change => change.Id == "u-4");
        Assert.Null(fourth.Before);
        Assert.Equal("""{"user_id":"u","session_seq":4,"session_start_ts":"2025-03-02T10:00:00.000000Z","session_end_ts":"2025-03-02T10:29:00.000000Z","event_count":2,"entry_channel":"Direct"}""", fourth.After);
    }

    [Fact]
    public void Run_WithAnEventBetweenTwoSessions_TellsThatTheyWereMerged()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"), Event("u", "2025-03-01T10:50:00Z"), Event("u", "2025-03-01T12:00:00Z"));

        var lateness = _lakehouse.Load(Event("u", "2025-03-01T10:25:00Z")).Lateness!;

        Assert.Equal((0L, 1L, 1L, 1L), (lateness.SessionsContinued, lateness.SessionsExtended, lateness.SessionsMerged, lateness.SessionsRenumbered));
        var gone = Changes().Single(change => change.Id == "u-3");
        Assert.NotNull(gone.Before);
        Assert.Null(gone.After);
    }

    [Fact]
    public void Run_WithAnOrderSentAgain_TellsTheOrderAndItsCredit()
    {
        _lakehouse.Load(Event("u1", "2025-03-01T09:00:00Z", data: AdClick), Purchase("u1", "2025-03-01T12:00:00Z", "o1", 30), Event("u2", "2025-03-01T10:00:00Z", data: Newsletter));

        var lateness = _lakehouse.Load(Purchase("u2", "2025-03-01T13:00:00Z", "o1", 50), Purchase("u2", "2025-03-01T13:00:00Z", "o2", 9)).Lateness!;

        Assert.Equal((1L, 1L, 0L), (lateness.OrdersChanged, lateness.OrdersReattributed, lateness.LateEvents));
        Assert.Equal(
            [new MovedRevenue("first_click", "Email", 50), new MovedRevenue("first_click", "Paid Search", -30), new MovedRevenue("last_click", "Email", 50), new MovedRevenue("last_click", "Paid Search", -30)],
            lateness.RevenueMoved);
        Assert.Equal(
            ["fct_order_attribution o1 first_click order_sent_again", "fct_order_attribution o1 last_click order_sent_again", "fct_orders o1 order_sent_again"],
            Changes().Select(change => $"{change.Model} {change.Id} {change.Reason}"));
        var order = Changes("fct_orders").Single();
        Assert.Equal("""{"user_id":"u1","order_ts":"2025-03-01T12:00:00.000000Z","revenue":30.00,"order_channel":"Direct","event_count":1,"user_count":1}""", order.Before);
        Assert.Equal("""{"user_id":"u2","order_ts":"2025-03-01T13:00:00.000000Z","revenue":50.00,"order_channel":"Direct","event_count":2,"user_count":2}""", order.After);
    }

    [Fact]
    public void Run_WhenTheClockHasReachedEventsThatWereAfterIt_CountsThemInTheWatermark()
    {
        var day = new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        _lakehouse.Write(Event("u", "2025-03-01T10:00:00Z"), Event("u", "2025-03-01T18:00:00Z"), Event("u", "2025-03-01T18:00:00.000001Z"));
        Assert.Equal(day.AddHours(10), _lakehouse.Run(now: day.AddHours(12))!.Watermark);

        _lakehouse.Write(Event("v", "2025-03-01T11:00:00Z"));
        var reached = _lakehouse.Run(now: day.AddHours(18))!;
        _lakehouse.Write(Event("v", "2025-03-01T17:00:00Z"));
        var late = _lakehouse.Run(now: day.AddHours(18))!;

        Assert.Equal((day.AddHours(18), 0L), (reached.Watermark, reached.Lateness!.LateEvents));
        Assert.Equal((day.AddHours(18), 1L, 3600d), (late.Watermark, late.Lateness!.LateEvents, late.Lateness.MostSecondsLate));
    }

    [Fact]
    public void Changes_OfARunThatAlteredNothing_AreNone()
    {
        _lakehouse.Load(Event("u", "2025-03-01T10:00:00Z"));
        Assert.Empty(Changes());

        _lakehouse.Load(Event("u", "2025-03-01T10:10:00Z"));
        Assert.Empty(Changes());

        _lakehouse.Load(Event("u", "2025-03-01T09:00:00Z"));
        Assert.NotEmpty(Changes());
        Assert.Equal(ExitCode.BadInput, Assert.Throws<PipelineException>(() => _lakehouse.Test.Lakehouse.Changes(9, null)).ExitCode);
        Assert.Equal(ExitCode.BadUsage, Assert.Throws<PipelineException>(() => _lakehouse.Test.Lakehouse.Changes(null, "fct_order")).ExitCode);
    }

    private List<(string Model, string Id, string Reason, string? Before, string? After)> Changes(string? table = null) =>
    [
        .. _lakehouse.Test.Lakehouse.Changes(null, table).Collect()
            .Select(row => (row.GetAs<string>("model"), row.GetAs<string>("id"), row.GetAs<string>("reason"), row.GetAs<string?>("before"), row.GetAs<string?>("after"))),
    ];

    private static (string? Touch, string? Channel, string Revenue) Credit(string json)
    {
        var touch = Assert.Single(JsonDocument.Parse(json).RootElement.EnumerateArray());
        return (touch.GetProperty("touch_id").GetString(), touch.GetProperty("channel").GetString(), touch.GetProperty("attributed_revenue").GetRawText());
    }
}
