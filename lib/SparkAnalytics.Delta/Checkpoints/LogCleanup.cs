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
        foreach (var file in listing.Files.Where(file => LogPath.Temporary().IsMatch(file.Name) && file.ModifiedAt < now - LongestCommit))
        {
            table.Store.Delete(file.Path);
        }

        if (!TableProperties.IsTrue(metadata, TableProperties.LogCleanup, unlessSet: true))
        {
            return;
        }

        var cutoff = now - TableProperties.LogRetentionOf(metadata);
        var oldest = listing.Checkpoints.LastOrDefault(checkpoint =>
            listing.Commits.TryGetValue(checkpoint.Version, out var commit) && commit.ModifiedAt <= cutoff);
        var expired = listing.Files
            .Select(file => (file.Path, Version: LogListing.VersionOf(file.Name)))
            .Where(file => file.Version < oldest?.Version)
            .OrderBy(file => file.Version);
        foreach (var (path, _) in expired)
        {
            table.Store.Delete(path);
        }
    }
}
