using SparkAnalytics.Models.Attribution;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>fct_order_attribution</c>: one row per order, model and credited touch.</summary>
public static class FctOrderAttribution
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "fct_order_attribution",
        Grain = "order, attribution model and credited touch",
        Meaning = "Which visits get credit for which orders.",
        Key = ["model", "order_id", "touch_id"],
        Scope = TableScope.Attribution,
        TimeColumn = "order_ts",
        Columns =
        [
            new("model", "first_click, last_click, linear, position_based or time_decay."),
            new("order_id", "The order."),
            new("user_id", "Its user."),
            new("order_ts", "Its instant."),
            new("order_date", "Its date."),
            new("revenue", "Its revenue."),
            new("touch_id", "The credited touch."),
            new("session_id", "The credited session."),
            new("touch_ts", "Instant of the touch."),
            new("channel", "Channel of the touch."),
            new("utm_source", "Campaign source of the touch."),
            new("utm_medium", "Campaign medium of the touch."),
            new("utm_campaign", "Campaign name of the touch."),
            new("touch_index", "Number of the touch among the order's eligible ones, 1 is the earliest."),
            new("touch_count", "Eligible touches of the order."),
            new("hours_to_order", "Hours from the touch to the order."),
            new("credit", "Share of the order, 0 to 1; sums to 1 for each order and model."),
            new("attributed_revenue", "Share of the revenue; sums to the order's revenue for each model."),
        ],
    };

    /// <summary>Finds each order's touches within the window and shares the order out among them, once for each model.</summary>
    /// <param name="orders">The columns of <c>fct_orders</c>.</param>
    /// <param name="touches">The columns of <c>fct_marketing_touches</c>.</param>
    /// <param name="settings">The window, the models, the half-life.</param>
    /// <returns>The declared columns; no row for an order without a touch.</returns>
    public static DataFrame Build(DataFrame orders, DataFrame touches, AnalyticsSettings settings)
    {
        var shares = AttributionWeights.AddTo(Eligible(orders, touches, settings.AttributionWindow), settings);

        return ExactShares.AddTo(shares).Select(
            Col("model"),
            Col("order_id"),
            Col("user_id"),
            Col("order_ts"),
            Col("order_date"),
            Col("revenue"),
            Col("touch_id"),
            Col("session_id"),
            Col("touch_ts"),
            Col("channel"),
            Col("utm_source"),
            Col("utm_medium"),
            Col("utm_campaign"),
            Col("touch_index"),
            Col("touch_count"),
            (AttributionWeights.MicrosecondsBetween("touch_ts", "order_ts").Cast("double") / 3_600_000_000d).As("hours_to_order"),
            Col("credit"),
            Col("attributed_revenue"));
    }

    /// <summary>Each order beside each of its touches, both ends of the window included, touches numbered from the earliest.</summary>
    private static DataFrame Eligible(DataFrame orders, DataFrame touches, TimeSpan window)
    {
        var order = Window.PartitionBy("order_id");
        return orders
            .Select("order_id", "user_id", "order_ts", "order_date", "revenue")
            .As("order")
            .Join(touches.As("touch"), IsEligible(window))
            .Drop(Col("touch.user_id"))
            .WithColumn("touch_index", RowNumber().Over(order.OrderBy("touch_ts", "touch_id")))
            .WithColumn("touch_count", Count(Lit(1)).Over(order).Cast("int"));
    }

    /// <summary>Whether a row <c>touch</c> may earn credit for a row <c>order</c>: the same user, and within the window, both ends included.</summary>
    /// <param name="window">The window.</param>
    internal static Column IsEligible(TimeSpan window) =>
        (Col("order.user_id") == Col("touch.user_id"))
        & (Col("touch_ts") >= Col("order_ts") - Interval(window))
        & (Col("touch_ts") <= Col("order_ts"));
}
