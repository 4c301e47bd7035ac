namespace SparkAnalytics.Delta;

/// <summary>
/// A Delta table as its log tells it: versions to read, and transactions to write. Knows no engine and does no input or output of its
/// own. Every call looks at the storage anew; instances hold no state and may be shared between threads if the store may.
/// </summary>
public sealed class DeltaLog
{
    private readonly TableContext table;

    private DeltaLog(TableContext table) => this.table = table;

    /// <summary>The table's directory in the store's form.</summary>
    public string TableRoot => table.Root;

    /// <summary>Whether there is a table.</summary>
    public bool Exists => !LogListing.Of(table).IsEmpty;

    /// <summary>The log of a table, which need not exist yet.</summary>
    /// <param name="store">Where the table is.</param>
    /// <param name="checkpointFiles">Reads and writes the Parquet of checkpoints.</param>
    /// <param name="clock">Gives the times that commits note.</param>
    /// <param name="tableRoot">The table's directory: a path or URI that the store takes.</param>
    public static DeltaLog ForTable(IFileStore store, ICheckpointFiles checkpointFiles, TimeProvider clock, string tableRoot) =>
        new(new TableContext(store, checkpointFiles, clock, store.Normalize(tableRoot)));

    /// <summary>The newest version.</summary>
    /// <exception cref="TableNotFoundException">There is no table.</exception>
    /// <exception cref="UnsupportedTableFeatureException">The table needs a feature that is not supported.</exception>
    /// <exception cref="CorruptTableException">The log is damaged.</exception>
    public Snapshot Latest()
    {
        var listing = List();
        return new SnapshotBuilder(table).Build(listing, listing.LatestVersion);
    }

    /// <summary>A version by number.</summary>
    /// <exception cref="TableVersionNotFoundException">There is no such version, or its log has been cleaned up.</exception>
    /// <inheritdoc cref="Latest"/>
    public Snapshot At(long version)
    {
        var listing = List();
        return version >= 0 && version <= listing.LatestVersion
            ? new SnapshotBuilder(table).Build(listing, version)
            : throw NoVersion(version, listing);
    }

    /// <summary>The version that was the newest at an instant; the latest one where the instant is after it.</summary>
    /// <exception cref="TableVersionNotFoundException">The table was made later, or the log of that time has been cleaned up.</exception>
    /// <inheritdoc cref="Latest"/>
    public Snapshot AsOf(DateTimeOffset instant)
    {
        var listing = List();
        var builder = new SnapshotBuilder(table);
        var latest = builder.Build(listing, listing.LatestVersion);
        var version = new VersionTimes(table, listing, latest.Metadata).LastAt(instant) ?? throw new TableVersionNotFoundException(
            $"'{TableRoot}' has no version that can be read as of {instant:O}. The earliest is version {listing.EarliestVersion}.");
        return version == latest.Version ? latest : builder.Build(listing, version);
    }

    /// <summary>
    /// The files that commits after a version added, as they were written. Commits that only arrange files anew count as none, so the files may be
    /// others than those of <paramref name="upTo"/>; together they have the same rows.
    /// </summary>
    /// <param name="since">The version after which the commits come.</param>
    /// <param name="upTo">The version that the last of them made.</param>
    /// <exception cref="ArgumentException"><paramref name="upTo"/> is the earlier of the two.</exception>
    /// <exception cref="ChangedRowsException">One of the commits removed or changed rows.</exception>
    /// <exception cref="TableVersionNotFoundException">There is no version <paramref name="since"/>, one of the commits is no longer in the log, or one of the files is gone.</exception>
    /// <inheritdoc cref="Latest"/>
    public IReadOnlyList<AddFile> AppendedFiles(long since, Snapshot upTo)
    {
        var listing = List();
        if (since < 0 || since > listing.LatestVersion)
        {
            throw NoVersion(since, listing);
        }

        return since <= upTo.Version
            ? new AppendedFiles(table, listing).Between(since, upTo)
            : throw new ArgumentException($"What was appended to '{TableRoot}' since version {since} is not in the earlier version {upTo.Version}. Give a version before that.", nameof(since));
    }

