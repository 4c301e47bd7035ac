namespace SparkAnalytics.Delta;

/// <content>Rows that go while their files stay.</content>
public sealed partial class Transaction
{
    private DeletionVectorWriter? vectors;

    /// <summary>What a reader or writer must be able to do after the commit.</summary>
    public TableProtocol Protocol => changes.Protocol ?? ProtocolBefore;

    private TableProtocol ProtocolBefore => read?.Protocol ?? ProtocolSupport.Written;

    /// <summary>
    /// Lets rows be marked as deleted, from this transaction on: sets <see cref="TableProperties.DeletionVectors"/>, and raises the protocol
    /// to reader version 3 and writer version 7 where it lacks the feature. Whoever cannot read deletion vectors can no longer read the table.
    /// Nothing is changed where the table has both.
    /// </summary>
    public Transaction EnableDeletionVectors() => TableFeatures.HasDeletionVectors(Protocol, Metadata)
        ? this
        : SetMetadata(Metadata with
        {
            Configuration = new Dictionary<string, string>(Metadata.Configuration) { [TableProperties.DeletionVectors] = "true" },
        });

    /// <summary>
    /// Marks rows of a file as deleted, beside those that are so already: removes the file as it is, and adds it with a deletion vector of
    /// all of them. A file without any row left is removed, and one without a newly deleted row stays as it is. Large vectors are stored
    /// at once; where the commit does not come to pass, <see cref="DiscardDeletionVectors"/> deletes them.
    /// </summary>
    /// <param name="file">A file of the snapshot that the transaction began with; each file once.</param>
    /// <param name="rows">Numbers of the rows in the file, from 0 and counting deleted ones too, in any order.</param>
    /// <param name="recordCount">Number of rows in the file, deleted ones included; needed where its statistics do not tell it.</param>
    /// <returns>What the transaction adds; <paramref name="file"/> itself where nothing changes, null where the file is removed.</returns>
    /// <exception cref="UnsupportedTableFeatureException">The table does not allow deletion vectors: <see cref="EnableDeletionVectors"/> first.</exception>
    /// <exception cref="ArgumentException">The file has no such row, or the number of its rows is not known.</exception>
    /// <exception cref="CorruptTableException">The vector that the file has is damaged or missing.</exception>
    public AddFile? MarkDeleted(AddFile file, IEnumerable<long> rows, long? recordCount = null)
    {
        if (!TableFeatures.HasDeletionVectors(Protocol, Metadata))
        {
            throw UnsupportedTableFeatureException.Lacking(
                table.Root, TableFeatures.DeletionVectors, $"Set the property {TableProperties.DeletionVectors} to true, or write the file anew without the rows.");
        }

        var count = file.Statistics?.RecordCount ?? recordCount
            ?? throw new ArgumentException($"The log does not tell how many rows '{file.Path}' has, which a deletion vector needs. Count them.", nameof(recordCount));
        var before = file.DeletionVector is null ? [] : new DeletionVectorReader(table.Store, table.Root).Read(file.DeletionVector);
        var deleted = Union(before, rows);
        if (deleted.Length > 0 && (deleted[0] < 0 || deleted[^1] >= count))
        {
            throw new ArgumentOutOfRangeException(nameof(rows), $"'{file.Path}' has no row {(deleted[0] < 0 ? deleted[0] : deleted[^1])}; its {count} are counted from 0.");
        }

        if (deleted.Length == before.Count)
        {
            return file;
        }

        changes.Removed.Add(file);
        if (deleted.Length == count)
        {
            return null;
        }

        vectors ??= new DeletionVectorWriter(table.Store, table.Root);
        var marked = file with
        {
            DeletionVector = vectors.Write(deleted),
            Statistics = (file.Statistics ?? new FileStatistics("{}")).Widened(count),
            DataChange = true,
        };
        changes.Added.Add(marked);
        return marked;
    }

    /// <summary>
    /// Deletes the deletion vectors that were stored, after a failure. Not after a commit, nor where an <see cref="IOException"/> leaves open
    /// whether there was one.
    /// </summary>
    public void DiscardDeletionVectors() => vectors?.Discard();

    private static long[] Union(IReadOnlyList<long> before, IEnumerable<long> rows)
    {
        var all = before.Concat(rows).ToArray();
        Array.Sort(all);
        var last = 0;
        for (var index = 1; index < all.Length; index++)
        {
            if (all[index] != all[last])
            {
                all[++last] = all[index];
            }
        }

        return all.Length == 0 ? all : all[..(last + 1)];
    }
}
