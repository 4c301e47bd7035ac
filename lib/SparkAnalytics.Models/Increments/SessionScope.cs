using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Increments;

/// <summary>
/// Which events are numbered anew: for each user of the added events, those from the start of the session on that the earliest of them touches, or from that event on where it
/// touches none. What is before cannot change, as sessions follow from the gaps between neighbours.
/// </summary>
public static class SessionScope
{
    /// <summary>The instant from which a user's events are numbered anew.</summary>
    public const string Start = "scope_start_ts";

    /// <summary>How many sessions the user has before that instant.</summary>
    public const string SessionsBefore = "sessions_before";

    /// <summary>Finds the scope.</summary>
    /// <param name="added">The added events, with user_id and event_ts.</param>
    /// <param name="sessions">The columns of <c>fct_sessions</c> before they were added.</param>
    /// <param name="settings">The timeout.</param>
    /// <returns>One row for each user of added events: user_id, <see cref="Start"/>, <see cref="SessionsBefore"/> (int).</returns>
    public static DataFrame Of(DataFrame added, DataFrame sessions, AnalyticsSettings settings)
    {
        var firsts = added
            .Filter(Col("user_id").IsNotNull())
            .GroupBy("user_id")
            .Agg(Min("event_ts").As("first_added_ts"));
        var beginsBefore = (Col("first.user_id") == Col("session.user_id")) & (Col("session_start_ts") <= Col("first_added_ts"));
        var isTouched = Col("first_added_ts") <= Col("last_end_ts") + Interval(settings.SessionTimeout);

        // The last session that begins before has the largest number, start and end of all that do.
        return firsts.As("first")
            .Join(sessions.Select("user_id", "session_seq", "session_start_ts", "session_end_ts").As("session"), beginsBefore, "left_outer")
            .GroupBy(Col("first.user_id"), Col("first_added_ts"))
            .Agg(Max("session_seq").As("last_seq"), Max("session_start_ts").As("last_start_ts"), Max("session_end_ts").As("last_end_ts"))
            .Select(
                Col("user_id"),
                When(isTouched, Col("last_start_ts")).Otherwise(Col("first_added_ts")).As(Start),
                When(isTouched, Col("last_seq") - 1).Otherwise(Coalesce(Col("last_seq"), Lit(0))).As(SessionsBefore));
    }

    /// <summary>The rows of a table that the scope holds.</summary>
    /// <param name="rows">With user_id.</param>
    /// <param name="time">The column with the instant of a row.</param>
    /// <param name="scope">What <see cref="Of"/> gives.</param>
    /// <returns>All columns of <paramref name="rows"/> and <see cref="SessionsBefore"/>.</returns>
    public static DataFrame In(DataFrame rows, string time, DataFrame scope) =>
        rows.As("row")
            .Join(scope.As("scope"), (Col("row.user_id") == Col("scope.user_id")) & (Col(time) >= Col(Start)))
            .Drop(Col("scope.user_id"))
            .Drop(Start);
}
