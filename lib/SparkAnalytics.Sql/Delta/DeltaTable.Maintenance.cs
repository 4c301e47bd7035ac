using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Delta;

/// <content>History, state and upkeep.</content>
public sealed partial class DeltaTable
{
    /// <summary>Delta's guard: files that readers of older versions may still need stay this long.</summary>
    private static readonly TimeSpan s_defaultRetention = TimeSpan.FromHours(168);

    private static readonly StructType s_historyColumns = DataTypeParser.ParseSchema(
        "version BIGINT, timestamp TIMESTAMP, userId STRING, userName STRING, operation STRING, operationParameters MAP<STRING, STRING>, " +
        "job STRUCT<jobId: STRING, jobName: STRING, jobRunId: STRING, runId: STRING, jobOwnerId: STRING, triggerType: STRING>, notebook STRUCT<notebookId: STRING>, " +
        "clusterId STRING, readVersion BIGINT, isolationLevel STRING, isBlindAppend BOOLEAN, operationMetrics MAP<STRING, STRING>, userMetadata STRING, engineInfo STRING");

    private static readonly StructType s_detailColumns = DataTypeParser.ParseSchema(
        "format STRING, id STRING, name STRING, description STRING, location STRING, createdAt TIMESTAMP, lastModified TIMESTAMP, partitionColumns ARRAY<STRING>, " +
        "clusteringColumns ARRAY<STRING>, numFiles BIGINT, sizeInBytes BIGINT, properties MAP<STRING, STRING>, minReaderVersion INT, minWriterVersion INT, tableFeatures ARRAY<STRING>");

    /// <summary>All commits that the log still knows, newest first.</summary>
    /// <returns>The commits, with Spark's columns of DESCRIBE HISTORY.</returns>
    public DataFrame History() => Commits(null);

    /// <summary>The newest commits, newest first.</summary>
    /// <param name="limit">How many.</param>
    /// <returns>The commits, with Spark's columns of DESCRIBE HISTORY.</returns>
    public DataFrame History(int limit) => Commits(limit);

    /// <summary>The newest commit that its writer marked with a text. Not in Microsoft.Spark.</summary>
    /// <param name="userMetadata">The text of the writer option <c>userMetadata</c>.</param>
    /// <returns>Its row of <see cref="History()"/>, or null where none of the ten newest commits has the mark.</returns>
    public Row? CommitMarked(string userMetadata) =>
        History(10).Collect().FirstOrDefault(commit => commit.GetAs<string?>("userMetadata") == userMetadata);

    /// <summary>What the newest version of the table is: its id, place, age, number and bytes of files, properties and protocol. Not in Microsoft.Spark.</summary>
    /// <returns>One row, with Spark's columns of DESCRIBE DETAIL.</returns>
    public DataFrame Detail() => new(_session, new TableDetail(_path, SparkSession.Attributes(s_detailColumns)));

    /// <summary>Deletes files that no version of the last seven days needs.</summary>
    /// <returns>No rows.</returns>
    public DataFrame Vacuum() => Vacuum(s_defaultRetention, [], false, true);

    /// <summary>Deletes files that no version of some last hours needs.</summary>
    /// <param name="retentionHours">How many hours, 168 or more.</param>
    /// <returns>No rows.</returns>
    /// <exception cref="QueryExecutionException">The time is below the guard of 168 hours.</exception>
    public DataFrame Vacuum(double retentionHours) => Vacuum(TimeSpan.FromHours(retentionHours), [], false, true);

    /// <summary>Deletes, or lists, files that no kept version needs. Not in Microsoft.Spark.</summary>
    /// <param name="retention">How long removed files stay.</param>
    /// <param name="keepVersions">Versions whose files stay whatever their age.</param>
    /// <param name="dryRun">Only lists the files.</param>
    /// <param name="enforceRetention">Refuses a retention below 168 hours.</param>
    /// <returns>The files, in a column <c>path</c>.</returns>
    /// <exception cref="QueryExecutionException">The retention is below the guard.</exception>
    public DataFrame Vacuum(TimeSpan retention, IEnumerable<long> keepVersions, bool dryRun, bool enforceRetention = true)
    {
        var result = _session.Execute(new VacuumCommand(_path, retention, dryRun, [.. keepVersions], enforceRetention));
        return _session.CreateDataFrame(result.Paths).ToDF("path");
    }

    /// <summary>Starts joining small files into larger ones.</summary>
    /// <returns>The builder.</returns>
    public DeltaOptimizeBuilder Optimize() => new(_session, _path);

    /// <summary>
    /// Gives the table the rows and the schema of an earlier version, as a new version; where nothing differs, the embedded engine makes none. Not in Microsoft.Spark.
    /// Open the table anew to see the columns that it has then.
    /// </summary>
    /// <param name="version">The earlier version. Spark refuses the newest one.</param>
    /// <returns>What was done, with the version made.</returns>
    /// <exception cref="QueryExecutionException">There is no such version, vacuum has deleted one of its files, or the table changed meanwhile.</exception>
    public CommandResult RestoreToVersion(long version) => _session.Execute(new RestoreCommand(_path, version, _options));

    private DataFrame Commits(int? limit) => new(_session, new TableHistory(_path, limit, SparkSession.Attributes(s_historyColumns)));
}
