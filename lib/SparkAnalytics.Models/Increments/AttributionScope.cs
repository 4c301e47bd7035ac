using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Increments;

/// <summary>Which orders are attributed anew: those that changed, and those for which a changed touch is eligible as it was or as it is.</summary>
public static class AttributionScope
{
    /// <summary>Finds the scope.</summary>
    /// <param name="changedOrders">order_id of the orders that changed.</param>
    /// <param name="changedTouches">user_id and touch_ts of the touches that changed, once as they were and once as they are.</param>
    /// <param name="orders">The columns of <c>fct_orders</c> as they are.</param>
    /// <param name="settings">The window.</param>
    /// <returns>order_id, each once.</returns>
    public static DataFrame Of(DataFrame changedOrders, DataFrame changedTouches, DataFrame orders, AnalyticsSettings settings) =>
        orders.Select("order_id", "user_id", "order_ts").As("order")
            .Join(changedTouches.As("touch"), FctOrderAttribution.IsEligible(settings.AttributionWindow), "left_semi")
            .Select("order_id")
            .Union(changedOrders.Select("order_id"))
            .Distinct();
}
