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
        TimeColumn = "session_start_ts",
        Columns =
        [
            new("session_id", "user_id-session_seq."),
            new("user_id", "The user."),
            new("session_seq", "Number of the user's session, from 1."),
            new("session_start_ts", "Instant of the first event."),
            new("session_end_ts", "Instant of the last event."),
            new("session_date", "Date of the start in the setting time_zone."),
            new("event_count", "Events in the session."),
            new("entry_event_name", "Name of the first event; of several at one instant one whose channel is not Direct."),
            new("entry_page_url", "Page of the first event."),
            new("entry_referrer", "Referrer of the event that the setting session_entry names."),
            new("entry_channel", "Channel of the same event."),
            new("entry_channel_rule", "Rule that decided it."),
            new("entry_utm_source", "Campaign source of the same event."),
            new("entry_utm_medium", "Campaign medium of the same event."),
            new("entry_utm_campaign", "Campaign name of the same event."),
            new("device_type", "Device of the first event."),
        ],
    };

    /// <summary>Measures each session and takes its entry from its first event.</summary>
    /// <param name="sessionEvents">The columns of <c>fct_session_events</c>.</param>
    /// <param name="settings">Which event is the entry, and the time zone of <c>session_date</c>.</param>
    /// <returns>The declared columns; no row for events without a session.</returns>
    public static DataFrame Build(DataFrame sessionEvents, AnalyticsSettings settings)
    {
        var session = Window.PartitionBy("user_id", "session_seq");
        var isDirect = Col("channel") == ChannelNames.Direct;
        var inOrder = session.OrderBy(Col("event_ts"), isDirect, Col("event_id"));

        // Without an event of another channel this is the first event again.
        var bySource = session.OrderBy(isDirect, Col("event_ts"), Col("event_id"));
        Column OfEntry(string name) => settings.SessionEntry == SessionEntry.FirstWithSource ? First(name).Over(bySource) : Col(name);
        string[] ofEntry = ["referrer", "channel", "channel_rule", "utm_source", "utm_medium", "utm_campaign"];

        var numbered = sessionEvents
            .Filter(Col("session_id").IsNotNull())
            .WithColumn("position", RowNumber().Over(inOrder))
            .WithColumn("session_end_ts", Max("event_ts").Over(session))
            .WithColumn("event_count", Count(Lit(1)).Over(session));

        return ofEntry.Aggregate(numbered, (rows, name) => rows.WithColumn($"entry_{name}", OfEntry(name)))
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
                Col("entry_referrer"),
                Col("entry_channel"),
                Col("entry_channel_rule"),
                Col("entry_utm_source"),
                Col("entry_utm_medium"),
                Col("entry_utm_campaign"),
                Col("device_type"));
    }
}
