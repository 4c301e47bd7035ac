namespace SparkAnalytics.Delta;

/// <summary>A data file that earlier versions have and this one has not (a tombstone).</summary>
/// <param name="Path">Absolute path in the store's form, not the URI of the log.</param>
public sealed record RemoveFile(string Path) : DataFileAction(Path)
{
    /// <summary>When it was removed; null counts as long ago.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Length in bytes where the writer told it.</summary>
    public long? Size { get; init; }

    internal bool RemovedSince(DateTimeOffset cutoff) => DeletionTimestamp >= cutoff;
}
