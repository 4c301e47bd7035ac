using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Increments;

/// <summary>Which orders are folded anew: the transaction ids of added purchase events, over all their events, however old.</summary>
public static class OrderScope
{
    /// <summary>Finds the scope.</summary>
    /// <param name="added">The added events.</param>
    /// <param name="settings">Which event names are purchases.</param>
    /// <returns>order_id, each once.</returns>
    public static DataFrame Of(DataFrame added, AnalyticsSettings settings) =>
        FctOrders.Purchases(added, settings).Select(Col("transaction_id").As("order_id")).Distinct();

    /// <summary>By how much changed orders alter their users' figures: the stored row counts against its user, the new one for its own.</summary>
    /// <param name="changed">Changed orders with the columns of <c>fct_orders</c>, NULL for none.</param>
    /// <param name="sign">1 for new rows, -1 for stored ones.</param>
    /// <returns>user_id, order_count and order_revenue.</returns>
    public static DataFrame Figures(DataFrame changed, int sign) =>
        changed
            .Filter(Col("user_id").IsNotNull())
            .Select(Col("user_id"), Lit((long)sign).As("order_count"), (Coalesce(Col("revenue"), Lit(0)).Cast("decimal(18,2)") * Lit(sign)).Cast("decimal(28,2)").As("order_revenue"));
}
