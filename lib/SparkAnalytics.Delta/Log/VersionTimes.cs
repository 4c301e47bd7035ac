namespace SparkAnalytics.Delta;

/// <summary>
/// When each version was committed: the time in the commit where the table notes it there, else the time of the log's file, made to
/// rise from version to version.
/// </summary>
internal sealed class VersionTimes
{
    private readonly SortedList<long, DateTimeOffset> fileTimes = [];
    private readonly LogListing listing;
    private readonly LogReader reader;
    private readonly bool inCommit;

    public VersionTimes(TableContext table, LogListing listing, TableMetadata metadata)
    {
        this.listing = listing;
        reader = new LogReader(table);
        inCommit = TableProperties.IsTrue(metadata, "delta.enableInCommitTimestamps");
        var previous = DateTimeOffset.MinValue;
        foreach (var (version, file) in listing.Commits)
        {
            previous = file.ModifiedAt > previous ? file.ModifiedAt : previous.AddMilliseconds(1);
            fileTimes.Add(version, previous);
        }
    }

    public DateTimeOffset Of(long version)
    {
        if (fileTimes.TryGetValue(version, out var time))
        {
            return (inCommit ? reader.Info(version).InCommitTimestamp : null) ?? time;
        }

        return listing.Checkpoints.First(checkpoint => checkpoint.Version == version).Parts[0].ModifiedAt;
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
