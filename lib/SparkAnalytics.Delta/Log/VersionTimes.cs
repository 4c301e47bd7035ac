namespace SparkAnalytics.Delta;

/// <summary>
/// When each version was committed: the time in the commit where the table notes it there, else the time of the log's file, made to
/// rise from version to version.
/// </summary>
internal sealed class VersionTimes
{
    private readonly SortedList<long, DateTimeOffset> times = [];
    private readonly LogListing listing;

    public VersionTimes(TableContext table, LogListing listing, TableMetadata metadata)
    {
        this.listing = listing;
        var inCommit = TableProperties.IsTrue(metadata, "delta.enableInCommitTimestamps");
        var reader = new LogReader(table);
        var previous = DateTimeOffset.MinValue;
        foreach (var (version, file) in listing.Commits)
        {
            var time = (inCommit ? reader.Info(version).InCommitTimestamp : null) ?? file.ModifiedAt;
            previous = time > previous ? time : previous.AddMilliseconds(1);
            times.Add(version, previous);
        }
    }

    public DateTimeOffset Of(long version) => times.TryGetValue(version, out var time)
        ? time
        : listing.Checkpoints.Where(checkpoint => checkpoint.Version == version).Select(checkpoint => checkpoint.Parts[0].ModifiedAt).FirstOrDefault();

    /// <summary>The last version that was there at that instant, of those that can be read; null where there is none.</summary>
    public long? LastAt(DateTimeOffset instant)
    {
        var candidates = times.Where(pair => pair.Value <= instant && pair.Key >= listing.EarliestVersion);
        return candidates.Any() ? candidates.Last().Key : null;
    }
}
