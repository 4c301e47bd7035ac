using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models;

/// <summary><c>fct_marketing_touches</c>: one row per session that did not come directly.</summary>
public static class FctMarketingTouches
{
    /// <summary>Takes each session whose entry channel is not Direct as a touch.</summary>
    /// <param name="sessions">The columns of <c>fct_sessions</c>.</param>
    /// <returns>The columns of the specification, in its order.</returns>
    public static DataFrame Build(DataFrame sessions) =>
        sessions
            .Filter(Col("entry_channel") != ChannelNames.Direct)
            .Select(
                Col("session_id").As("touch_id"),
                Col("session_id"),
                Col("user_id"),
                Col("session_start_ts").As("touch_ts"),
                Col("session_date").As("touch_date"),
                Col("entry_channel").As("channel"),
                Col("entry_channel_rule").As("channel_rule"),
                Col("entry_utm_source").As("utm_source"),
                Col("entry_utm_medium").As("utm_medium"),
                Col("entry_utm_campaign").As("utm_campaign"));
}
