namespace SparkAnalytics.Delta;

/// <summary>
/// A change of a table, all or nothing. Unless said otherwise it counts as having read the whole table, so it fails when anybody
/// else changes the data before it is committed. One use, one thread.
/// </summary>
public sealed partial class Transaction
{
    private readonly TableContext table;
    private readonly Snapshot? read;
    private readonly TransactionChanges changes;
    private CommitInfo info = new() { Operation = "WRITE" };
    private bool finished;

    private Transaction(TableContext table, Snapshot? read, bool rowsAreChecked)
    {
        this.table = table;
        this.read = read;
        changes = new TransactionChanges { RowsAreChecked = rowsAreChecked };
    }

    /// <summary>The schema and properties that the table has after the commit.</summary>
    public TableMetadata Metadata => changes.Metadata ?? read!.Metadata;

    internal static Transaction Creating(TableContext table, TableMetadata metadata, bool rowsAreChecked)
    {
        var transaction = new Transaction(table, read: null, rowsAreChecked) { info = new CommitInfo { Operation = "CREATE TABLE" } };
        return transaction.SetMetadata(metadata with { CreatedTime = metadata.CreatedTime ?? table.Clock.GetUtcNow() });
    }

    internal static Transaction On(Snapshot snapshot, bool rowsAreChecked)
    {
        ProtocolSupport.RequireWritable(snapshot.TableRoot, snapshot.Protocol, snapshot.Metadata, rowsAreChecked);
        return new Transaction(snapshot.Table, snapshot, rowsAreChecked);
    }

    /// <summary>Adds data files. They are written and closed; the commit makes them durable.</summary>
    public Transaction Add(params IEnumerable<AddFile> files)
    {
        changes.Added.AddRange(files);
        return this;
    }

    /// <summary>Removes files of the snapshot that the transaction began with.</summary>
    /// <exception cref="UnsupportedTableFeatureException">The table is for appending only.</exception>
    public Transaction Remove(params IEnumerable<AddFile> files)
    {
        changes.Removed.AddRange(files);
        return this;
    }

    /// <summary>Replaces schema and properties; those that need a feature, such as deletion vectors or times without a zone, bring it along. An existing table keeps its id.</summary>
    /// <exception cref="ArgumentException">The columns cannot be a Delta table's.</exception>
    /// <exception cref="UnsupportedTableFeatureException">The schema needs a feature that is not supported.</exception>
    public Transaction SetMetadata(TableMetadata metadata)
    {
        var upgrade = TableFeatures.Upgrade(ProtocolBefore, metadata);
        TransactionRules.RequireValid(table.Root, upgrade ?? ProtocolBefore, metadata, changes.RowsAreChecked);
        changes.Protocol = upgrade;
        changes.Metadata = read is null ? metadata : metadata with { Id = read.Metadata.Id, CreatedTime = read.Metadata.CreatedTime };
        return this;
    }

    /// <summary>
    /// Records that an application has done its work up to a version. Where the table has this version or a later one already, the
    /// commit writes nothing and says so.
    /// </summary>
    /// <param name="applicationId">Identifies the application.</param>
    /// <param name="version">Its own count, rising.</param>
    public Transaction SetTransaction(string applicationId, long version)
    {
        changes.Identifier = new TransactionIdentifier(applicationId, version, table.Clock.GetUtcNow());
        return this;
    }

    /// <summary>Says that the result does not depend on the table's rows: a plain append.</summary>
    public Transaction ReadsNothing() => Reads(ReadScope.Nothing, []);

    /// <summary>Says that the result depends on these files only, whatever is added beside them: a compaction.</summary>
    public Transaction ReadsFiles(IEnumerable<AddFile> files) => Reads(ReadScope.Files, files);

    /// <summary>Says that the result depends on all rows, which is taken for granted unless something else is said.</summary>
    public Transaction ReadsWholeTable() => Reads(ReadScope.WholeTable, []);

    /// <summary>Says that the rows stay the same: files are only arranged anew.</summary>
    public Transaction WithoutDataChange()
    {
        changes.DataChange = false;
        return this;
    }

    /// <summary>What history tells of the commit.</summary>
    /// <param name="name">As Delta names it: <c>WRITE</c>, <c>MERGE</c>, <c>DELETE</c>, <c>OPTIMIZE</c>, <c>CREATE OR REPLACE TABLE AS SELECT</c>, ...</param>
    /// <param name="parameters">How it was called.</param>
    /// <param name="metrics">What it counted.</param>
    public Transaction WithOperation(
        string name, IReadOnlyDictionary<string, string?>? parameters = null, IReadOnlyDictionary<string, string?>? metrics = null)
    {
        info = info with
        {
            Operation = name,
            OperationParameters = parameters ?? info.OperationParameters,
            OperationMetrics = metrics ?? info.OperationMetrics,
        };
        return this;
    }

    /// <summary>A text of the writer's own that history shows beside the commit.</summary>
    /// <param name="mark">The text.</param>
    public Transaction WithUserMetadata(string mark)
    {
        info = info with { UserMetadata = mark };
        return this;
    }

    /// <summary>Makes the next version of the table. Other writers' commits that do not contradict this one go before it.</summary>
    /// <exception cref="ConcurrentModificationException">Another writer's commit contradicts this one; nothing was changed.</exception>
    /// <exception cref="UnsupportedTableFeatureException">The table does not allow what the transaction does; nothing was changed.</exception>
    /// <exception cref="ArgumentException">The files do not fit the table; nothing was changed.</exception>
    /// <exception cref="IOException">The storage failed. Whether the version exists is then open: read the table again.</exception>
    public CommitResult Commit()
    {
        if (finished)
        {
            throw new InvalidOperationException("This transaction has been committed. Begin another one.");
        }

        finished = true;
        if (read is not null && changes.IsIn(read.Transactions))
        {
            return new CommitResult(read.Version, Skipped: true);
        }

        TransactionRules.Check(table.Root, read, changes);
        table.Store.CreateDirectory(table.LogDirectory);
        if (changes.NewPaths is { Count: > 0 } paths)
        {
            table.Store.Sync(paths);
        }

        var content = new CommitContent(table, read, changes).Serialize(info);
        return new CommitAttempts(table, changes, content).Run(read);
    }

    private Transaction Reads(ReadScope scope, IEnumerable<AddFile> files)
    {
        changes.Scope = scope;
        changes.FilesRead.Clear();
        changes.FilesRead.UnionWith(files.Select(file => file.Key));
        return this;
    }
}
