using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Attribution;

/// <summary>How much each touch of an order counts under each attribution model, as whole numbers.</summary>
internal static class AttributionWeights
{
    private const double FullWeight = 1_000_000_000d;

    /// <summary>Gives one row for each touch and model that credits it, with <c>model</c> and <c>weight</c> (bigint).</summary>
    /// <param name="eligible">Orders beside their touches, with touch_index and touch_count.</param>
    /// <param name="settings">The models and the half-life.</param>
    public static DataFrame AddTo(DataFrame eligible, AnalyticsSettings settings)
    {
        var models = Array([.. settings.AttributionModels.Select(model => Lit(model))]);
        var model = Col("model");
        var weight = When(model == AttributionModelNames.PositionBased, PositionBased())
            .When(model == AttributionModelNames.TimeDecay, TimeDecay(settings.TimeDecayHalfLife))
            .Otherwise(1L);
        var isCredited = When(model == AttributionModelNames.FirstClick, Col("touch_index") == 1)
            .When(model == AttributionModelNames.LastClick, Col("touch_index") == Col("touch_count"))
            .Otherwise(true);

        return eligible
            .WithColumn("last_touch_ts", Max("touch_ts").Over(Window.PartitionBy("order_id")))
            .WithColumn("model", Explode(models))
            .Filter(isCredited)
            .WithColumn("weight", weight);
    }

    /// <summary>The microseconds from one instant to another.</summary>
    public static Column MicrosecondsBetween(string from, string to) =>
        Call_UDF("unix_micros", Col(to)) - Call_UDF("unix_micros", Col(from));

    /// <summary>40 % for each end and 20 % for all between; halves for two, everything for one.</summary>
    private static Column PositionBased()
    {
        var between = Col("touch_count").Cast("bigint") - 2L;
        var isEnd = (Col("touch_index") == 1) | (Col("touch_index") == Col("touch_count"));
        return When((Col("touch_count") > 2) & isEnd, between * 2L).Otherwise(1L);
    }

    /// <summary>Halves with each half-life before the last touch; rounded to a whole number, so that the last bit of a power does not matter.</summary>
    private static Column TimeDecay(TimeSpan halfLife)
    {
        var halfLives = MicrosecondsBetween("touch_ts", "last_touch_ts").Cast("double") / (double)(halfLife.Ticks / TimeSpan.TicksPerMicrosecond);
        return Floor((Pow(Lit(2d), -halfLives) * FullWeight) + 0.5d).Cast("bigint");
    }
}
