using System.Globalization;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Writes the tables of one run, one Delta commit each, and tells about it.</summary>
internal sealed class TableWriter(ActiveRun run)
{
    /// <summary>Identifies the lakehouse's runs in the transaction entries of its tables.</summary>
    public const string ApplicationId = "spark-analytics";

    private readonly RunEnvironment _environment = run.Environment;

    /// <summary>Replaces what a table holds.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its new rows.</param>
    /// <returns>The table as it now stands.</returns>
    /// <exception cref="PipelineException">The lock is lost, or the commit did not happen.</exception>
    public WrittenTable Replace(TableDefinition table, DataFrame rows)
    {
        var path = _environment.Paths.Of(table.Name);
        var (written, elapsed) = _environment.Step(
            table.Name,
            () =>
            {
                run.BeforeCommit();
                return Named(table.Name, () => Write(table, rows, path));
            },
            commit => commit.Rows);
        return new WrittenTable(
            TableVersions.Read(_environment.Spark, path, written.Version),
            new TableReport(table.Name, written.Rows, written.Version, elapsed.TotalSeconds, written.Bytes),
            written.Duplicates);
    }

    /// <summary>A failure of the engine says of which table it is.</summary>
    public static T Named<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (QueryExecutionException failure)
        {
            throw new QueryExecutionException(failure.Kind, $"{name}: {failure.Message}", failure);
        }
    }

    /// <summary>A write of a run: its size of files, and its mark, by which Delta does it once.</summary>
    public static DataFrameWriter Marked(ActiveRun run, DataFrameWriter writer) => writer
        .Option("targetFileSize", run.Environment.Settings.Analytics.Files.TargetFileSize)
        .Option("deletionVectors", run.Environment.Settings.Analytics.Files.DeletionVectors)
        .Option("txnAppId", ApplicationId)
        .Option("txnVersion", run.Started.RunId)
        .Option("userMetadata", run.Mark);

    /// <summary>The version that a command made, which an engine need not tell.</summary>
    /// <exception cref="PipelineException">The commit did not happen.</exception>
    public static long VersionOf(ActiveRun run, string path, CommandResult result) =>
        result.Version ?? DeltaTable.ForPath(run.Environment.Spark, path).CommitMarked(run.Mark)?.GetAs<long>("version") ?? throw NotWritten(run, path);

    private static PipelineException NotWritten(ActiveRun run, string path) => new(
        ExitCode.Locked,
        FormattableString.Invariant($"{path} already holds a commit of run {run.Started.RunId} or later, so nothing was written. Another run of this lakehouse must have come between: run again."));

    private WrittenCommit Write(TableDefinition table, DataFrame rows, string path)
    {
        var ordered = table.FileOrder.Count > 0 ? rows.OrderBy([.. table.FileOrder.Select(Col)]) : rows;
        var result = Marked(run, ordered.Write().Format("delta").Mode(SaveMode.Overwrite).Option("overwriteSchema", true)).Save(path);
        var commit = result.Version is null ? DeltaTable.ForPath(_environment.Spark, path).CommitMarked(run.Mark) : null;
        var version = result.Version ?? commit?.GetAs<long>("version") ?? throw NotWritten(run, path);
        return new WrittenCommit(
            version,
            Count(result, commit, "numOutputRows") ?? TableVersions.Read(_environment.Spark, path, version).Count(),
            Count(result, commit, "numOutputBytes"),
            Count(result, commit, "numDuplicateRows"));
    }

    /// <summary>What the engine tells, or else what the commit says of itself.</summary>
    private static long? Count(CommandResult result, Row? commit, string name) =>
        result.Count(name)
        ?? (commit?.Get("operationMetrics") is System.Collections.IDictionary metrics && metrics[name] is string text ? long.Parse(text, CultureInfo.InvariantCulture) : null);

    private sealed record WrittenCommit(long Version, long Rows, long? Bytes, long? Duplicates);
}
