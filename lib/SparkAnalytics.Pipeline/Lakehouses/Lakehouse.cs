using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>A lakehouse in a folder, on the engine of a session.</summary>
/// <param name="spark">The session.</param>
/// <param name="path">The lakehouse's folder, as the engine sees it.</param>
/// <param name="settings">The settings in force.</param>
/// <param name="time">The clock.</param>
public sealed class Lakehouse(SparkSession spark, string path, EffectiveSettings settings, TimeProvider time) : ILakehouse
{
    private readonly LakehousePaths _paths = new(path);

    private RunLog Log => new(spark, _paths);

    /// <inheritdoc/>
    public RunReport Rebuild(RebuildRequest request, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        using var interruption = cancellation.Register(spark.InterruptAll);
        return EngineErrors.Translate(() => new RebuildRun(spark, _paths, settings, time).Execute(request, progress, cancellation));
    }

    /// <inheritdoc/>
    public DataFrame Query(string sql, RunSelector run) => EngineErrors.Translate(() =>
    {
        foreach (var (table, version) in Log.Select(run).Versions)
        {
            AtVersion(table, version).CreateOrReplaceTempView(table);
        }

        return spark.Sql(sql);
    });

    /// <inheritdoc/>
    public DataFrame Table(string table, RunSelector run, long? version = null)
    {
        TableCatalog.Require(table);
        return EngineErrors.Translate(() => AtVersion(table, version ?? VersionOf(table, Log.Select(run))));
    }

    /// <inheritdoc/>
    public TableDescription Describe(string table)
    {
        var schema = Table(table, RunSelector.Latest).Schema();
        return TableCatalog.Describe(table, schema);
    }

    /// <inheritdoc/>
    public DataFrame History(string table)
    {
        TableCatalog.Require(table);
        return EngineErrors.Translate(() =>
        {
            Log.Select(RunSelector.Latest);
            return DeltaTable.ForPath(spark, _paths.Of(table)).History();
        });
    }

    /// <inheritdoc/>
    public ImmutableArray<MaintenanceResult> Optimize(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        using var interruption = cancellation.Register(spark.InterruptAll);
        return EngineErrors.Translate(() => new Maintenance(spark, _paths, settings, time).Optimize(progress, cancellation));
    }

    /// <inheritdoc/>
    public ImmutableArray<MaintenanceResult> Vacuum(TimeSpan retention, bool dryRun, CancellationToken cancellation)
    {
        using var interruption = cancellation.Register(spark.InterruptAll);
        return EngineErrors.Translate(() => new Maintenance(spark, _paths, settings, time).Vacuum(retention, dryRun, cancellation));
    }

    private DataFrame AtVersion(string table, long version) =>
        spark.Read().Format("delta").Option("versionAsOf", version.ToString(CultureInfo.InvariantCulture)).Load(_paths.Of(table));

    private long VersionOf(string table, RunRecord run) =>
        run.Versions.TryGetValue(table, out var version)
            ? version
            : throw new PipelineException(ExitCode.BadInput, FormattableString.Invariant($"Run {run.RunId} of the lakehouse {path} has no table {table}."));
}
