using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>fct_sessions</c>: one row per session, with where it came from.</summary>
public static class FctSessions
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "fct_sessions",
        Grain = "session",
        Meaning = "What a visit looked like and where it came from.",
        Key = ["session_id"],
        Scope = TableScope.Session,
        Columns =
        [
            new("session_id", "user_id-session_seq."),
            new("user_id", "The user."),
            new("session_seq", "Number of the user's session, from 1."),
            new("session_start_ts", "Instant of the first event."),
            new("session_end_ts", "Instant of the last event."),
            new("session_date", "Date of the start in the setting time_zone."),
            new("event_count", "Events in the session."),
            new("entry_event_name", "Name of the first event."),
            new("entry_page_url", "Page of the first event."),
            new("entry_referrer", "Referrer of the first event."),
            new("entry_channel", "Channel of the first event."),
            new("entry_channel_rule", "Rule that decided it."),
            new("entry_utm_source", "Campaign source of the first event."),
            new("entry_utm_medium", "Campaign medium of the first event."),
            new("entry_utm_campaign", "Campaign name of the first event."),
            new("device_type", "Device of the first event."),
        ],
    };

    /// <summary>Measures each session and takes its entry from its first event.</summary>
    /// <param name="sessionEvents">The columns of <c>fct_session_events</c>.</param>
    /// <param name="settings">The time zone of <c>session_date</c>.</param>
    /// <returns>The declared columns; no row for events without a session.</returns>
    public static DataFrame Build(DataFrame sessionEvents, AnalyticsSettings settings)
    {
        var session = Window.PartitionBy("user_id", "session_seq");
        var inOrder = session.OrderBy("event_ts", "event_id");

        return sessionEvents
            .Filter(Col("session_id").IsNotNull())
            .WithColumn("position", RowNumber().Over(inOrder))
            .WithColumn("session_end_ts", Max("event_ts").Over(session))
            .WithColumn("event_count", Count(Lit(1)).Over(session))
            .Filter(Col("position") == 1)
            .Select(
                Col("session_id"),
                Col("user_id"),
                Col("session_seq"),
                Col("event_ts").As("session_start_ts"),
                Col("session_end_ts"),
                StgEvents.DateIn(Col("event_ts"), settings.TimeZone).As("session_date"),
                Col("event_count"),
                Col("event_name").As("entry_event_name"),
                Col("page_url").As("entry_page_url"),
                Col("referrer").As("entry_referrer"),
                Col("channel").As("entry_channel"),
                Col("channel_rule").As("entry_channel_rule"),
                Col("utm_source").As("entry_utm_source"),
                Col("utm_medium").As("entry_utm_medium"),
                Col("utm_campaign").As("entry_utm_campaign"),
                Col("device_type"));
    }
}
