namespace SparkAnalytics.Delta;

/// <summary>
/// Deletes the log of versions that are older than the table wants to keep and that a checkpoint covers (PROTOCOL.md, "Metadata
/// Cleanup"). That checkpoint stays with its commit, so every later version can be put together.
/// </summary>
internal sealed class LogCleanup(TableContext table)
{
    private static readonly TimeSpan LongestCommit = TimeSpan.FromDays(1);

    public void Run(TableMetadata metadata)
    {
        var now = table.Clock.GetUtcNow();
        var listing = LogListing.Of(table);
        foreach (var path in listing.Files.Where(path => LogPath.Temporary().IsMatch(LogPath.NameOf(path)) && table.Store.Find(path)?.ModifiedAt < now - LongestCommit))
        {
            table.Store.Delete(path);
        }

        if (!TableProperties.IsTrue(metadata, TableProperties.LogCleanup, unlessSet: true))
        {
            return;
        }

        var cutoff = now - TableProperties.LogRetentionOf(metadata);
        var oldest = listing.Checkpoints.LastOrDefault(checkpoint =>
            listing.Commits.Contains(checkpoint.Version) && table.Store.Find(table.CommitPath(checkpoint.Version))?.ModifiedAt <= cutoff);
        var expired = listing.Files
            .Select(path => (Path: path, Version: LogListing.VersionOf(path)))
            .Where(file => file.Version < oldest?.Version)
            .OrderBy(file => file.Version);
        foreach (var (path, _) in expired)
        {
            table.Store.Delete(path);
        }
    }
}
