using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>What a change of rows notes in the log.</summary>
/// <param name="Operation">Spark's name of what is done.</param>
/// <param name="Options">Its writer options.</param>
/// <param name="Counts">How many rows it changed, by Spark's names.</param>
internal sealed record RowChange(string Operation, CommitOptions Options, IReadOnlyList<(string Name, long Count)> Counts);

/// <summary>Commits new files in the place of old ones.</summary>
internal sealed class FileReplacement(TargetRows target, Statement statement)
{
    /// <param name="change">What is done.</param>
    /// <param name="removed">The files that go.</param>
    /// <param name="select">The rows of the files that come, in the table's columns.</param>
    public CommandResult Commit(RowChange change, IReadOnlyList<AddFile> removed, string select)
    {
        var files = new DataFiles(target.Log, statement);
        try
        {
            var written = files.Write(select, target.Snapshot.Metadata, change.Options.TargetFileSize);
            var metrics = Metrics.Of([.. change.Counts, ("numAddedFiles", written.Count), ("numRemovedFiles", removed.Count), ("numOutputBytes", written.Sum(file => file.Action.Size))]);
            var transaction = target.Log.Begin(target.Snapshot).Add(written.Select(file => file.Action)).Remove(removed);
            change.Options.Apply(transaction);
            var result = transaction.WithOperation(change.Operation, metrics: Metrics.Texts(metrics)).Commit();
            return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
        }
        catch
        {
            files.Discard();
            throw;
        }
    }
}
