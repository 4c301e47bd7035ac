using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Increments;

/// <summary>New rows of <c>dim_users</c> from the stored ones and what was added: events are only ever added, so all but the orders' figures grow.</summary>
public static class AddedToUsers
{
    private static readonly string[] s_sums = ["total_events", "pageviews", "adds_to_cart", "checkouts_started", "purchases", "total_revenue"];

    /// <summary>The users whom added events and changed orders concern.</summary>
    /// <param name="added">The added events, with user_id.</param>
    /// <param name="orders">Users of changed orders: user_id.</param>
    /// <returns>user_id, each once.</returns>
    public static DataFrame Concerned(DataFrame added, DataFrame orders) =>
        added.Select("user_id").Union(orders.Select("user_id")).Filter(Col("user_id").IsNotNull()).Distinct();

    /// <summary>Adds events and changed orders to the users whom they concern.</summary>
    /// <param name="stored">The columns of <c>dim_users</c>, of those users or more.</param>
    /// <param name="added">The added events in the columns of <c>fct_session_events</c>.</param>
    /// <param name="sessionCounts">user_id and session_count of the users of added events.</param>
    /// <param name="orders">user_id, order_count and order_revenue by which changed orders alter them; users in any number of rows.</param>
    /// <param name="settings">Which event names are of which kind.</param>
    /// <returns>The declared columns, for the users of added events and of changed orders alone.</returns>
    public static DataFrame Build(DataFrame stored, DataFrame added, DataFrame sessionCounts, DataFrame orders, AnalyticsSettings settings)
    {
        var ofEvents = DimUsers.Figures(added, settings).Drop("session_count");
        var ofOrders = orders.Filter(Col("user_id").IsNotNull()).GroupBy("user_id").Agg(Sum("order_count").As("order_count"), Sum("order_revenue").As("order_revenue"));
        var together = Concerned(added, orders).As("user")
            .Join(stored.As("stored"), Col("user.user_id") == Col("stored.user_id"), "left_outer")
            .Join(ofEvents.As("events"), Col("user.user_id") == Col("events.user_id"), "left_outer")
            .Join(sessionCounts.As("sessions"), Col("user.user_id") == Col("sessions.user_id"), "left_outer")
            .Join(ofOrders.As("orders"), Col("user.user_id") == Col("orders.user_id"), "left_outer");

        return together.Select(
        [
            Col("user.user_id"),
            Least(Col("stored.first_seen_ts"), Col("events.first_seen_ts")).As("first_seen_ts"),
            Greatest(Col("stored.last_seen_ts"), Col("events.last_seen_ts")).As("last_seen_ts"),
            Coalesce(Col("sessions.session_count"), Col("stored.session_count")).As("session_count"),
            .. s_sums.Select(name => Grown(name, "events")),
            Grown("order_count", "orders"),
            Grown("order_revenue", "orders"),
        ]);
    }

    private static Column Grown(string name, string by)
    {
        var sum = Coalesce(Col($"stored.{name}"), Lit(0)) + Coalesce(Col($"{by}.{name}"), Lit(0));
        return (name.EndsWith("revenue", StringComparison.Ordinal) ? sum.Cast("decimal(28,2)") : sum.Cast("bigint")).As(name);
    }
}
