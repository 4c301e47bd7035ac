using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests.Attribution;

/// <summary>Attribution of hand-made orders and touches.</summary>
internal static class Attributed
{
    /// <summary>Noon of 15 March 2025, when the orders of these tests are placed.</summary>
    public static readonly Timestamp Noon = new(2025, 3, 15, 12, 0, 0, 0);

    public static AnalyticsSettings With(params string[] attributionModels) => ModelsFixture.Defaults with { AttributionModels = attributionModels };

    /// <summary>An instant some time before the order.</summary>
    public static Timestamp Before(TimeSpan span) => new(Noon.ToDateTime() - span);

    /// <summary>Touches of <c>ann</c>, numbered from 1, each some time before the order.</summary>
    public static IReadOnlyList<Touch> Touches(params IEnumerable<TimeSpan> before) => [.. before.Select((span, index) => new Touch("ann", index + 1, Before(span)))];

    /// <summary>As many touches of <c>ann</c>, an hour apart, the last an hour before the order.</summary>
    public static IReadOnlyList<Touch> Hourly(int count) => Touches(Enumerable.Range(0, count).Select(index => TimeSpan.FromHours(count - index)));

    public static IReadOnlyList<TableRow> Rows(this ModelsFixture models, IEnumerable<Order> orders, IEnumerable<Touch> touches, AnalyticsSettings? settings = null)
    {
        var attribution = FctOrderAttribution.Build(
            models.Spark.CreateDataFrame(orders.Select(order => order.ToRow()), Order.Schema),
            models.Spark.CreateDataFrame(touches.Select(touch => touch.ToRow()), Touch.Schema),
            settings ?? ModelsFixture.Defaults);
        return [.. ModelsFixture.Rows(attribution).OrderBy(row => row.Line("model", "order_id"), StringComparer.Ordinal).ThenBy(row => row.As<int>("touch_index"))];
    }

    /// <summary>Rows for one order of <c>ann</c> at noon.</summary>
    public static IReadOnlyList<TableRow> Rows(this ModelsFixture models, decimal? revenue, IEnumerable<Touch> touches, AnalyticsSettings? settings = null) =>
        models.Rows([new Order("T1", "ann", Noon, revenue)], touches, settings);
}
