namespace SparkAnalytics.Delta;

/// <summary>A data file of a version.</summary>
/// <param name="Path">Absolute path in the store's form, not the URI of the log.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="ModificationTime">When the file was written.</param>
public sealed record AddFile(string Path, long Size, DateTimeOffset ModificationTime) : DataFileAction(Path)
{
    /// <summary>What is known of the rows, or null.</summary>
    public FileStatistics? Statistics { get; init; }

    /// <summary>Number of rows without the deleted ones; null where the statistics do not tell it.</summary>
    public long? RowCount => Statistics?.RecordCount - (DeletionVector?.Cardinality ?? 0);

    internal RemoveFile Removed(DateTimeOffset now, bool dataChange) => new(Path)
    {
        DeletionTimestamp = now,
        Size = Size,
        PartitionValues = PartitionValues,
        DataChange = dataChange,
        DeletionVector = DeletionVector,
        Tags = Tags,
    };
}
