namespace SparkAnalytics.Delta;

/// <summary>What a transaction reads and changes.</summary>
internal sealed class TransactionChanges
{
    public List<AddFile> Added { get; } = [];

    public List<AddFile> Removed { get; } = [];

    public HashSet<FileKey> FilesRead { get; } = [];

    public ReadScope Scope { get; set; } = ReadScope.WholeTable;

    public TableProtocol? Protocol { get; set; }

    public TableMetadata? Metadata { get; set; }

    public TransactionIdentifier? Identifier { get; set; }

    public bool DataChange { get; set; } = true;

    /// <summary>Whether new rows were checked against the table's constraints.</summary>
    public bool RowsAreChecked { get; init; }

    /// <summary>The data files that are new to the table; one that goes and comes back with other deleted rows is not.</summary>
    public IReadOnlyList<string> NewPaths => [.. Added.Select(file => file.Path).Except(Removed.Select(file => file.Path), StringComparer.Ordinal)];

    public bool IsBlindAppend => Scope == ReadScope.Nothing && Removed.Count == 0;

    /// <summary>Whether a table has this transaction's work already.</summary>
    public bool IsIn(IReadOnlyDictionary<string, long> transactions) =>
        Identifier is not null && transactions.TryGetValue(Identifier.ApplicationId, out var version) && version >= Identifier.Version;
}
