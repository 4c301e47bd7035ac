namespace SparkAnalytics.Delta;

/// <summary>
/// When each version was committed: the time in the commit where the table notes it there, else the time of the log's file, made to
/// rise from version to version.
/// </summary>
internal sealed class VersionTimes
{
    private readonly SortedList<long, DateTimeOffset> fileTimes = [];
    private readonly TableContext table;
    private readonly LogListing listing;
    private readonly LogReader reader;
    private readonly bool inCommit;

    public VersionTimes(TableContext table, LogListing listing, TableMetadata metadata)
    {
        this.table = table;
        this.listing = listing;
        reader = new LogReader(table);
        inCommit = TableProperties.IsTrue(metadata, "delta.enableInCommitTimestamps");
        var previous = DateTimeOffset.MinValue;
        foreach (var version in listing.Commits)
        {
            // A commit that a clean-up has deleted since it was listed has no time any more.
            if (table.Store.Find(table.CommitPath(version)) is { } file)
            {
                previous = file.ModifiedAt > previous ? file.ModifiedAt : previous.AddMilliseconds(1);
                fileTimes.Add(version, previous);
            }
        }
    }

    public DateTimeOffset Of(long version)
    {
        if (fileTimes.TryGetValue(version, out var time))
        {
            return (inCommit ? reader.Info(version).InCommitTimestamp : null) ?? time;
        }

        return listing.Checkpoints.Where(checkpoint => checkpoint.Version == version).Select(checkpoint => table.Store.Find(checkpoint.Parts[0])).FirstOrDefault()?.ModifiedAt
            ?? throw new CorruptTableException($"'{table.CommitPath(version)}' is missing from the table's log. Another process may have cleaned it up; read the table again.");
    }

    /// <summary>The last version that was there at that instant, of those that can be read; null where there is none.</summary>
    public long? LastAt(DateTimeOffset instant)
    {
        foreach (var version in fileTimes.Keys.Reverse().TakeWhile(version => version >= listing.EarliestVersion))
        {
            if (Of(version) <= instant)
            {
                return version;
            }
        }

        return null;
    }
}
