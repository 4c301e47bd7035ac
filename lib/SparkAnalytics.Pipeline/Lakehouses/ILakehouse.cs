using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>The seven tables of one folder and what can be done with them. All failures that a user can act on are <see cref="PipelineException"/>.</summary>
public interface ILakehouse
{
    /// <summary>Loads the full history from the inputs and replaces what is there.</summary>
    /// <param name="request">What to load.</param>
    /// <param name="progress">Told about each step, or null.</param>
    /// <param name="cancellation">Ends the run cleanly; the tables then show what they showed before.</param>
    /// <returns>What was done.</returns>
    RunReport Rebuild(RebuildRequest request, IProgress<RunProgress>? progress, CancellationToken cancellation);

    /// <summary>Makes all tables of a run available to <see cref="SparkSession.Sql"/> under their names and runs a query in the engine's dialect.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="run">Which run's tables.</param>
    /// <returns>The rows.</returns>
    DataFrame Query(string sql, RunSelector run);

    /// <summary>One table.</summary>
    /// <param name="table">A model's name or <c>quarantined_events</c>.</param>
    /// <param name="run">Which run's tables; not looked at where a version is given.</param>
    /// <param name="version">A version of the table, or null.</param>
    /// <returns>The rows.</returns>
    DataFrame Table(string table, RunSelector run, long? version = null);

    /// <summary>A table in words.</summary>
    /// <param name="table">A model's name or <c>quarantined_events</c>.</param>
    /// <returns>The description.</returns>
    TableDescription Describe(string table);

    /// <summary>The commits of a table, newest first.</summary>
    /// <param name="table">A model's name or <c>quarantined_events</c>.</param>
    /// <returns>Spark's columns of DESCRIBE HISTORY.</returns>
    DataFrame History(string table);

    /// <summary>Joins small files and records the new versions as a run.</summary>
    /// <param name="progress">Told about each table, or null.</param>
    /// <param name="cancellation">Ends it between two tables.</param>
    /// <returns>What was done, by table.</returns>
    ImmutableArray<MaintenanceResult> Optimize(IProgress<RunProgress>? progress, CancellationToken cancellation);

    /// <summary>Deletes files that neither the last completed run nor a version younger than the retention needs.</summary>
    /// <param name="retention">How long removed files stay; below 7 days is refused.</param>
    /// <param name="dryRun">Only tells which files would go.</param>
    /// <param name="cancellation">Ends it between two tables.</param>
    /// <returns>What was done, by table.</returns>
    ImmutableArray<MaintenanceResult> Vacuum(TimeSpan retention, bool dryRun, CancellationToken cancellation);
}
