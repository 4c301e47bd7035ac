namespace SparkAnalytics.Delta;

/// <summary>
/// Parquet for checkpoints, which the log itself cannot read or write. Rows are actions: JSON objects with one member that is not
/// null, named after the action (<c>add</c>, <c>remove</c>, <c>metaData</c>, <c>protocol</c>, <c>txn</c>, <c>domainMetadata</c>,
/// <c>sidecar</c>, <c>checkpointMetadata</c>). Maps are JSON objects.
/// </summary>
public interface ICheckpointFiles
{
    /// <summary>Reads a Parquet file, one JSON text for each row. Members that are null may be there or not.</summary>
    /// <param name="path">Absolute path of the file.</param>
    IEnumerable<string> Read(string path);

    /// <summary>
    /// Writes a Parquet file with the columns <c>txn</c>, <c>add</c>, <c>remove</c>, <c>metaData</c>, <c>protocol</c> and
    /// <c>domainMetadata</c> in the types that the Delta protocol's checkpoint schema gives. Members of an action that have no column
    /// are left out.
    /// </summary>
    /// <param name="path">Absolute path of a file that does not exist.</param>
    /// <param name="actions">One JSON text for each row.</param>
    void Write(string path, IReadOnlyList<string> actions);
}
