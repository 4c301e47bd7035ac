namespace SparkAnalytics.Delta;

/// <summary>One version of a table. Nothing in it changes, whatever others commit.</summary>
public sealed class Snapshot
{
    private readonly Lazy<DateTimeOffset> timestamp;

    internal Snapshot(TableContext table, long version, Func<DateTimeOffset> timestamp, LogReplay replay)
    {
        Table = table;
        Version = version;
        this.timestamp = new Lazy<DateTimeOffset>(timestamp);
        Metadata = replay.Metadata!;
        Protocol = replay.Protocol!;
        Files = replay.Files;
        Tombstones = replay.Tombstones;
        Identifiers = replay.Transactions;
        Domains = replay.Domains;
        Transactions = Identifiers.ToDictionary(pair => pair.Key, pair => pair.Value.Version, StringComparer.Ordinal);
    }

    /// <summary>The table's directory in the store's form.</summary>
    public string TableRoot => Table.Root;

    /// <summary>The version, from 0.</summary>
    public long Version { get; }

    /// <summary>When the version was committed. Looked up when it is first asked for: it takes a look at each file of the log.</summary>
    /// <exception cref="CorruptTableException">The commit has been cleaned up since the snapshot was taken.</exception>
    public DateTimeOffset Timestamp => timestamp.Value;

    /// <summary>Schema and properties.</summary>
    public TableMetadata Metadata { get; }

    /// <summary>What a reader or writer must be able to do.</summary>
    public TableProtocol Protocol { get; }

    /// <summary>Whether rows may be marked as deleted: by the protocol, and by <see cref="TableProperties.DeletionVectors"/>.</summary>
    public bool DeletionVectorsEnabled => TableFeatures.HasDeletionVectors(Protocol, Metadata);

    /// <summary>The data files.</summary>
    public IReadOnlyList<AddFile> Files { get; }

    /// <summary>The files that earlier versions have, as far as the log still knows.</summary>
    public IReadOnlyList<RemoveFile> Tombstones { get; }

    /// <summary>The last version that each application has committed, by application id.</summary>
    public IReadOnlyDictionary<string, long> Transactions { get; }

    internal TableContext Table { get; }

    internal IReadOnlyDictionary<string, TransactionIdentifier> Identifiers { get; }

    internal IReadOnlyList<DomainMetadata> Domains { get; }

    /// <summary>Whether a transaction could be begun on this version, before any work is done for it.</summary>
    /// <param name="rowsAreChecked">As in <see cref="DeltaLog.Begin"/>.</param>
    /// <param name="removesRows">Whether the transaction would remove or change rows.</param>
    /// <exception cref="UnsupportedTableFeatureException">The table has a feature that writers must honour and this one does not, or it is for appending only.</exception>
    public void RequireWritable(bool rowsAreChecked, bool removesRows)
    {
        ProtocolSupport.RequireWritable(TableRoot, Protocol, Metadata, rowsAreChecked);
        if (removesRows)
        {
            ProtocolSupport.RequireRemovable(TableRoot, Metadata);
        }
    }

    /// <summary>A file's value of a partition column as text; null for null, and for the empty text, which means null in Delta.</summary>
    /// <exception cref="ArgumentException">There is no such partition column.</exception>
    public string? PartitionValue(DataFileAction file, string column)
    {
        var field = Metadata.Schema.Find(column);
        return field is not null && Metadata.PartitionColumns.Contains(field.Name)
            ? file.PartitionValues.TryGetValue(Metadata.PhysicalName(field), out var value) && value?.Length > 0 ? value : null
            : throw new ArgumentException($"'{column}' is no partition column of '{TableRoot}'. Its partition columns: {string.Join(", ", Metadata.PartitionColumns)}.", nameof(column));
    }

    /// <summary>The files that hold rows of the same partitions as others do, in whatever form the values are written.</summary>
    /// <param name="others">Files with values of this table's partition columns.</param>
    public IReadOnlyList<AddFile> FilesInPartitionsOf(IEnumerable<AddFile> others)
    {
        var wanted = others.Select(PartitionOf).ToHashSet(StringComparer.Ordinal);
        return [.. Files.Where(file => wanted.Contains(PartitionOf(file)))];
    }

    /// <summary>A text for the values, which are told apart by their lengths.</summary>
    private string PartitionOf(AddFile file) => string.Concat(Metadata.PartitionColumns.Select(column => PartitionValue(file, column) is { } text
        && StatisticValue.Form(text, Metadata.Schema.Find(column)!.Type) is var form ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{form.Length}:{form}") : "null"));

    /// <summary>
    /// The files that may have rows with a value of the column from <paramref name="minimum"/> to <paramref name="maximum"/>, both
    /// included. Files without statistics of the column are among them.
    /// </summary>
    /// <param name="column">A top-level column.</param>
    /// <param name="minimum">A number, text, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> or <see cref="DateTime"/> (taken as UTC); null for no bound.</param>
    /// <param name="maximum">The same for the upper bound.</param>
    /// <exception cref="ArgumentException">There is no such column, or a bound does not fit its type.</exception>
    public IReadOnlyList<AddFile> FilesMatching(string column, object? minimum, object? maximum) => FilesMatching(Files, column, minimum, maximum);

    /// <summary>The same of some files of this table, such as those of <see cref="DeltaLog.AppendedFiles"/>.</summary>
    /// <param name="files">The files, by this version's schema.</param>
    /// <param name="column">A top-level column.</param>
    /// <param name="minimum">The lower bound, or null.</param>
    /// <param name="maximum">The upper bound, or null.</param>
    /// <exception cref="ArgumentException">There is no such column, or a bound does not fit its type.</exception>
    public IReadOnlyList<AddFile> FilesMatching(IReadOnlyList<AddFile> files, string column, object? minimum, object? maximum) =>
        FilesMatching(files, [column], minimum, maximum);

    /// <summary>The same by a member of structs.</summary>
    /// <param name="files">The files, by this version's schema.</param>
    /// <param name="path">A top-level column, and the members that lead to the one that is bound.</param>
    /// <param name="minimum">The lower bound, or null.</param>
    /// <param name="maximum">The upper bound, or null.</param>
    /// <exception cref="ArgumentException">There is no such column or member, or a bound does not fit its type.</exception>
    public IReadOnlyList<AddFile> FilesMatching(IReadOnlyList<AddFile> files, IReadOnlyList<string> path, object? minimum, object? maximum)
    {
        var fields = new List<DeltaField>();
        var members = Metadata.Schema.Fields;
        foreach (var name in path)
        {
            fields.Add(members.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new ArgumentException(
                $"'{TableRoot}' has no column '{string.Join('.', path)}'. Its columns: {string.Join(", ", members.Select(one => one.Name))}.", nameof(path)));
            members = (fields[^1].Type as DeltaStructType)?.Fields ?? [];
        }

        return new FilePruning(this, fields, minimum, maximum).Apply(files);
    }
}
