namespace SparkAnalytics.Models.Attribution;

/// <summary>Shares an order out by weights so that the parts sum to exactly the whole.</summary>
internal static class ExactShares
{
    private const long CreditUnits = 100_000_000L;

    /// <summary>
    /// Adds <c>credit</c> (decimal(9,8), sums to 1) and <c>attributed_revenue</c> (decimal(18,2), sums to the order's revenue, NULL where that is) for each order and model:
    /// the exact shares rounded down, the rest handed out one unit each by largest remainder, then earliest touch.
    /// </summary>
    /// <param name="weighted">With order_id, model, weight, touch_index and revenue.</param>
    public static DataFrame AddTo(DataFrame weighted)
    {
        var shared = Window.PartitionBy("order_id", "model");
        var withTotal = weighted
            .WithColumn("total_weight", Sum("weight").Over(shared))
            .WithColumn("cents", (Abs(Col("revenue")) * Lit(100)).Cast("decimal(18,0)"));

        var credited = Share(withTotal, Lit(CreditUnits).Cast("decimal(18,0)"), "credit_units");
        var paid = Share(credited, Col("cents"), "revenue_cents");

        var sign = When(Col("revenue") < 0, -1).Otherwise(1);

        return paid
            .WithColumn("credit", (Col("credit_units").Cast("decimal(10,0)") * Lit("0.00000001").Cast("decimal(9,8)")).Cast("decimal(9,8)"))
            .WithColumn("attributed_revenue", (sign * Col("revenue_cents").Cast("decimal(18,0)") * Lit("0.01").Cast("decimal(3,2)")).Cast("decimal(18,2)"));
    }

    /// <summary>Adds a column with each row's whole units of <paramref name="units"/>.</summary>
    private static DataFrame Share(DataFrame weighted, Column units, string name)
    {
        var shared = Window.PartitionBy("order_id", "model");
        var byRemainder = shared.OrderBy(Col("remainder").Desc(), Col("touch_index").Asc());
        var product = units * Col("weight").Cast("decimal(19,0)");
        var total = Col("total_weight").Cast("decimal(20,0)");

        return weighted
            .WithColumn("product", product)
            .WithColumn("whole", Call_UDF("div", Col("product"), total))
            .WithColumn("remainder", Col("product") % total)
            .WithColumn("left_over", units.Cast("bigint") - Sum("whole").Over(shared))
            .WithColumn(name, Col("whole") + When(RowNumber().Over(byRemainder) <= Col("left_over"), 1L).Otherwise(0L))
            .Drop("product", "whole", "remainder", "left_over");
    }
}
