namespace SparkAnalytics.Delta;

/// <summary>
/// The data files that a range of commits added, as they were written: what a compaction joined later is read from the files before it,
/// since its own hold older rows too.
/// </summary>
internal sealed class AppendedFiles(TableContext table, LogListing listing)
{
    private readonly LogReader reader = new(table);

    /// <param name="since">The version before the first commit.</param>
    /// <param name="upTo">The version of the last commit.</param>
    public IReadOnlyList<AddFile> Between(long since, Snapshot upTo)
    {
        var seen = new HashSet<FileKey>();
        var appended = new List<AddFile>();
        for (var version = since + 1; version <= upTo.Version; version++)
        {
            if (!listing.Commits.Contains(version))
            {
                throw new TableVersionNotFoundException(
                    $"What was appended to '{table.Root}' since version {since} can no longer be read: the log lacks version {version}. Read the whole table.");
            }

            var actions = reader.Commit(version);
            var added = actions.OfType<AddFile>().Where(file => file.DataChange).ToList();
            if (actions.OfType<RemoveFile>().Any(file => file.DataChange) || DeletesRows(added, version))
            {
                throw new ChangedRowsException(table.Root, since, version, actions.OfType<CommitInfo>().FirstOrDefault()?.Operation);
            }

            appended.AddRange(added.Where(file => seen.Add(file.Key)));
        }

        RequireStored(appended, since, upTo);
        return appended;
    }

    /// <summary>Whether files that were there already have other deleted rows. A new file may have some too, in a copy of a table.</summary>
    private bool DeletesRows(IReadOnlyList<AddFile> added, long version)
    {
        var marked = added.Where(file => file.DeletionVector is not null).ToList();
        if (marked.Count == 0)
        {
            return false;
        }

        var before = new SnapshotBuilder(table).Build(listing, version - 1).Files.ToLookup(file => file.Path, file => file.Key, StringComparer.Ordinal);
        return marked.Any(file => before[file.Path].Any(key => key != file.Key));
    }

    private void RequireStored(IReadOnlyList<AddFile> appended, long since, Snapshot upTo)
    {
        // What the newest version has no vacuum deletes; reading says what is wrong with a table that lacks it all the same.
        var present = upTo.Version == listing.LatestVersion ? upTo.Files.Select(file => file.Key).ToHashSet() : [];
        var vectors = new DeletionVectorReader(table.Store, table.Root);
        if (appended.Where(file => !present.Contains(file.Key)).SelectMany(vectors.Paths).FirstOrDefault(path => table.Store.Find(path) is null) is string missing)
        {
            throw new TableVersionNotFoundException(
                $"'{missing}' is gone from storage: '{table.Root}' was optimized and vacuumed in between, so what was appended from version {since + 1} to {upTo.Version} can no longer be read. Read the whole table.");
        }
    }
}
