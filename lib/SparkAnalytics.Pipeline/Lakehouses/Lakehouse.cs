using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Pipeline.Status;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>
/// The tables of one folder and what can be done with them, on the engine of a session. Rules that a caller breaks are a <see cref="PipelineException"/>, failures of the engine what the
/// engine throws, at once or when rows are read; <see cref="ExitCodes.Of"/> says for both what a caller can do.
/// </summary>
/// <param name="spark">The session.</param>
/// <param name="path">The lakehouse's folder, as the engine sees it.</param>
/// <param name="settings">The settings in force.</param>
/// <param name="time">The clock.</param>
public sealed class Lakehouse(SparkSession spark, string path, EffectiveSettings settings, TimeProvider time)
{
    private readonly LakehousePaths _paths = new(path);

    /// <summary>How long commands that change the lakehouse wait for another to give the lock back. Default: not at all.</summary>
    public TimeSpan WaitForLock { get; init; }

    private RunLog Log => new(spark, _paths);

    /// <summary>Loads the full history from the inputs and replaces what is there.</summary>
    /// <param name="request">What to load.</param>
    /// <param name="progress">Told about each step, or null.</param>
    /// <param name="cancellation">Ends the run cleanly; the tables then show what they showed before.</param>
    /// <returns>What was done.</returns>
    public RunReport Rebuild(RebuildRequest request, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        Interruptible(progress, cancellation, environment => new RebuildRun(environment, request).Execute());

    /// <summary>Loads what is new in the inputs and brings all tables to what a rebuild of all events would make; in an empty lakehouse it is one.</summary>
    /// <param name="request">What to load.</param>
    /// <param name="progress">Told about each step, or null.</param>
    /// <param name="cancellation">Ends the run cleanly; the tables then show what they showed before.</param>
    /// <returns>What was done, or null where nothing was new.</returns>
    public RunReport? Run(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        Interruptible(progress, cancellation, environment => new IncrementRun(environment, request).Execute());

    /// <summary>Makes all tables of a run available to <see cref="SparkSession.Sql"/> under their names and runs a query in the engine's dialect.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="run">Which run's tables.</param>
    /// <returns>The rows.</returns>
    public DataFrame Query(string sql, RunSelector run)
    {
        foreach (var (table, version) in Log.Select(run).Versions)
        {
            AtVersion(table, version).CreateOrReplaceTempView(table);
        }

        return spark.Sql(sql);
    }

    /// <summary>One table.</summary>
    /// <param name="table">A table's name.</param>
    /// <param name="run">Which run's tables; not looked at where a version is given.</param>
    /// <param name="version">A version of the table, or null.</param>
    /// <returns>The rows.</returns>
    public DataFrame Table(string table, RunSelector run, long? version = null)
    {
        Find(table);
        return AtVersion(table, version ?? VersionOf(table, Log.Select(run)));
    }

    /// <summary>A table in words.</summary>
    /// <param name="table">A table's name.</param>
    /// <returns>The description.</returns>
    public TableDescription Describe(string table) => TableDescription.Of(Find(table), Table(table, RunSelector.Latest).Schema());

    /// <summary>The commits of a table, newest first.</summary>
    /// <param name="table">A table's name.</param>
    /// <returns>Spark's columns of DESCRIBE HISTORY.</returns>
    public DataFrame History(string table)
    {
        Find(table);
        Log.Select(RunSelector.Latest);
        return DeltaTable.ForPath(spark, _paths.Of(table)).History();
    }

    /// <summary>The runs in short, newest first.</summary>
    /// <returns>Each run once.</returns>
    public ImmutableArray<RunOverview> Runs() => Log.Overview(Log.Read());

    /// <summary>How the lakehouse stands: runs, lock, settings and tables. It only reads, so it works beside a run that holds the lock.</summary>
    /// <returns>What was found.</returns>
    /// <exception cref="PipelineException">The lakehouse has had no run.</exception>
    public LakehouseStatus Status() => new StatusReader(spark, _paths, time).Read();

    /// <summary>What an increment altered of what earlier runs had shown: sessions by late events, orders that were sent again, the credit of orders.</summary>
    /// <param name="runId">The run's number, or null for the last increment.</param>
    /// <param name="table">A table's name, or null for all.</param>
    /// <returns>run_id, model (the table), id, reason, before and after, the last two as JSON; no rows where nothing was altered.</returns>
    public DataFrame Changes(long? runId, string? table)
    {
        if (table is not null)
        {
            Find(table);
        }

        var last = runId ?? Log.Read().LastOrDefault(run => run is { State: RunState.Completed, Kind: RunKind.Run })?.RunId;
        return new RestatementLog(spark, _paths).Read(Log.Select(new RunSelector(last)).RunId, table);
    }

    /// <summary>Joins small files and records the new versions as a run.</summary>
    /// <param name="progress">Told about each table, or null.</param>
    /// <param name="cancellation">Ends it between two tables.</param>
    /// <returns>What was done, by table.</returns>
    public ImmutableArray<MaintenanceResult> Optimize(IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        Interruptible(progress, cancellation, environment => new OptimizeRun(environment).Execute());

    /// <summary>Deletes files that neither the last completed run nor a version younger than the retention needs.</summary>
    /// <param name="retention">How long removed files stay; below 7 days is refused.</param>
    /// <param name="dryRun">Only tells which files would go.</param>
    /// <param name="cancellation">Ends it between two tables.</param>
    /// <returns>What was done, by table.</returns>
    public ImmutableArray<MaintenanceResult> Vacuum(TimeSpan retention, bool dryRun, CancellationToken cancellation) =>
        Interruptible(null, cancellation, environment => new Vacuuming(environment).Execute(retention, dryRun));

    private T Interruptible<T>(IProgress<RunProgress>? progress, CancellationToken cancellation, Func<RunEnvironment, T> work)
    {
        using var interruption = cancellation.Register(spark.InterruptAll);
        return work(new RunEnvironment(spark, _paths, settings, time, progress, cancellation) { WaitForLock = WaitForLock });
    }

    private static TableDefinition Find(string table) =>
        ModelSteps.Tables.FirstOrDefault(known => known.Name == table) ?? throw Unknown(table, [.. ModelSteps.Tables.Select(known => known.Name)]);

    private static PipelineException Unknown(string table, IReadOnlyList<string> names) => new(
        ExitCode.BadUsage, $"There is no table '{table}'.{(NearestName.Of(table, names) is { } nearest ? $" Did you mean '{nearest}'?" : "")} The tables are: {string.Join(", ", names)}.");

    private DataFrame AtVersion(string table, long version) =>
        TableVersions.Read(spark, _paths.Of(table), version);

    private long VersionOf(string table, RunRecord run) =>
        run.Versions.TryGetValue(table, out var version)
            ? version
            : throw new PipelineException(ExitCode.BadInput, FormattableString.Invariant($"Run {run.RunId} of the lakehouse {path} has no table {table}."));
}
