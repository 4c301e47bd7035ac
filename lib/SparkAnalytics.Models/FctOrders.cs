using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models;

/// <summary><c>fct_orders</c>: one row per transaction id, however often its purchase was sent.</summary>
public static class FctOrders
{
    /// <summary>Folds the purchase events of each transaction id into one order, the largest value of each column winning, as in the original definition.</summary>
    /// <param name="events">The columns of <c>stg_events</c>.</param>
    /// <param name="settings">Which event names are purchases.</param>
    /// <returns>The columns of the specification, in its order.</returns>
    public static DataFrame Build(DataFrame events, AnalyticsSettings settings) =>
        events
            .Filter(Col("event_name").IsIn([.. settings.EventNames.Purchases]) & Col("transaction_id").IsNotNull())
            .GroupBy("transaction_id")
            .Agg(
                Max("user_id").As("user_id"),
                Max("event_ts").As("order_ts"),
                Max("event_date").As("order_date"),
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
