using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>The report of an increment, and its entries in the log of restatements. What the report of the run before tells is not read from the tables again.</summary>
internal sealed class IncrementReport(ActiveRun run, NewInput newInput, AddedEvents added, ChangedTables changed, StoredTables stored, KeptRows kept)
{
    private readonly RunEnvironment _environment = run.Environment;
    private readonly RunReport? _before = run.Environment.Log.LastReport() is { } text ? RunReportJson.Read(text) : null;

    /// <summary>Takes the figures from what changed, and logs what was restated.</summary>
    /// <param name="startedAt">When the run began.</param>
    /// <returns>The report, without its length.</returns>
    public RunReport Write(DateTimeOffset startedAt)
    {
        var tables = ModelSteps.Tables.ToDictionary(table => table, Written);
        var input = Input();
        var before = _before?.Watermark ?? Totals.Watermark(stored[StgEvents.Table], run.Started.Clock);

        // Among what is behind the last watermark are events that were staged while they were after the clock.
        var staged = changed[StgEvents.Table].Rows;
        var newest = Totals.Watermark(before is { } last ? staged.Filter(Col("event_ts") > Lit(new Timestamp(last.UtcDateTime))) : staged, run.Started.Clock);
        var watermark = newest ?? before;
        var report = _before is null
            ? run.Report(startedAt, input, tables, Totals.Of(tables, Totals.ByReason(tables[QuarantinedEvents.Table].Rows), _environment.Settings), watermark)
            : run.Report(startedAt, input, tables, TotalsAfter(_before.Totals, tables), watermark);

        var restatements = new Restatements(changed, kept);
        var lateness = Lateness.Of(added, before, changed, restatements);
        run.BeforeCommit();
        new RestatementLog(_environment.Spark, _environment.Paths).Append(kept.Keep(restatements.Rows), run.Started.RunId);
        return report with { Lateness = lateness, Warnings = [.. newInput.Lost, .. report.Warnings] };
    }

    private TotalsReport TotalsAfter(TotalsReport before, IReadOnlyDictionary<TableDefinition, WrittenTable> tables)
    {
        var sessions = changed[FctSessions.Table].Difference;
        var setAside = Totals.ByReason(changed[QuarantinedEvents.Table].Difference.Rows.Filter(Col("change") != Difference.Deleted));
        return Totals.After(before, added.Events, sessions.NewRows("entry_page_url"), sessions.StoredRows("entry_page_url"), tables, setAside, _environment.Settings);
    }

    private WrittenTable Written(TableDefinition definition)
    {
        var table = changed[definition];
        var (inserted, updated, deleted) = (table.Difference.CountOf(Difference.Inserted), table.Difference.CountOf(Difference.Updated), table.Difference.CountOf(Difference.Deleted));
        var rows = _before?.Tables.FirstOrDefault(one => one.Name == definition.Name) is { } then ? then.Rows + inserted - deleted : table.Rows.Count();
        return new WrittenTable(
            table.Rows,
            new TableReport(definition.Name, rows, table.Version, table.Elapsed.TotalSeconds, null) { Inserted = inserted, Updated = updated, Deleted = deleted },
            null);
    }

    private InputReport Input()
    {
        var quarantine = changed[QuarantinedEvents.Table].Difference;
        var setAside = Totals.ByReason(quarantine.Rows.Filter(Col("change") == Difference.Inserted));
        var files = newInput.Files.Files;

        // Rows of the quarantine that were taken in came with an earlier run.
        var fromFiles = added.Count - quarantine.CountOf(Difference.Deleted);
        return new InputReport(
            files.Length,
            files.Where(file => file.Format != InputFormat.Delta).Sum(file => file.File.Size),
            added.Rows,
            added.Rows - fromFiles - setAside.Values.Sum(),
            setAside,
            newInput.Raw.UnknownColumns,
            newInput.Files.PassedOver)
        {
            FilesLoadedBefore = newInput.LoadedBefore,
            FilesTooYoung = newInput.TooYoung,
        };
    }
}
