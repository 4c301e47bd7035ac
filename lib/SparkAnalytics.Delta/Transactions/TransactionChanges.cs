namespace SparkAnalytics.Delta;

/// <summary>What a transaction reads and changes.</summary>
internal sealed class TransactionChanges
{
    public List<AddFile> Added { get; } = [];

    public List<AddFile> Removed { get; } = [];

    public HashSet<FileKey> FilesRead { get; } = [];

    public ReadScope Scope { get; set; } = ReadScope.WholeTable;

    public TableMetadata? Metadata { get; set; }

    public TransactionIdentifier? Identifier { get; set; }

    public bool DataChange { get; set; } = true;

    public bool IsBlindAppend => Scope == ReadScope.Nothing && Removed.Count == 0;

    /// <summary>Whether a table has this transaction's work already.</summary>
    public bool IsIn(IReadOnlyDictionary<string, long> transactions) =>
        Identifier is not null && transactions.TryGetValue(Identifier.ApplicationId, out var version) && version >= Identifier.Version;
}
