namespace SparkAnalytics.Delta;

/// <summary>What makes the newest version of a table the same as an earlier one. Commit it as operation <c>RESTORE</c>.</summary>
/// <param name="Restored">The files that only the earlier version has. Their rows come back, so they count as a change of data whatever first added them.</param>
/// <param name="Removed">The files that only the newest version has.</param>
/// <param name="Metadata">The earlier schema and properties, or null where they are the same.</param>
public sealed record RestorePlan(IReadOnlyList<AddFile> Restored, IReadOnlyList<AddFile> Removed, TableMetadata? Metadata)
{
    /// <summary>Whether the two versions are the same.</summary>
    public bool IsEmpty => Restored.Count == 0 && Removed.Count == 0 && Metadata is null;

    /// <summary>Compares two versions.</summary>
    /// <param name="newest">The newest version.</param>
    /// <param name="wanted">The earlier version.</param>
    /// <exception cref="UnsupportedTableFeatureException">The earlier version has a feature that writers must honour and this one does not.</exception>
    public static RestorePlan For(Snapshot newest, Snapshot wanted)
    {
        ProtocolSupport.RequireWritable(wanted.TableRoot, wanted.Protocol, wanted.Metadata, rowsAreChecked: true);
        return new RestorePlan(
            [.. Without(wanted, newest).Select(file => file with { DataChange = true })],
            [.. Without(newest, wanted)],
            IsSame(newest.Metadata, wanted.Metadata) ? null : wanted.Metadata);
    }

    private static IEnumerable<AddFile> Without(Snapshot snapshot, Snapshot other)
    {
        var others = other.Files.Select(file => file.Key).ToHashSet();
        return snapshot.Files.Where(file => !others.Contains(file.Key));
    }

    /// <summary>A table keeps its id and the time when it was made, so these do not count.</summary>
    private static bool IsSame(TableMetadata one, TableMetadata other) =>
        one.SchemaString == other.SchemaString
        && one.Name == other.Name
        && one.Description == other.Description
        && one.PartitionColumns.SequenceEqual(other.PartitionColumns)
        && one.Configuration.Count == other.Configuration.Count
        && one.Configuration.All(property => other.Property(property.Key) == property.Value);
}
