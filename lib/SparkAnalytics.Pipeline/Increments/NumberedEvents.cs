using SparkAnalytics.Models;
using SparkAnalytics.Models.Increments;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>The events of the sessions' scope, stored and added, with their new numbers. Of stored events nothing but ids, instants and numbers is read, as nothing else of them can change.</summary>
internal sealed class NumberedEvents
{
    private readonly DataFrame _added;
    private readonly DataFrame _scope;
    private readonly DataFrame _stored;
    private readonly DataFrame _numbered;
    private readonly Timestamp? _start;

    /// <param name="added">The added events.</param>
    /// <param name="tables">The tables before.</param>
    /// <param name="kept">Keeps what is used several times.</param>
    /// <param name="settings">The timeout.</param>
    public NumberedEvents(DataFrame added, StoredTables tables, KeptRows kept, AnalyticsSettings settings)
    {
        _added = added;
        _scope = kept.Keep(SessionScope.Of(added, tables[FctSessions.Table], settings));
        _start = _scope.Agg(Min(SessionScope.Start).As("earliest")).First().Get("earliest") as Timestamp;

        string[] columns = ["user_id", "event_ts", .. Numbers];
        _stored = kept.Keep(SessionScope.In(From(tables[FctSessionEvents.Table], "event_ts").Select("event_id", columns), "event_ts", _scope));
        string[] narrow = ["user_id", "event_ts", SessionScope.SessionsBefore];
        var all = _stored.Select("event_id", narrow).Union(SessionScope.In(added.Select("event_id", "user_id", "event_ts"), "event_ts", _scope).Select("event_id", narrow));
        _numbered = kept.Keep(FctSessionEvents.Build(all, settings, Col(SessionScope.SessionsBefore)).Drop(SessionScope.SessionsBefore));
    }

    /// <summary>The columns of a stored event that can change.</summary>
    public static string[] Numbers { get; } = ["session_seq", "session_id"];

    /// <summary>user_id and session_count of the users of added events.</summary>
    public DataFrame SessionCounts => _numbered.GroupBy("user_id").Agg(Max("session_seq").Cast("bigint").As("session_count"));

    /// <summary>Users to whom an event was added that is before one they had: user_id.</summary>
    public DataFrame LateUsers
    {
        get
        {
            var first = _added.Filter(Col("user_id").IsNotNull()).GroupBy("user_id").Agg(Min("event_ts").As("first_added_ts"));
            return _stored.As("stored").Join(first.As("first"), (Col("stored.user_id") == Col("first.user_id")) & (Col("stored.event_ts") > Col("first_added_ts")))
                .Select(Col("stored.user_id")).Distinct();
        }
    }

    /// <summary>What each session of the scope is made of: user_id, session_seq, stored_sessions (how many it takes in), stored_seq (the largest number of those), added_events.</summary>
    public DataFrame Pieces => _numbered.As("new").Join(_stored.As("old"), Col("new.event_id") == Col("old.event_id"), "left_outer")
        .GroupBy(Col("new.user_id"), Col("new.session_seq"))
        .Agg(
            CountDistinct(Col("old.session_seq")).As("stored_sessions"),
            Max(Col("old.session_seq")).As("stored_seq"),
            Count(When(Col("old.session_seq").IsNull(), 1)).As("added_events"));

    /// <summary>The rows of a table that the scope holds.</summary>
    /// <param name="rows">With user_id.</param>
    /// <param name="time">The column with the instant of a row.</param>
    public DataFrame In(DataFrame rows, string time) => SessionScope.In(From(rows, time), time, _scope).Drop(SessionScope.SessionsBefore);

    /// <summary>The difference of <c>fct_session_events</c>: added events, and stored ones with other numbers.</summary>
    /// <param name="kept">Keeps it.</param>
    public Difference Difference(KeptRows kept)
    {
        var table = FctSessionEvents.Table;
        var renumbered = _numbered.As("new").Join(_stored.As("old"), (Col("new.event_id") == Col("old.event_id")) & (Col("new.session_seq") != Col("old.session_seq")));
        var inserted = _added.As("event").Join(_numbered.As("new"), Col("event.event_id") == Col("new.event_id"), "left_outer");
        var types = _added.Schema().Fields.Concat(_numbered.Schema().Fields).DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => field.DataType.SimpleString, StringComparer.Ordinal);
        Column Nothing(string name) => Lit(null).Cast(types[name]);

        var columns = table.Columns.Select(column => column.Name).ToList();
        string[] known = ["event_id", "user_id", "event_ts", .. Numbers];
        return Increments.Difference.OfChanges(table, kept.Keep(inserted.Select(
            [
                Lit(Increments.Difference.Inserted).As("change"),
                .. columns.Select(name => Col(Numbers.Contains(name) ? $"new.{name}" : $"event.{name}").As(name)),
                .. columns.Select(name => Nothing(name).As(Increments.Difference.Stored + name)),
            ])
            .Union(renumbered.Select(
            [
                Lit(Increments.Difference.Updated).As("change"),
                .. columns.Select(name => (known.Contains(name) ? Col($"new.{name}") : Nothing(name)).As(name)),
                .. columns.Select(name => (known.Contains(name) ? Col($"old.{name}") : Nothing(name)).As(Increments.Difference.Stored + name)),
            ]))));
    }

    private DataFrame From(DataFrame rows, string time) => _start is null ? rows.Filter(Lit(false)) : rows.Filter(Col(time) >= Lit(_start));
}
