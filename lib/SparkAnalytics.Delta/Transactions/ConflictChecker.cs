namespace SparkAnalytics.Delta;

/// <summary>
/// Whether a transaction may still be committed after one that came first: the rules of Delta's serializable isolation, in the order
/// of Delta on Spark's ConflictChecker.
/// </summary>
internal sealed class ConflictChecker(TableContext table, Snapshot read, TransactionChanges changes)
{
    private readonly LogReader reader = new(table);
    private readonly HashSet<FileKey> removed = [.. changes.Removed.Select(file => file.Key)];

    /// <summary>Looks at a version that came first.</summary>
    /// <returns>True where that version is this very transaction, committed by another process.</returns>
    /// <exception cref="ConcurrentModificationException">The two exclude each other.</exception>
    public bool IsCommittedBy(long version)
    {
        var winner = reader.Commit(version);
        var operation = winner.OfType<CommitInfo>().FirstOrDefault()?.Operation;

        if (Identifier(winner) is TransactionIdentifier identifier)
        {
            return identifier.Version >= changes.Identifier!.Version
                ? true
                : throw Conflict(ConflictKind.ConcurrentTransaction, $"it recorded version {identifier.Version} of '{identifier.ApplicationId}'");
        }

        if (winner.OfType<TableProtocol>().FirstOrDefault() is TableProtocol protocol)
        {
            if (changes.Protocol is not null)
            {
                throw Conflict(ConflictKind.ProtocolChanged, "it changed the protocol, which this operation changes too");
            }

            ProtocolSupport.RequireWritable(table.Root, protocol, changes.Metadata ?? read.Metadata, changes.RowsAreChecked);
            TableFeatures.RequireFor(table.Root, protocol, changes.Added);
        }

        if (winner.OfType<TableMetadata>().Any())
        {
            throw Conflict(ConflictKind.MetadataChanged, "it changed the schema or the properties");
        }

        // A file that goes and comes back with other deleted rows is no new one; that it went is what contradicts.
        var removedPaths = winner.OfType<RemoveFile>().Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (changes is { Scope: ReadScope.WholeTable, DataChange: true }
            && winner.OfType<AddFile>().FirstOrDefault(file => file.DataChange && !removedPaths.Contains(file.Path)) is AddFile added)
        {
            throw Conflict(ConflictKind.ConcurrentAppend, $"it added '{added.Path}', which this operation should have read");
        }

        foreach (var file in winner.OfType<RemoveFile>())
        {
            if (changes.Scope == ReadScope.WholeTable || changes.FilesRead.Contains(file.Key))
            {
                throw Conflict(ConflictKind.ConcurrentDeleteRead, $"it removed '{file.Path}', which this operation read");
            }

            if (removed.Contains(file.Key))
            {
                throw Conflict(ConflictKind.ConcurrentDeleteDelete, $"it removed '{file.Path}', which this operation removes too");
            }
        }

        return false;

        ConcurrentModificationException Conflict(ConflictKind kind, string detail) => new(table.Root, kind, version, operation, detail);
    }

    private TransactionIdentifier? Identifier(IEnumerable<LogAction> winner) =>
        winner.OfType<TransactionIdentifier>().FirstOrDefault(one => one.ApplicationId == changes.Identifier?.ApplicationId);
}
