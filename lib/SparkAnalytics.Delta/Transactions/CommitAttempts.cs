namespace SparkAnalytics.Delta;

/// <summary>Takes the next free version for a commit, after every version that came first has been found to agree with it.</summary>
internal sealed class CommitAttempts(TableContext table, TransactionChanges changes, byte[] content)
{
    public CommitResult Run(Snapshot? read) => read is null ? Create() : Append(read);

    private CommitResult Create()
    {
        if (LogListing.Of(table).IsEmpty && table.Store.TryPutIfAbsent(table.CommitPath(0), content))
        {
            return new CommitResult(0, Skipped: false);
        }

        var listing = LogListing.Of(table);
        var winner = new SnapshotBuilder(table).Build(listing, listing.LatestVersion);
        return changes.IsIn(winner.Transactions)
            ? new CommitResult(winner.Version, Skipped: true)
            : throw new ConcurrentModificationException(table.Root, ConflictKind.ProtocolChanged, winner.Version, null, "the table exists already");
    }

    private CommitResult Append(Snapshot read)
    {
        var checker = new ConflictChecker(table, read, changes);

        // Where a clean-up deleted the next commits their names are free again, so a listing says from where on a name is a new version.
        var latest = LogListing.Of(table).LatestVersion;
        for (var version = read.Version + 1; ; version++)
        {
            if (version > latest && table.Store.TryPutIfAbsent(table.CommitPath(version), content))
            {
                var failure = CheckpointWriter.WriteIfDue(table, version, changes.Metadata ?? read.Metadata);
                return new CommitResult(version, Skipped: false) { CheckpointFailure = failure };
            }

            if (checker.IsCommittedBy(version))
            {
                return new CommitResult(version, Skipped: true);
            }
        }
    }
}
