using SparkAnalytics.Models;
using SparkAnalytics.Models.Increments;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>
/// Brings the tables to what a rebuild of all events would make, one after the other: for each the scope that the added events can alter is computed anew by the models, compared with
/// the stored rows of that scope, and the difference is written.
/// </summary>
internal sealed class IncrementalTables(ActiveRun run, StoredTables stored, KeptRows kept)
{
    private static readonly string[] s_numbers = ["session_seq", "session_id"];

    private readonly RunEnvironment _environment = run.Environment;
    private readonly AnalyticsSettings _settings = run.Environment.Settings.Analytics;
    private readonly DifferenceWriter _writer = new(run, stored);
    private readonly List<ChangedTable> _changed = [];

    /// <summary>Writes all tables.</summary>
    /// <param name="added">What the run adds.</param>
    /// <returns>What changed, by table.</returns>
    public IReadOnlyList<ChangedTable> Write(AddedEvents added)
    {
        Change(StgEvents.Table, () => Insertions(StgEvents.Table, added.Events));

        var scope = kept.Keep(SessionScope.Of(added.Events, stored[FctSessions.Table], _settings));
        var scopeStart = Earliest(scope, SessionScope.Start);
        var numbered = kept.Keep(Numbered(added.Events, scope, scopeStart));
        var sessionEvents = Change(FctSessionEvents.Table, () => SessionEvents(added.Events, numbered, scope, scopeStart), s_numbers);
        var sessions = Change(FctSessions.Table, () => Scoped(
            FctSessions.Table,
            FctSessions.Build(SessionScope.In(From(sessionEvents.Rows, "event_ts", scopeStart), "event_ts", scope).Drop(SessionScope.SessionsBefore), _settings),
            scope,
            scopeStart));

        var orders = Change(FctOrders.Table, () => Orders(added.Events));
        Change(DimUsers.Table, () => Users(added.Events, numbered, orders.Difference));

        var touches = Change(FctMarketingTouches.Table, () => Scoped(
            FctMarketingTouches.Table,
            FctMarketingTouches.Build(SessionScope.In(From(sessions.Rows, "session_start_ts", scopeStart), "session_start_ts", scope).Drop(SessionScope.SessionsBefore)),
            scope,
            scopeStart));
        Change(FctOrderAttribution.Table, () => Attribution(orders, touches));
        Change(QuarantinedEvents.Table, () => Quarantine(added), ["reason"]);
        return _changed;
    }

    private ChangedTable Change(TableDefinition table, Func<Difference> difference, IReadOnlyList<string>? updated = null)
    {
        var ((found, version), elapsed) = _environment.Step(
            table.Name,
            () =>
            {
                var found = TableWriter.Named(table.Name, difference);
                return (found, _writer.Write(table, found, updated));
            },
            written => written.found.Counts.Values.Sum());
        var changed = new ChangedTable(table, found, version, TableVersions.Read(_environment.Spark, _environment.Paths.Of(table.Name), version), elapsed);
        _changed.Add(changed);
        return changed;
    }

    /// <summary>Rows that no stored row can have the key of.</summary>
    private static Difference Insertions(TableDefinition table, DataFrame rows) => Difference.OfChanges(table, rows.WithColumn("change", Lit(Difference.Inserted))
        .Select([Col("change"), .. table.Columns.Select(column => Col(column.Name)), .. table.Columns.Select(column => Lit(null).Cast(rows.Schema().Fields.Single(field => field.Name == column.Name).DataType.SimpleString).As(Difference.Stored + column.Name))]));

    /// <summary>The events of the scope, old and added, with their new numbers: event_id, user_id, event_ts, session_seq, session_id.</summary>
    private DataFrame Numbered(DataFrame added, DataFrame scope, Timestamp? start)
    {
        var before = From(stored[FctSessionEvents.Table], "event_ts", start).Select("event_id", "user_id", "event_ts");
        var all = SessionScope.In(before.Union(added.Select("event_id", "user_id", "event_ts")), "event_ts", scope);
        return FctSessionEvents.Build(all, _settings, Col(SessionScope.SessionsBefore)).Drop(SessionScope.SessionsBefore);
    }

