using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>dim_users</c>: one row per user, with what the user did so far.</summary>
public static class DimUsers
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "dim_users",
        Grain = "user",
        Meaning = "How active and how valuable each user is.",
        Key = ["user_id"],
        Scope = TableScope.Session,
        TimeColumn = "last_seen_ts",
        FileOrder = ["last_seen_ts"],
        Columns =
        [
            new("user_id", "The user."),
            new("first_seen_ts", "Instant of the first event."),
            new("last_seen_ts", "Instant of the last event."),
            new("session_count", "Sessions."),
            new("total_events", "Events."),
            new("pageviews", "Page views."),
            new("adds_to_cart", "Products put into the cart."),
            new("checkouts_started", "Checkouts begun."),
            new("purchases", "Purchase events."),
            new("total_revenue", "Revenue of all purchase events, 0 if none."),
            new("order_count", "Orders in fct_orders."),
            new("order_revenue", "Their revenue, each order once, 0 if none."),
        ],
    };

    /// <summary>Counts each user's events by kind, sums the purchases, and adds up the user's orders.</summary>
    /// <param name="sessionEvents">The columns of <c>fct_session_events</c>.</param>
    /// <param name="orders">The columns of <c>fct_orders</c>.</param>
    /// <param name="settings">Which event names are of which kind.</param>
    /// <returns>The declared columns.</returns>
    public static DataFrame Build(DataFrame sessionEvents, DataFrame orders, AnalyticsSettings settings)
    {
        var ofOrders = orders
            .Filter(Col("user_id").IsNotNull())
            .GroupBy("user_id")
            .Agg(Count(Lit(1)).As("order_count"), Sum("revenue").As("order_revenue"));

        return Figures(sessionEvents, settings)
            .Join(ofOrders, ["user_id"], "left")
            .WithColumn("order_count", Coalesce(Col("order_count"), Lit(0L)))
            .WithColumn("order_revenue", Coalesce(Col("order_revenue"), Lit(0)).Cast("decimal(28,2)"));
    }

    /// <summary>What the events alone say of each user.</summary>
    /// <param name="sessionEvents">The columns of <c>fct_session_events</c>.</param>
    /// <param name="settings">Which event names are of which kind.</param>
    /// <returns>The declared columns but those of orders.</returns>
    internal static DataFrame Figures(DataFrame sessionEvents, AnalyticsSettings settings)
    {
        var names = settings.EventNames;
        Column Is(IReadOnlyList<string> kind) => Col("event_name").IsIn([.. kind]);
        Column CountOf(IReadOnlyList<string> kind) => Count(When(Is(kind), 1));

        return sessionEvents
            .Filter(Col("user_id").IsNotNull())
            .GroupBy("user_id")
            .Agg(
                Min("event_ts").As("first_seen_ts"),
                Max("event_ts").As("last_seen_ts"),
                Max("session_seq").Cast("bigint").As("session_count"),
                Count(Lit(1)).As("total_events"),
                CountOf(names.Pageviews).As("pageviews"),
                CountOf(names.AddsToCart).As("adds_to_cart"),
                CountOf(names.CheckoutsStarted).As("checkouts_started"),
                CountOf(names.Purchases).As("purchases"),
                Coalesce(Sum(When(Is(names.Purchases), Col("revenue"))), Lit(0)).Cast("decimal(28,2)").As("total_revenue"));
    }
}
