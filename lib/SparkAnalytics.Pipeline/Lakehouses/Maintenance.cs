using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>Joins small files and deletes unneeded ones; the last completed run's set of tables stays readable throughout.</summary>
internal sealed class Maintenance(SparkSession spark, LakehousePaths paths, EffectiveSettings settings, TimeProvider time)
{
    private static readonly TimeSpan s_shortestRetention = TimeSpan.FromDays(7);

    /// <summary>Operations of commits that alter no row.</summary>
    private static readonly ImmutableHashSet<string> s_keepsRows = ["OPTIMIZE", "VACUUM START", "VACUUM END"];

    private readonly RunLog _log = new(spark, paths);

    public ImmutableArray<MaintenanceResult> Optimize(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        // Before the lock, which would make a lakehouse where there is none.
        _log.Select(RunSelector.Latest);
        using var held = LakehouseLock.Acquire(spark, paths, time, "optimize");
        var last = _log.Select(RunSelector.Latest);
        var versions = PresentVersions(last);
        var results = ImmutableArray.CreateBuilder<MaintenanceResult>();
        foreach (var table in TableNames.All.Where(last.Versions.ContainsKey))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new RunProgress(table, RunStepState.Started));
            var start = time.GetTimestamp();
            held.Check();
            results.Add(OptimizeOne(table, versions[table]));
            versions = versions.SetItem(table, results[^1].Version);
            progress?.Report(new RunProgress(table, RunStepState.Finished, null, time.GetElapsedTime(start)));
        }

        var runs = _log.Read();
        _log.Append(last with
        {
            RunId = runs.Max(run => run.RunId) + 1,
            Kind = "optimize",
            At = time.GetUtcNow(),
            Engine = spark.Version(),
            Versions = versions,
            Report = null,
        });
        return results.ToImmutable();
    }

    public ImmutableArray<MaintenanceResult> Vacuum(TimeSpan retention, bool dryRun, CancellationToken cancellation)
    {
        if (retention < s_shortestRetention)
        {
            throw new PipelineException(ExitCode.BadUsage, FormattableString.Invariant($"A retention of {retention.TotalHours:0.##} hours is below 168 hours (7 days): running readers and time travel may still need the files. Give --retain 7d or more."));
        }

        _log.Select(RunSelector.Latest);
        using var held = LakehouseLock.Acquire(spark, paths, time, "vacuum");
        var last = _log.Select(RunSelector.Latest);
        var results = ImmutableArray.CreateBuilder<MaintenanceResult>();
        foreach (var table in TableNames.All.Where(last.Versions.ContainsKey))
        {
            cancellation.ThrowIfCancellationRequested();
            held.Check();
            var path = paths.Of(table);
            var deleted = DeltaTable.ForPath(spark, path).Vacuum(retention, [last.Versions[table]], dryRun)
                .Collect().Select(row => row.GetAs<string>(0)).ToImmutableArray();
            results.Add(new MaintenanceResult(table, TableVersions.Latest(spark, path), 0, deleted.Length, deleted));
        }

        return results.ToImmutable();
    }

    private MaintenanceResult OptimizeOne(string table, long version)
    {
        var path = paths.Of(table);
        var metrics = DeltaTable.ForPath(spark, path).Optimize()
            .Option("targetFileSize", settings.Analytics.Files.TargetFileSize.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ExecuteCompaction();
        return new MaintenanceResult(table, metrics.Version ?? version, TableWriter.Metric(metrics, "numAddedFiles"), TableWriter.Metric(metrics, "numRemovedFiles"), []);
    }

    /// <summary>The latest version of each table, whose rows must be those of the last completed run; an optimize that did not finish left them as they were.</summary>
    private ImmutableSortedDictionary<string, long> PresentVersions(RunRecord last)
    {
        var present = last.Versions;
        foreach (var (table, version) in last.Versions)
        {
            var later = DeltaTable.ForPath(spark, paths.Of(table)).History().Collect()
                .Select(commit => (Version: commit.GetAs<long>("version"), Operation: commit.GetAs<string>("operation")))
                .Where(commit => commit.Version > version)
                .ToList();
            if (later.Any(commit => !s_keepsRows.Contains(commit.Operation)))
            {
                throw new PipelineException(ExitCode.Locked, FormattableString.Invariant($"{table} has version {later.Max(commit => commit.Version)}, which no completed run names (the last one, {last.RunId}, names {version}): a run did not finish. Run it again first."));
            }

            present = present.SetItem(table, later.Select(commit => commit.Version).Append(version).Max());
        }

        return present;
    }
}
