using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>
/// Keeps a lakehouse in order that is run hour by hour for years: small files are joined, and the state's own tables lose what nothing needs. Old files of the seven tables are not deleted, as
/// readers of earlier versions may want them: that is <c>vacuum</c>'s, by its own schedule.
/// </summary>
internal sealed class Upkeep(ActiveRun run)
{
    /// <summary>After how many runs the state's tables are put in order.</summary>
    public const long RunsBetween = 50;

    private static readonly TimeSpan s_retention = TimeSpan.FromDays(7);

    private readonly RunEnvironment _environment = run.Environment;

    /// <summary>
    /// A rebuild's files have a quarter of their target or more, so a run leaves them alone: joining them would cost as much as writing the table anew, and make each late event dearer, whose file is written anew.
    /// </summary>
    private long SmallBelow => _environment.Settings.Analytics.Files.TargetFileSize / 8;

    /// <summary>Joins the small files of each table that has too many of them.</summary>
    /// <param name="report">The run's report.</param>
    /// <returns>The report with the versions that the tables then have.</returns>
    public RunReport Compact(RunReport report) => report with
    {
        Tables = [.. report.Tables.Select(table => table with { Version = Compact(ModelSteps.Tables.Single(one => one.Name == table.Name), table.Version) })],
    };

    private long Compact(TableDefinition table, long version)
    {
        var files = _environment.Settings.Analytics.Files;
        if (files.CompactAbove == 0)
        {
            return version;
        }

        var detail = DeltaTable.ForPath(_environment.Spark, _environment.Paths.Of(table.Name)).Detail().Collect().Single();

        // Joined are those below an eighth of the target, until two that follow one another no longer fit into one; so that many files always are enough.
        var enough = detail.GetAs<long>("sizeInBytes") / SmallBelow;
        if (detail.GetAs<long>("numFiles") - enough <= files.CompactAbove)
        {
            return version;
        }

        var (result, _) = _environment.Step($"compact {table.Name}", () =>
        {
            run.BeforeCommit();
            return Optimize(table, version, SmallBelow);
        });
        return result.Version;
    }

    /// <summary>Joins the small files of a table, those of neighbouring times to one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="version">Its version.</param>
    /// <param name="smallBelow">From how many bytes a file stays as it is; null for all that do not reach the size that files should have.</param>
    public MaintenanceResult Optimize(TableDefinition table, long version, long? smallBelow = null)
    {
        var delta = DeltaTable.ForPath(_environment.Spark, _environment.Paths.Of(table.Name));
        var optimize = delta.Optimize()
            .Option("targetFileSize", _environment.Settings.Analytics.Files.TargetFileSize.ToString(CultureInfo.InvariantCulture))
            .Option("userMetadata", run.Mark);
        if (table.TimeColumn is { } time)
        {
            optimize.Option("sortBy", time);
        }

        if (smallBelow is { } bytes)
        {
            optimize.Option("minFileSize", bytes.ToString(CultureInfo.InvariantCulture));
        }

        var result = optimize.ExecuteCompaction();
        return new MaintenanceResult(table.Name, result.Version ?? delta.CommitMarked(run.Mark)?.GetAs<long>("version") ?? version, result.Count("numAddedFiles"), result.Count("numRemovedFiles"), []);
    }

    /// <summary>Puts the state's tables in order, each so many runs: by the first increment from the fiftieth run on, as that itself may fail or be another kind of run.</summary>
    public void OfState()
    {
        var before = run.History.Where(earlier => earlier is { Kind: RunKind.Run, State: RunState.Completed }).Select(earlier => earlier.RunId).DefaultIfEmpty().Max();
        if (run.Started.RunId / RunsBetween == before / RunsBetween)
        {
            return;
        }

        var paths = _environment.Paths;
        run.BeforeCommit();
        new RestatementLog(_environment.Spark, paths).Forget(OldestKept());
        foreach (var path in new[] { paths.Runs, paths.LoadedFiles, paths.Restatements, paths.Settings, paths.Lock }.Where(path => DeltaTable.IsDeltaTable(_environment.Spark, path)))
        {
            run.BeforeCommit();
            var delta = DeltaTable.ForPath(_environment.Spark, path);
            delta.Optimize().ExecuteCompaction();
            delta.Vacuum(s_retention, [], dryRun: false).Collect();
        }
    }

    /// <summary>The first run whose restatements are kept.</summary>
    private long OldestKept()
    {
        var oldest = run.Started.At - _environment.Settings.Analytics.Files.KeepRestatements;
        return run.History.Where(earlier => earlier.At >= oldest).Select(earlier => earlier.RunId).DefaultIfEmpty(run.Started.RunId).Min();
    }
}
