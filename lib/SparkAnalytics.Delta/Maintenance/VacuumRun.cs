namespace SparkAnalytics.Delta;

/// <summary>Finds and deletes the files of a table's directory that no version needs.</summary>
internal sealed class VacuumRun(TableContext table, LogListing listing, VacuumOptions options)
{
    private static readonly TimeSpan ShortestSafe = TimeSpan.FromHours(168);
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> keptNamesElsewhere = new(StringComparer.Ordinal);

    public VacuumResult Execute()
    {
        var builder = new SnapshotBuilder(table);
        var latest = builder.Build(listing, listing.LatestVersion);
        if (latest.Protocol.WriterFeatures.Contains(TableFeatures.VacuumProtocolCheck))
        {
            ProtocolSupport.RequireWritable(table.Root, latest.Protocol, latest.Metadata, rowsAreChecked: true);
        }

        var retention = options.Retention ?? TableProperties.DeletedFileRetentionOf(latest.Metadata);
        RequireSafe(retention);

        var cutoff = table.Clock.GetUtcNow() - retention;
        Keep(latest.Files);
        Keep(latest.Tombstones.Where(file => file.RemovedSince(cutoff)));
        foreach (var version in options.KeepVersions.Distinct().Where(version => version >= listing.EarliestVersion && version < latest.Version))
        {
            Keep(builder.Build(listing, version).Files);
        }

        var unneeded = table.Store.ListRecursively(table.Root)
            .Where(file => file.ModifiedAt < cutoff && IsVisible(file, latest.Metadata) && !kept.Contains(file.Path) && !keptNamesElsewhere.Contains(file.Name))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        if (!options.DryRun)
        {
            Delete(unneeded);
        }

        return new VacuumResult([.. unneeded.Select(file => file.Path)], unneeded.Sum(file => file.Size), options.DryRun);
    }

    private void RequireSafe(TimeSpan retention)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retention, TimeSpan.Zero);
        if (retention < ShortestSafe && !options.AllowShortRetention)
        {
            throw new ShortRetentionException(
                $"A retention of {retention.TotalHours:0.##} hours for '{table.Root}' is below 168 hours: files that a running reader or writer needs could be deleted. Give at least 7 days, or allow it explicitly.");
        }
    }

    private void Keep(IEnumerable<DataFileAction> files)
    {
        var vectors = new DeletionVectorReader(table.Store, table.Root);
        foreach (var path in files.SelectMany(vectors.Paths))
        {
            Keep(path);
        }
    }

    private void Keep(string path)
    {
        _ = kept.Add(path);

        // A path outside the table may lead into it all the same, through a link.
        if (!path.StartsWith(LogPath.Join(table.Root, string.Empty), StringComparison.Ordinal))
        {
            _ = keptNamesElsewhere.Add(path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    /// <summary>Hidden names are not vacuum's, with the exceptions that Delta on Spark makes.</summary>
    private bool IsVisible(StoredFile file, TableMetadata metadata) => file.Path[(table.Root.Length + 1)..].Split('/').All(name =>
        (name[0] is not '_' and not '.')
        || name.StartsWith("_change_data", StringComparison.Ordinal)
        || name.StartsWith("_delta_index", StringComparison.Ordinal)
        || metadata.PartitionColumns.Any(column => name.StartsWith(column + "=", StringComparison.Ordinal)));

    private void Delete(IReadOnlyList<StoredFile> files)
    {
        foreach (var file in files)
        {
            table.Store.Delete(file.Path);
        }

        foreach (var emptied in files.Select(file => LogPath.DirectoryOf(file.Path)).Distinct(StringComparer.Ordinal))
        {
            for (var directory = emptied; directory.Length > table.Root.Length && table.Store.DeleteDirectoryIfEmpty(directory);)
            {
                directory = LogPath.DirectoryOf(directory);
            }
        }
    }
}