    /// <summary>What the commits say of themselves, newest first, as far as the log still has them.</summary>
    /// <param name="limit">How many at most; null for all.</param>
    /// <inheritdoc cref="Latest"/>
    public IReadOnlyList<HistoryEntry> History(int? limit = null)
    {
        var listing = List();
        var times = new VersionTimes(table, listing, new SnapshotBuilder(table).Build(listing, listing.LatestVersion).Metadata);
        var reader = new LogReader(table);
        return [.. listing.Commits.Reverse().Take(limit ?? int.MaxValue).Select(version => Entry(version, times.Of(version), reader.Info(version)))];
    }

    /// <summary>A transaction that makes the table. It fails on commit when somebody else has made one.</summary>
    /// <param name="metadata">Schema and properties.</param>
    /// <param name="rowsAreChecked">Whether the caller checks new rows against columns that are not nullable, invariants and check constraints; without it they are refused.</param>
    /// <exception cref="UnsupportedTableFeatureException">The schema needs a feature that is not supported.</exception>
    public Transaction BeginCreate(TableMetadata metadata, bool rowsAreChecked = false) => Transaction.Creating(table, metadata, rowsAreChecked);

    /// <summary>A transaction on what a snapshot of this table shows.</summary>
    /// <param name="snapshot">What the transaction starts from.</param>
    /// <param name="rowsAreChecked">Whether the caller checks new rows against columns that are not nullable, invariants and check constraints, or adds none; without it such tables are refused.</param>
    /// <exception cref="UnsupportedTableFeatureException">The table has a feature that writers must honour and this one does not.</exception>
    public Transaction Begin(Snapshot snapshot, bool rowsAreChecked = false) => Transaction.On(snapshot, rowsAreChecked);

    /// <summary>A name for a new data file of this table, never used before. The table's directory need not exist yet.</summary>
    public string NewDataFilePath() => LogPath.Join(TableRoot, $"part-{Guid.NewGuid()}.parquet");

    /// <summary>What a transaction adds for a file that has been written.</summary>
    /// <param name="path">The file's absolute path in the store's form.</param>
    /// <param name="statistics">What is known of its rows.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public AddFile DescribeDataFile(string path, FileStatistics? statistics)
    {
        var file = table.Store.Find(path) ?? throw new FileNotFoundException($"The data file '{path}' does not exist; write it before it is added.", path);
        return new AddFile(path, file.Size, file.ModifiedAt) { Statistics = statistics };
    }

    /// <summary>The deleted rows of a file, counted from 0 in rising order; empty where it has no deletion vector.</summary>
    /// <exception cref="CorruptTableException">The vector is damaged or missing.</exception>
    public IReadOnlyList<long> DeletedRows(AddFile file) =>
        file.DeletionVector is null ? [] : new DeletionVectorReader(table.Store, TableRoot).Read(file.DeletionVector);

    /// <summary>The paths that reading a file needs: its own, and that of its deletion vector where that is not in the log.</summary>
    /// <exception cref="CorruptTableException">The log does not tell where the vector is.</exception>
    public IReadOnlyList<string> StoredPaths(DataFileAction file) => new DeletionVectorReader(table.Store, TableRoot).Paths(file);

    /// <summary>Deletes the files that no version needs any longer, or tells which it would delete.</summary>
    /// <exception cref="ShortRetentionException">The retention is below seven days and the options do not allow that.</exception>
    /// <inheritdoc cref="Latest"/>
    public VacuumResult Vacuum(VacuumOptions options) => new VacuumRun(table, List(), options).Execute();

    private LogListing List()
    {
        var listing = LogListing.Of(table);
        return listing.IsEmpty ? throw new TableNotFoundException($"'{TableRoot}' is no Delta table: it has no commits in '_delta_log'. Check the path.") : listing;
    }

    private TableVersionNotFoundException NoVersion(long version, LogListing listing) =>
        new($"'{TableRoot}' has no version {version}. Versions that can be read: {listing.EarliestVersion} to {listing.LatestVersion}.");

    private static HistoryEntry Entry(long version, DateTimeOffset time, CommitInfo info) => new(version, time)
    {
        Operation = info.Operation,
        OperationParameters = info.OperationParameters,
        OperationMetrics = info.OperationMetrics,
        ReadVersion = info.ReadVersion,
        IsBlindAppend = info.IsBlindAppend,
        EngineInfo = info.EngineInfo,
        UserMetadata = info.UserMetadata,
    };
}
