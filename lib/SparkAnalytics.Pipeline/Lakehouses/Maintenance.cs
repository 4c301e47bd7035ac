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

    private readonly RunLog _log = new(spark, paths);

    public ImmutableArray<MaintenanceResult> Optimize(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        // Before the lock, which would make a lakehouse where there is none.
        _log.Select(RunSelector.Latest);
        using var held = LakehouseLock.Acquire(spark, paths, time, "optimize");
        var last = _log.Select(RunSelector.Latest);
        RefuseUnfinished(last);

        var (results, versions) = (ImmutableArray.CreateBuilder<MaintenanceResult>(), last.Versions);
        foreach (var table in TableNames.All.Where(last.Versions.ContainsKey))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new RunProgress(table, RunStepState.Started));
            var start = time.GetTimestamp();
            held.Check();
            results.Add(OptimizeOne(table, last.Versions[table]));
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

    private void RefuseUnfinished(RunRecord last)
    {
        foreach (var (table, version) in last.Versions)
        {
            if (TableVersions.Latest(spark, paths.Of(table)) is var latest && latest != version)
            {
                throw new PipelineException(ExitCode.Locked, FormattableString.Invariant($"{table} has version {latest}, which no completed run names (the last one, {last.RunId}, names {version}): a run did not finish. Run it again first."));
            }
        }
    }
}
