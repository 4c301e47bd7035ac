namespace SparkAnalytics.Delta;

/// <summary>What adding and removing a data file have in common.</summary>
/// <param name="Path">Absolute path in the store's form, not the URI of the log.</param>
public abstract record DataFileAction(string Path) : LogAction
{
    private protected static readonly IReadOnlyDictionary<string, string?> None = new Dictionary<string, string?>();

    /// <summary>
    /// The file's values of the partition columns as text, by the column's name in data files. A null value is null; readers must
    /// take the empty text as null too.
    /// </summary>
    public IReadOnlyDictionary<string, string?> PartitionValues { get; init; } = None;

    /// <summary>False where the rows of the table stay the same, as in a compaction.</summary>
    public bool DataChange { get; init; } = true;

    /// <summary>The rows of the file that are deleted, or null.</summary>
    public DeletionVectorDescriptor? DeletionVector { get; init; }

    /// <summary>Labels of the writer.</summary>
    public IReadOnlyDictionary<string, string?> Tags { get; init; } = None;

    internal FileKey Key => new(Path, DeletionVector?.UniqueId);
}
