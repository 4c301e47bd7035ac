using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>fct_orders</c>: one row per transaction id, however often its purchase was sent.</summary>
public static class FctOrders
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "fct_orders",
        Grain = "order (transaction id)",
        Meaning = "Orders, each once, however often its purchase was sent.",
        Key = ["order_id"],
        Scope = TableScope.Order,
        TimeColumn = "order_ts",
        Columns =
        [
            new("order_id", "The transaction id."),
            new("user_id", "Largest user id among its events."),
            new("order_ts", "Latest instant among its events, or the earliest by the setting order_time."),
            new("order_date", "Latest date among its events, or the earliest by the same."),
            new("revenue", "Largest revenue among its events."),
            new("order_channel", "Largest channel among its events."),
            new("order_utm_source", "Largest campaign source among its events."),
            new("order_utm_medium", "Largest campaign medium among its events."),
            new("order_utm_campaign", "Largest campaign name among its events."),
            new("event_count", "Purchase events that were sent for it."),
            new("revenue_min", "Smallest revenue among its events; another than revenue is a conflict."),
            new("user_count", "Different users among its events; more than 1 is a conflict."),
        ],
    };

    /// <summary>Folds the purchase events of each transaction id into one order, the largest value of each column winning, as in the original definition.</summary>
    /// <param name="events">The columns of <c>stg_events</c>.</param>
    /// <param name="settings">Which event names are purchases, and which event says when.</param>
    /// <returns>The declared columns.</returns>
    public static DataFrame Build(DataFrame events, AnalyticsSettings settings)
    {
        Column TimeOf(string name) => settings.OrderTime == OrderTime.Earliest ? Min(name) : Max(name);

        return Purchases(events, settings)
            .GroupBy("transaction_id")
            .Agg(
                Max("user_id").As("user_id"),
                TimeOf("event_ts").As("order_ts"),
                TimeOf("event_date").As("order_date"),
                Max("revenue").As("revenue"),
                Max("channel").As("order_channel"),
                Max("utm_source").As("order_utm_source"),
                Max("utm_medium").As("order_utm_medium"),
                Max("utm_campaign").As("order_utm_campaign"),
                Count(Lit(1)).As("event_count"),
                Min("revenue").As("revenue_min"),
                CountDistinct("user_id").As("user_count"))
            .WithColumnRenamed("transaction_id", "order_id");
    }

    /// <summary>The events that make orders.</summary>
    /// <param name="events">The columns of <c>stg_events</c>.</param>
    /// <param name="settings">Which event names are purchases.</param>
    internal static DataFrame Purchases(DataFrame events, AnalyticsSettings settings) =>
        events.Filter(Col("event_name").IsIn([.. settings.EventNames.Purchases]) & Col("transaction_id").IsNotNull());
}
