using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>fct_session_events</c>: one row per event, with its session.</summary>
public static class FctSessionEvents
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "fct_session_events",
        Grain = "event",
        Meaning = "Events with their session, for funnels and paths.",
        Key = ["event_id"],
        Scope = TableScope.Session,
        TimeColumn = "event_ts",
        Columns =
        [
            .. StgEvents.Table.Columns,
            new("session_seq", "Number of the user's session, from 1; NULL without a user."),
            new("session_id", "user_id-session_seq; NULL without a user."),
        ],
    };

    /// <summary>Numbers each user's sessions: one starts at the first event and after every gap longer than the timeout.</summary>
    /// <param name="events">The columns of <c>stg_events</c>.</param>
    /// <param name="settings">The timeout.</param>
    /// <returns>All columns of <paramref name="events"/>, <c>session_seq</c> and <c>session_id</c>, both NULL where there is no user.</returns>
    public static DataFrame Build(DataFrame events, AnalyticsSettings settings) => Build(events, settings, sessionsBefore: null);

    /// <summary>Numbers the sessions of users whose earlier sessions stay as they are.</summary>
    /// <param name="events">With user_id, event_ts and event_id: of each user all events from a session's start on.</param>
    /// <param name="settings">The timeout.</param>
    /// <param name="sessionsBefore">How many sessions the row's user had before (int); null for none.</param>
    /// <returns>All columns of <paramref name="events"/>, <c>session_seq</c> and <c>session_id</c>, both NULL where there is no user.</returns>
    public static DataFrame Build(DataFrame events, AnalyticsSettings settings, Column? sessionsBefore)
    {
        var inOrder = Window.PartitionBy("user_id").OrderBy("event_ts", "event_id");
        var previous = Lag("event_ts", 1).Over(inOrder);
        var starts = previous.IsNull() | (Col("event_ts") > previous + Interval(settings.SessionTimeout));
        var soFar = inOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow);
        var number = Sum("starts_session").Over(soFar).Cast("int");

        return events
            .WithColumn("starts_session", When(starts, 1).Otherwise(0))
            .WithColumn("session_seq", When(Col("user_id").IsNotNull(), sessionsBefore is null ? number : sessionsBefore + number))
            .WithColumn("session_id", Concat(Col("user_id"), Lit("-"), Col("session_seq").Cast("string")))
            .Drop("starts_session");
    }
}
