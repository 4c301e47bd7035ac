using SparkAnalytics.Models;
using SparkAnalytics.Models.Increments;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>
/// Brings the tables to what a rebuild of all events would make, one after the other: for each the scope that the added events can alter is computed anew by the models, compared with
/// the stored rows of that scope, and the difference is written.
/// </summary>
internal sealed class IncrementalTables(ActiveRun run, StoredTables stored, KeptRows kept)
{
    private readonly RunEnvironment _environment = run.Environment;
    private readonly AnalyticsSettings _settings = run.Environment.Settings.Analytics;
    private readonly DifferenceWriter _writer = new(run, stored);
    private readonly Dictionary<TableDefinition, ChangedTable> _changed = [];

    /// <summary>Writes all tables.</summary>
    /// <param name="added">What the run adds.</param>
    /// <returns>What changed.</returns>
    public ChangedTables Write(AddedEvents added)
    {
        Change(StgEvents.Table, () => Difference.OfNewRows(StgEvents.Table, added.Events));

        var scope = new NumberedEvents(added.Events, stored, kept, _settings);
        var sessionEvents = Change(FctSessionEvents.Table, () => scope.Difference(kept), NumberedEvents.Numbers);
        var sessions = Change(FctSessions.Table, () => Scoped(FctSessions.Table, FctSessions.Build(scope.In(sessionEvents.Rows, "event_ts"), _settings), scope));
        var orders = Change(FctOrders.Table, () => Orders(added.Events));
        Change(DimUsers.Table, () => Users(added.Events, scope, orders.Difference));
        var touches = Change(FctMarketingTouches.Table, () => Scoped(FctMarketingTouches.Table, FctMarketingTouches.Build(scope.In(sessions.Rows, "session_start_ts")), scope));
        Change(FctOrderAttribution.Table, () => Attribution(orders, touches));
        Change(QuarantinedEvents.Table, () => Quarantine(added), ["reason"]);
        return new ChangedTables(_changed, scope);
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
        var changed = new ChangedTable(found, version, TableVersions.Read(_environment.Spark, _environment.Paths.Of(table.Name), version), elapsed);
        _changed.Add(table, changed);
        return changed;
    }

    /// <summary>The difference of a table whose rows the sessions' scope holds.</summary>
    private Difference Scoped(TableDefinition table, DataFrame rows, NumberedEvents scope) =>
        Difference.Of(table, rows, scope.In(stored[table], table.TimeColumn!), kept);

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

    private Difference Users(DataFrame added, NumberedEvents scope, Difference orders)
    {
        var ofOrders = OrderScope.Figures(orders.NewRows("user_id", "revenue"), 1).Union(OrderScope.Figures(orders.StoredRows("user_id", "revenue"), -1));
        var events = added.WithColumn("session_seq", Lit(0));
        var before = kept.Keep(stored[DimUsers.Table].Join(AddedToUsers.Concerned(added, ofOrders), ["user_id"], "left_semi"));
        return Difference.Of(DimUsers.Table, AddedToUsers.Build(before, events, scope.SessionCounts, ofOrders, _settings), before, kept);
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
            QuarantinedEvents.Build(QuarantinedEvents.SetAside(added.Checked.Drop(NewInput.IsHeld))),
            stored[QuarantinedEvents.Table].Join(ids, ["event_id"], "left_semi"),
            kept,
            ["reason"]);
    }
}

/// <summary>What a run changed.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Scope">The events that it numbered.</param>
internal sealed record ChangedTables(IReadOnlyDictionary<TableDefinition, ChangedTable> Tables, NumberedEvents Scope)
{
    public ChangedTable this[TableDefinition table] => Tables[table];
}

/// <summary>A table as a run left it.</summary>
/// <param name="Difference">What the run changed in it.</param>
/// <param name="Version">The version that it has.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Elapsed">How long that took.</param>
internal sealed record ChangedTable(Difference Difference, long Version, DataFrame Rows, TimeSpan Elapsed);
