using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>fct_marketing_touches</c>: one row per session that did not come directly.</summary>
public static class FctMarketingTouches
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "fct_marketing_touches",
        Grain = "session that did not come directly",
        Meaning = "Visits that marketing brought, eligible for attribution.",
        Key = ["touch_id"],
        Scope = TableScope.Session,
        TimeColumn = "touch_ts",
        Columns =
        [
            new("touch_id", "The session's id."),
            new("session_id", "The session."),
            new("user_id", "The user."),
            new("touch_ts", "Instant of the session's start."),
            new("touch_date", "Date of the session's start."),
            new("channel", "Channel of the session's entry."),
            new("channel_rule", "Rule that decided it."),
            new("utm_source", "Campaign source of the entry."),
            new("utm_medium", "Campaign medium of the entry."),
            new("utm_campaign", "Campaign name of the entry."),
        ],
    };

    /// <summary>Takes each session whose entry channel is not Direct as a touch.</summary>
    /// <param name="sessions">The columns of <c>fct_sessions</c>.</param>
    /// <returns>The declared columns.</returns>
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