    /// <summary>Added events are new rows; of others only the numbers can differ, so nothing else of them is read.</summary>
    private Difference SessionEvents(DataFrame added, DataFrame numbered, DataFrame scope, Timestamp? start)
    {
        var table = FctSessionEvents.Table;
        var stays = SessionScope.In(From(stored[table], "event_ts", start).Select("event_id", ["user_id", "event_ts", .. s_numbers]), "event_ts", scope);
        var renumbered = numbered.As("new").Join(stays.As("old"), (Col("new.event_id") == Col("old.event_id")) & (Col("new.session_seq") != Col("old.session_seq")));
        var inserted = added.As("event").Join(numbered.As("new"), Col("event.event_id") == Col("new.event_id"), "left_outer");
        var types = added.Schema().Fields.ToDictionary(field => field.Name, field => field.DataType.SimpleString, StringComparer.Ordinal);
        Column Nothing(string name) => Lit(null).Cast(types.GetValueOrDefault(name, name == "session_seq" ? "int" : "string"));

        var columns = table.Columns.Select(column => column.Name).ToList();
        string[] known = ["event_id", "user_id", "event_ts", .. s_numbers];
        var changes = inserted.Select(
            [
                Lit(Difference.Inserted).As("change"),
                .. columns.Select(name => Col(s_numbers.Contains(name) ? $"new.{name}" : $"event.{name}").As(name)),
                .. columns.Select(name => Nothing(name).As(Difference.Stored + name)),
            ])
            .Union(renumbered.Select(
            [
                Lit(Difference.Updated).As("change"),
                .. columns.Select(name => (known.Contains(name) ? Col($"new.{name}") : Nothing(name)).As(name)),
                .. columns.Select(name => (known.Contains(name) ? Col($"old.{name}") : Nothing(name)).As(Difference.Stored + name)),
            ]));
        return Difference.OfChanges(table, kept.Keep(changes));
    }

    /// <summary>The difference of a table whose rows the sessions' scope holds.</summary>
    private Difference Scoped(TableDefinition table, DataFrame rows, DataFrame scope, Timestamp? start) => Difference.Of(
        table,
        rows,
        SessionScope.In(From(stored[table], table.TimeColumn!, start), table.TimeColumn!, scope).Drop(SessionScope.SessionsBefore),
        kept);

    private Difference Orders(DataFrame added)
    {
        var ids = kept.Keep(OrderScope.Of(added, _settings));
        var known = stored[FctOrders.Table].Join(ids, ["order_id"], "left_semi");
        var columns = FctOrders.Table.Columns.Select(column => column.Name).ToArray();
        var storedRows = kept.Keep(known.Select(columns[0], columns[1..]));

        // Of most orders all events are new; only those of the others are looked for in the history.
        var earlier = storedRows.IsEmpty()
            ? null
            : stored[StgEvents.Table].As("event").Join(storedRows.As("known"), Col("event.transaction_id") == Col("known.order_id"), "left_semi");
        var events = earlier is null ? added : added.Union(earlier);
        return Difference.Of(FctOrders.Table, FctOrders.Build(events, _settings), storedRows, kept);
    }

    private Difference Users(DataFrame added, DataFrame numbered, Difference orders)
    {
        var counts = numbered.GroupBy("user_id").Agg(Max("session_seq").Cast("bigint").As("session_count"));
        var events = added.WithColumn("session_seq", Lit(0));
        var ofOrders = OrderScope.Figures(orders.NewRows("user_id", "revenue"), 1).Union(OrderScope.Figures(orders.StoredRows("user_id", "revenue"), -1));
        var rows = kept.Keep(AddedToUsers.Build(stored[DimUsers.Table], events, counts, ofOrders, _settings));
        var before = stored[DimUsers.Table].Join(rows.Select("user_id").As("concerned"), ["user_id"], "left_semi");
        return Difference.Of(DimUsers.Table, rows, before, kept);
    }

    private Difference Attribution(ChangedTable orders, ChangedTable touches)
    {
        var changedTouches = touches.Difference.NewRows("user_id", "touch_ts").Union(touches.Difference.StoredRows("user_id", "touch_ts"));
        var concerned = kept.Keep(AttributionScope.Of(orders.Difference.Rows, changedTouches, orders.Rows, _settings));
        var rows = FctOrderAttribution.Build(orders.Rows.Join(concerned, ["order_id"], "left_semi"), touches.Rows, _settings);
        return Difference.Of(FctOrderAttribution.Table, rows, stored[FctOrderAttribution.Table].Join(concerned, ["order_id"], "left_semi"), kept);
    }

    /// <summary>Rows that are staged now leave the quarantine; of one that stays the first file is kept.</summary>
    private Difference Quarantine(AddedEvents added)
    {
        var ids = kept.Keep(added.Checked.Select("event_id").Distinct());
        return Difference.Of(
            QuarantinedEvents.Table,
            QuarantinedEvents.Build(added.Checked.Drop(NewInput.IsHeld)),
            stored[QuarantinedEvents.Table].Join(ids, ["event_id"], "left_semi"),
            kept,
            ["reason"]);
    }

    private static DataFrame From(DataFrame rows, string time, Timestamp? start) => start is null ? rows.Filter(Lit(false)) : rows.Filter(Col(time) >= Lit(start));

    private static Timestamp? Earliest(DataFrame rows, string column) => rows.Agg(Min(column).As("earliest")).First().Get("earliest") as Timestamp;
}

/// <summary>A table as a run left it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Difference">What the run changed in it.</param>
/// <param name="Version">The version that it has.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Elapsed">How long that took.</param>
internal sealed record ChangedTable(TableDefinition Table, Difference Difference, long Version, DataFrame Rows, TimeSpan Elapsed);
