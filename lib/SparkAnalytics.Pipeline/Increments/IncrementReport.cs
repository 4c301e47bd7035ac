using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>The report of an increment.</summary>
internal sealed class IncrementReport(ActiveRun run, NewInput newInput, AddedEvents added, IReadOnlyList<ChangedTable> changed)
{
    /// <summary>Takes the figures from what changed and from the tables.</summary>
    /// <param name="startedAt">When the run began.</param>
    /// <returns>The report, without its length.</returns>
    public RunReport Write(DateTimeOffset startedAt)
    {
        var tables = changed.ToDictionary(table => table.Table, Report);
        return run.Report(startedAt, Input(), tables, Totals.ByReason(tables[QuarantinedEvents.Table].Rows), newInput.Lost);
    }

    private static WrittenTable Report(ChangedTable table) => new(
        table.Rows,
        new TableReport(table.Table.Name, table.Rows.Count(), table.Version, table.Elapsed.TotalSeconds, null)
        {
            Inserted = table.Difference.CountOf(Difference.Inserted),
            Updated = table.Difference.CountOf(Difference.Updated),
            Deleted = table.Difference.CountOf(Difference.Deleted),
        },
        null);

    private InputReport Input()
    {
        var quarantine = changed.Single(table => table.Table == QuarantinedEvents.Table).Difference;
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
