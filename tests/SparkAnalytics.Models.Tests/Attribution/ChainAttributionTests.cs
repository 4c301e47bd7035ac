namespace SparkAnalytics.Models.Tests.Attribution;

/// <summary>From raw events to credited orders.</summary>
public sealed class ChainAttributionTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenUserCameTwiceBeforeBuying_CreditsBothByTheirEntry()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T09:00:00Z", Referrer = "https://www.google.com/" },
            new() { Timestamp = "2025-03-01T09:10:00Z", PageUrl = "https://shop.test/?utm_medium=email" },
            new() { Timestamp = "2025-03-03T09:00:00Z", PageUrl = "https://shop.test/?utm_source=letter&utm_medium=email&utm_campaign=May" },
            new() { Timestamp = "2025-03-04T09:00:00Z" },
            Bought("T1", "25.5", "2025-03-04T09:05:00Z"),
            new() { Timestamp = "2025-03-04T12:00:00Z", Referrer = "https://www.facebook.com/" },
        ];

        Assert.Equal(
            [
                "first_click | T1 | ann | 2025-03-04 09:05:00.000000Z | 2025-03-04 | 25.50 | ann-1 | ann-1 | 2025-03-01 09:00:00.000000Z | Organic Search | NULL | NULL | NULL | 1 | 2 | 1.00000000 | 25.50",
                "last_click | T1 | ann | 2025-03-04 09:05:00.000000Z | 2025-03-04 | 25.50 | ann-2 | ann-2 | 2025-03-03 09:00:00.000000Z | Email | letter | email | May | 2 | 2 | 1.00000000 | 25.50",
            ],
            Attribution(raw));
    }

    [Fact]
    public void Build_WhenTheOrderItselfOpensTheSession_CountsAsItsTouch() => Assert.Equal(
        ["ann-1 | 0", "ann-1 | 0"],
        ModelsFixture.Rows(new Chain(models, [Bought("T1", "1", "2025-03-04T09:05:00Z") with { Referrer = "https://www.google.com/" }]).Attribution)
            .Select(row => row.Line("touch_id", "hours_to_order")));

    [Fact]
    public void Build_WhenTheOrderWasSentUnderTwoUsers_CreditsTheLargestOfThem()
    {
        RawEvent[] raw =
        [
            new() { ClientId = "ann", Referrer = "https://www.google.com/" },
            new() { ClientId = "bob", Referrer = "https://www.facebook.com/" },
            Bought("T1", "1", "2025-03-02T09:00:00Z") with { ClientId = "bob" },
            Bought("T1", "1", "2025-03-02T10:00:00Z"),
        ];

        var touches = ModelsFixture.Rows(new Chain(models, raw).Attribution).Select(row => row.Line("order_id", "user_id", "touch_id", "order_ts", "touch_count"));

        Assert.Equal(["T1 | bob | bob-1 | 2025-03-02 10:00:00.000000Z | 1"], touches.Distinct());
    }

    [Fact]
    public void Build_WhenTheUserCameDirectlyOrTooEarly_GivesNoRow()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T08:59:59.999999Z", Referrer = "https://www.google.com/" },
            new() { Timestamp = "2025-03-05T09:00:00Z" },
            Bought("T1", "1", "2025-03-08T09:00:00Z"),
            Bought("T2", "1", "2025-03-01T09:00:00Z") with { ClientId = null },
        ];

        Assert.Empty(Attribution(raw));
    }

    private static RawEvent Bought(string transactionId, string revenue, string timestamp) =>
        new() { EventName = "purchase", Timestamp = timestamp, EventData = $$"""{"transaction_id":"{{transactionId}}","revenue":{{revenue}}}""" };

    private IEnumerable<string> Attribution(IEnumerable<RawEvent> raw) =>
        ModelsFixture.Rows(new Chain(models, raw).Attribution, "model").Select(row => row.Line(
            "model", "order_id", "user_id", "order_ts", "order_date", "revenue", "touch_id", "session_id", "touch_ts", "channel",
            "utm_source", "utm_medium", "utm_campaign", "touch_index", "touch_count", "credit", "attributed_revenue"));
}
