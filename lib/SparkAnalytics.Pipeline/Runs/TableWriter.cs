using System.Globalization;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Writes the tables of one run, one Delta commit each, and tells about it.</summary>
internal sealed class TableWriter(RunContext run, LakehouseLock @lock, IProgress<RunProgress>? progress, CancellationToken cancellation)
{
    /// <summary>Identifies the lakehouse's runs in the transaction entries of its tables.</summary>
    private const string ApplicationId = "spark-analytics";

    private readonly List<TableReport> _tables = [];

    /// <summary>The tables written so far, in order.</summary>
    public IReadOnlyList<TableReport> Tables => _tables;

    /// <summary>Replaces what a table holds.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="rows">Its new rows.</param>
    /// <returns>The table as it now stands, and what writing it did.</returns>
    /// <exception cref="PipelineException">The lock is lost, or the commit did not happen.</exception>
    public (DataFrame Rows, CommandResult Result) Replace(string table, DataFrame rows)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new RunProgress(table, RunStepState.Started));
        var start = run.Time.GetTimestamp();
        @lock.Check();

        var path = run.Paths.Of(table);
        var result = rows.Write()
            .Format("delta")
            .Mode(SaveMode.Overwrite)
            .Option("overwriteSchema", true)
            .Option("targetFileSize", run.Settings.Analytics.Files.TargetFileSize)
            .Option("txnAppId", ApplicationId)
            .Option("txnVersion", run.RunId)
            .Save(path);
        if (result.Version is not { } version)
        {
            throw new PipelineException(ExitCode.Locked, FormattableString.Invariant($"{path} already holds a commit of run {run.RunId} or later, so nothing was written. Another run of this lakehouse must have come between: run again."));
        }

        var elapsed = run.Time.GetElapsedTime(start);
        var count = Metric(result, "numOutputRows");
        _tables.Add(new TableReport(table, count, version, elapsed.TotalSeconds, Metric(result, "numOutputBytes")));
        progress?.Report(new RunProgress(table, RunStepState.Finished, count, elapsed));
        return (ReadVersion(path, version), result);
    }

    /// <summary>A count by Spark's name for it, 0 where the engine does not tell.</summary>
    public static long Metric(CommandResult result, string name) => result.Metrics.GetValueOrDefault(name);

    private DataFrame ReadVersion(string path, long version) =>
        run.Spark.Read().Format("delta").Option("versionAsOf", version.ToString(CultureInfo.InvariantCulture)).Load(path);
}
