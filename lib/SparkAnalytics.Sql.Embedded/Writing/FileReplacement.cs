using System.Collections.Immutable;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>What a change of rows notes in the log.</summary>
/// <param name="Operation">Spark's name of what is done.</param>
/// <param name="Options">Its writer options.</param>
/// <param name="Counts">How many rows it changed, by Spark's names.</param>
internal sealed record RowChange(string Operation, CommitOptions Options, IReadOnlyList<(string Name, long Count)> Counts)
{
    /// <summary>How it was called, or null where history tells nothing of that.</summary>
    public IReadOnlyDictionary<string, string?>? Parameters { get; init; }

    /// <summary>The table as the change leaves it, or null where its columns stay.</summary>
    public TableMetadata? Metadata { get; init; }

    /// <summary>How many rows stay in files that are written anew, where new rows are to be counted apart from them; else null.</summary>
    public long? KeptRows { get; init; }
}

/// <summary>The rows that a change concerns.</summary>
/// <param name="Files">The files that hold rows which go or alter.</param>
/// <param name="Gone">A SELECT of those rows: file and place in it.</param>
/// <param name="Selects">SELECTs of the rows that are to stand in the place of those files, in the table's columns: all of them, or (given true) those alone that are new or altered.</param>
internal sealed record ChangedRows(IReadOnlyList<AddFile> Files, string Gone, Func<bool, IReadOnlyList<string>> Selects);

/// <summary>Commits changed rows: new files in the place of old ones, or where the table has deletion vectors, marks in the old files and new ones for the new rows alone.</summary>
internal sealed class FileReplacement(TargetRows target, Statement statement)
{
    /// <param name="change">What is done.</param>
    /// <param name="rows">The rows.</param>
    public CommandResult Commit(RowChange change, ChangedRows rows)
    {
        var files = new DataFiles(target.Log, statement);
        var transaction = target.Log.Begin(target.Snapshot, rowsAreChecked: true);
        try
        {
            if (change.Metadata is { } metadata && !ReferenceEquals(metadata, target.Snapshot.Metadata))
            {
                transaction.SetMetadata(metadata);
            }

            // A mark needs to know how many rows its file has; a file whose log entry does not tell is written anew.
            var isMarked = Prepare(transaction, change.Options) && rows.Files.All(file => file.RowCount is not null);
            var select = rows.Selects(isMarked);
            IReadOnlyList<WrittenFile> written = select.Count == 0
                ? []
                : files.Write(string.Join("\nUNION ALL\n", select.Select(part => $"({part})")), change.Metadata ?? target.Snapshot.Metadata, change.Options.TargetFileSize, isForEachThread: !isMarked && IsMuch(rows.Files, change.Options));
            transaction.Add(written.Select(file => file.Action));
            var (removed, marked) = isMarked ? Mark(transaction, rows) : Remove(transaction, rows.Files);

            var metrics = Metrics.Of(
            [
                .. change.Counts,
                ("numAddedFiles", written.Count),
                ("numRemovedFiles", removed),
                ("numDeletionVectorsAdded", marked),
                ("numOutputBytes", written.Sum(file => file.Action.Size)),
                .. change.KeptRows is { } kept ? [("numOutputRows", written.Sum(file => file.Rows) - (isMarked ? 0 : kept))] : Array.Empty<(string, long)>(),
            ]);
            change.Options.Apply(transaction);
            var result = transaction.WithOperation(change.Operation, change.Parameters, Metrics.Texts(metrics)).Commit();
            return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
        }
        catch (Exception exception) when (DataFiles.AreUnused(exception))
        {
            transaction.DiscardDeletionVectors();
            files.Discard();
            throw;
        }
    }

    /// <summary>Whether the files that are written anew hold more than one that is written should.</summary>
    private static bool IsMuch(IReadOnlyList<AddFile> files, CommitOptions options) => options.TargetFileSize is { } size && files.Sum(file => file.Size) > size;

    /// <summary>The option switches the table's property where it is given; otherwise the table says.</summary>
    private bool Prepare(Transaction transaction, CommitOptions options)
    {
        var isOn = target.Snapshot.DeletionVectorsEnabled;
        if (options.DeletionVectors is true && !isOn)
        {
            transaction.EnableDeletionVectors();
        }
        else if (options.DeletionVectors is false && isOn)
        {
            var others = target.Snapshot.Metadata.Configuration.Where(property => property.Key != TableProperties.DeletionVectors);
            transaction.SetMetadata(target.Snapshot.Metadata with { Configuration = others.ToImmutableDictionary() });
        }

        return options.DeletionVectors ?? isOn;
    }

    private static (long Removed, long Marked) Remove(Transaction transaction, IReadOnlyList<AddFile> files)
    {
        transaction.Remove(files);
        return (files.Count, 0);
    }

    private (long Removed, long Marked) Mark(Transaction transaction, ChangedRows rows)
    {
        var places = statement.Session.Query(rows.Gone, reader => (File: reader.GetString(0), Row: reader.GetInt64(1))).ToLookup(place => place.File, place => place.Row, StringComparer.Ordinal);
        var marked = rows.Files.Select(file => transaction.MarkDeleted(file, places[file.Path])).ToList();
        return (marked.Count(file => file is null), marked.Count(file => file is not null));
    }
}
