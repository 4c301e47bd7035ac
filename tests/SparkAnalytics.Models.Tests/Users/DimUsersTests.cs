namespace SparkAnalytics.Models.Tests.Users;

/// <summary>dim_users: what each user did so far.</summary>
public sealed class DimUsersTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenEventsHaveOldOrNewNames_CountsBothFamilies()
    {
        string[] names =
        [
            "page_view", "page_view", "page_viewed", "add_to_cart", "product_added_to_cart", "product_added_to_cart", "product_added_to_cart",
            "begin_checkout", "checkout_started", "purchase", "checkout_completed", "scroll", "Purchase", " purchase", "purchases", "PAGE_VIEW",
        ];
        var raw = names.Select((name, index) => new RawEvent { EventName = name, PageUrl = $"/{index}" });

        var user = Assert.Single(ModelsFixture.Rows(new Chain(models, raw, channels: ModelsFixture.OneChannel).Users));

        Assert.Equal("16 | 3 | 4 | 2 | 2", user.Line("total_events", "pageviews", "adds_to_cart", "checkouts_started", "purchases"));
    }

    [Fact]
    public void Build_WhenUserHasSeveralSessions_SpansThem()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-02T09:00:00.000001Z" },
            new() { Timestamp = "2025-03-01T09:00:00Z" },
            new() { ClientId = null, NewClientId = "ann", Timestamp = "2025-03-01T09:10:00Z" },
            new() { ClientId = "bob", Timestamp = "2025-03-05T09:00:00Z" },
            new() { ClientId = null, Timestamp = "2025-03-06T09:00:00Z" },
        ];

        var users = ModelsFixture.Rows(new Chain(models, raw, channels: ModelsFixture.OneChannel).Users, "user_id");

        Assert.Equal(
            [
                "ann | 2025-03-01 09:00:00.000000Z | 2025-03-02 09:00:00.000001Z | 2 | 3 | 3 | 0 | 0 | 0 | 0.00 | 0 | 0.00",
                "bob | 2025-03-05 09:00:00.000000Z | 2025-03-05 09:00:00.000000Z | 1 | 1 | 1 | 0 | 0 | 0 | 0.00 | 0 | 0.00",
            ],
            users.Select(row => row.Line()));
    }

    [Fact]
    public void Build_WhenPurchasesHaveRevenue_SumsEveryPurchaseEventAndNothingElse()
    {
        RawEvent[] raw =
        [
            Bought("ann", "purchase", "10.01"),
            Bought("ann", "checkout_completed", "0.1"),
            Bought("ann", "purchase", "10.01") with { Timestamp = "2025-03-01T09:00:01Z" },
            Bought("ann", "purchase", "null"),
            Bought("ann", "page_view", "1000"),
            Bought("ann", "begin_checkout", "1000"),
            Bought("bob", "purchase", "null"),
            Bought("cat", "purchase", "5") with { EventData = """{"revenue":"5"} x""" },
            Bought("dan", "purchase", "-3.5"),
            Bought("eve", "page_view", "7"),
            Bought(null, "purchase", "7"),
        ];

        var users = ModelsFixture.Rows(new Chain(models, raw, channels: ModelsFixture.OneChannel).Users, "user_id");

        Assert.Equal(
            ["ann | 4 | 20.12", "bob | 1 | 0.00", "cat | 1 | 0.00", "dan | 1 | -3.50", "eve | 0 | 0.00"],
            users.Select(row => row.Line("user_id", "purchases", "total_revenue")));
    }

    [Fact]
    public void Build_WhenRevenueIsVeryLarge_SumsPastEighteenDigits()
    {
        var raw = Enumerable.Range(0, 12).Select(index => Bought("ann", "purchase", "\"9999999999999999.99\"") with { PageUrl = $"/{index}" });

        var user = Assert.Single(ModelsFixture.Rows(new Chain(models, raw, channels: ModelsFixture.OneChannel).Users));

        Assert.Equal("119999999999999999.88", user["total_revenue"]);
    }

    [Fact]
    public void Build_WhenPurchasesAreSentTwice_CountsEachOrderOnce()
    {
        RawEvent Order(string? user, string id, string revenue, int second = 0) =>
            Bought(user, "purchase", $"{revenue},\"transaction_id\":\"{id}\"") with { Timestamp = $"2025-03-01T09:00:{second:D2}Z" };
        RawEvent[] raw =
        [
            Order("ann", "T1", "10"), Order("ann", "T1", "12.5", 1), Order("ann", "T2", "-2"), Order("ann", "T3", "null"),
            Order("ann", "T4", "5"), Order("bob", "T4", "5"), Order(null, "T5", "7"), Order("cat", "", "8"),
        ];

        var users = ModelsFixture.Rows(new Chain(models, raw, channels: ModelsFixture.OneChannel).Users, "user_id");

        Assert.Equal(
            ["ann | 25.50 | 3 | 10.50", "bob | 5.00 | 1 | 5.00", "cat | 8.00 | 0 | 0.00"],
            users.Select(row => row.Line("user_id", "total_revenue", "order_count", "order_revenue")));
    }

    [Fact]
    public void Build_WhenEventNamesAreSet_CountsThose()
    {
        var settings = ModelsFixture.Defaults with
        {
            EventNames = new EventNameSettings { Pageviews = ["seen"], AddsToCart = ["taken", "seen"], CheckoutsStarted = ["begun"], Purchases = ["bought"] },
        };
        RawEvent[] raw = [new() { EventName = "seen" }, new() { EventName = "taken" }, new() { EventName = "purchase" }, Bought("ann", "bought", "5")];

        var user = Assert.Single(ModelsFixture.Rows(new Chain(models, raw, settings, ModelsFixture.OneChannel).Users));

        Assert.Equal("4 | 1 | 2 | 0 | 1 | 5.00", user.Line("total_events", "pageviews", "adds_to_cart", "checkouts_started", "purchases", "total_revenue"));
    }

    private static RawEvent Bought(string? user, string eventName, string revenue) =>
        new() { ClientId = user, EventName = eventName, EventData = $$"""{"revenue":{{revenue}}}""" };
}
