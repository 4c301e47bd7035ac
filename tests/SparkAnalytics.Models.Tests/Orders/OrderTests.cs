namespace SparkAnalytics.Models.Tests.Orders;

/// <summary>fct_orders: one row for each transaction id, the largest value of each column.</summary>
public sealed class OrderTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenOrderWasSentOnce_TakesItAsItIs()
    {
        RawEvent[] raw = [Sent("T1", "49.90") with { Referrer = "https://www.google.com/", PageUrl = "https://shop.test/?utm_source=ig&utm_medium=story&utm_campaign=Spring" }];

        Assert.Equal(
            "T1 | ann | 2025-03-01 09:00:00.000000Z | 2025-03-01 | 49.90 | Social | ig | story | Spring | 1 | 49.90 | 1",
            Assert.Single(Orders(raw)).Line());
    }

    [Fact]
    public void Build_WhenSentRowsConflict_TakesTheLargestOfEachColumn()
    {
        RawEvent[] raw =
        [
            Sent("T1", "100") with { Timestamp = "2025-03-02T08:00:00Z", PageUrl = "https://shop.test/?utm_source=a&utm_medium=z" },
            Sent("T1", "9.99") with { ClientId = "bob", EventName = "checkout_completed", PageUrl = "https://shop.test/?utm_source=B&utm_campaign=c" },
            Sent("T1", "null") with { ClientId = null, Timestamp = "2025-03-02T07:59:59.999999Z", Referrer = "https://www.google.com/" },
        ];

        Assert.Equal(
            "T1 | bob | 2025-03-02 08:00:00.000000Z | 2025-03-02 | 100.00 | Referral | a | z | c | 3 | 9.99 | 2",
            Assert.Single(Orders(raw)).Line());
    }

    [Fact]
    public void Build_WhenAllValuesAreNull_IsNull()
    {
        RawEvent[] raw = [Sent("T1", "null") with { ClientId = null }, Sent("T1", "\"free\"") with { ClientId = " " }];

        Assert.Equal(
            "T1 | NULL | 2025-03-01 09:00:00.000000Z | 2025-03-01 | NULL | Direct | NULL | NULL | NULL | 2 | NULL | 0",
            Assert.Single(Orders(raw)).Line());
    }

    [Fact]
    public void Build_WhenRevenueIsNegativeOrZero_ComparesAsNumbers() => Assert.Equal(
        ["T1 | 0.00 | -5.00", "T2 | 10.00 | 9.00", "T3 | -1.00 | -1.00"],
        Orders([Sent("T1", "-5"), Sent("T1", "0"), Sent("T2", "9"), Sent("T2", "10"), Sent("T3", "-1")]).Select(row => row.Line("order_id", "revenue", "revenue_min")));

    [Theory]
    [InlineData("B", "a", "a")]
    [InlineData("Z", "\u00E9", "\u00E9")]
    [InlineData("a", "ab", "ab")]
    [InlineData("10", "9", "9")]
    [InlineData("\uFF5E", "\U0001F600", "\U0001F600")]
    [InlineData("e\u0301", "\u00E9", "\u00E9")]
    [InlineData("~", "z", "~")]
    public void Build_WhenTextDiffers_ComparesUtf8Bytes(string one, string other, string largest)
    {
        RawEvent[] raw =
        [
            Sent("T1", "1") with { ClientId = one, EventData = Tagged(one) },
            Sent("T1", "1") with { ClientId = other, EventData = Tagged(other) },
        ];

        Assert.Equal($"{largest} | {largest} | 2", Assert.Single(Orders(raw)).Line("user_id", "order_utm_campaign", "user_count"));

        static string Tagged(string campaign) => $$"""{"transaction_id":"T1","revenue":1,"utm_campaign":"{{campaign}}"}""";
    }

    [Fact]
    public void Build_WhenEventIsNoPurchaseOrHasNoTransactionId_MakesNoOrder()
    {
        RawEvent[] raw =
        [
            Sent("T1", "1") with { EventName = "page_view" },
            Sent("T1", "1") with { EventName = "begin_checkout" },
            Sent("T1", "1") with { EventName = "Purchase" },
            Sent("", "1"),
            Sent("T1", "1") with { EventData = """{"transaction_id":"T1","revenue":1} x""" },
            Sent("T1", "1") with { EventData = """{"transaction_id":1.5}""" },
            Sent("T1", "1") with { EventData = null },
        ];

        Assert.Empty(Orders(raw));
    }

    [Fact]
    public void Build_WhenTransactionIdsDifferInCaseOrForm_AreTwoOrders() => Assert.Equal(
        ["01 | 1", "1 | 2", "T1 | 2", "t1 | 1"],
        Orders(
            [
                Sent("T1", "1"), Sent(" T1 ", "1"), Sent("t1", "1"), Sent("01", "1"), Sent("1", "1"),
                Sent("1", "1") with { EventData = """{"transaction_id":1}""" },
            ])
            .Select(row => row.Line("order_id", "event_count")));

    [Fact]
    public void Build_WhenRowsAreExactDuplicates_CountsThemOnce() => Assert.Equal(
        "1", Assert.Single(Orders([Sent("T1", "1"), Sent("T1", "1")]))["event_count"]);

    [Fact]
    public void Build_WhenTimeZoneIsSet_TakesTheDateThere() => Assert.Equal(
        "2025-03-02",
        Assert.Single(Orders([Sent("T1", "1") with { Timestamp = "2025-03-01T23:00:00Z" }], ModelsFixture.Defaults with { TimeZone = "Europe/Berlin" }))["order_date"]);

    [Fact]
    public void Build_WhenOrderTimeIsEarliest_TakesTheFirstInstantAndDateAndTheLargestOfAllElse()
    {
        RawEvent[] raw =
        [
            Sent("T1", "10") with { Timestamp = "2025-03-01T23:30:00Z" },
            Sent("T1", "9") with { Timestamp = "2025-03-21T08:00:00Z" },
            Sent("T1", "10") with { ClientId = "bob", Timestamp = "2025-03-01T23:30:00.000001Z" },
        ];

        var order = Assert.Single(Orders(raw, ModelsFixture.Defaults with { OrderTime = OrderTime.Earliest, TimeZone = "Europe/Berlin" }));

        Assert.Equal("bob | 2025-03-01 23:30:00.000000Z | 2025-03-02 | 10.00 | 9.00 | 3", order.Line("user_id", "order_ts", "order_date", "revenue", "revenue_min", "event_count"));
    }

    private static RawEvent Sent(string transactionId, string revenue) =>
        new() { EventName = "purchase", EventData = $$"""{"transaction_id":"{{transactionId}}","revenue":{{revenue}}}""" };

    private IReadOnlyList<TableRow> Orders(IEnumerable<RawEvent> raw, AnalyticsSettings? settings = null) =>
        ModelsFixture.Rows(new Chain(models, raw, settings).Orders, "order_id");
}
