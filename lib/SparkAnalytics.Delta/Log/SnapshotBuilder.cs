namespace SparkAnalytics.Delta;

/// <summary>Puts a version together from the newest checkpoint that it has, and the commits after it.</summary>
internal sealed class SnapshotBuilder(TableContext table)
{
    public Snapshot Build(LogListing listing, long version)
    {
        var reader = new LogReader(table);
        var replay = new LogReplay();
        var checkpoint = listing.NewestCheckpoint(version);
        if (checkpoint is not null)
        {
            replay.Apply(reader.Checkpoint(checkpoint));
        }

        for (var commit = (checkpoint?.Version ?? -1) + 1; commit <= version; commit++)
        {
            if (!listing.Commits.Contains(commit))
            {
                throw new TableVersionNotFoundException(
                    $"Version {version} of '{table.Root}' can no longer be read: the log lacks version {commit}. The earliest readable version is {listing.EarliestVersion}.");
            }

            replay.Apply(reader.Commit(commit));
        }

        if (replay.Protocol is null || replay.Metadata is null)
        {
            throw new CorruptTableException($"The log of '{table.Root}' has no protocol or no metadata up to version {version}. The first commit of a table must have both.");
        }

        if (!replay.Metadata.HasSchema)
        {
            throw new CorruptTableException($"Version {version} of '{table.Root}' has no schema: its metaData lacks schemaString, as some writers leave it until the first rows come. Read a later version, or write rows first.");
        }

        ProtocolSupport.RequireReadable(table.Root, replay.Protocol);
        return new Snapshot(table, version, () => new VersionTimes(table, listing, replay.Metadata).Of(version), replay);
    }
}
