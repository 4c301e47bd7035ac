using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Execution;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Commits new files in the place of old ones.</summary>
internal static class FileReplacement
{
    /// <param name="target">The table.</param>
    /// <param name="removed">The files that go.</param>
    /// <param name="select">The rows of the files that come, in the table's columns.</param>
    /// <param name="operation">Spark's name of what is done.</param>
    /// <param name="counts">What else the operation counts.</param>
    /// <param name="identifier">The application's mark.</param>
    /// <param name="runner">The engine.</param>
    /// <param name="scope">The statement.</param>
    public static CommandResult Commit(
        TargetRows target,
        IReadOnlyList<AddFile> removed,
        string select,
        string operation,
        IReadOnlyList<(string Name, long Count)> counts,
        TransactionOptions identifier,
        PlanRunner runner,
        StatementScope scope)
    {
        var files = new DataFiles(target.Log, runner.Tables, scope);
        try
        {
            var written = files.Write(select, target.Snapshot.Metadata, targetBytes: null);
            var metrics = Metrics.Of([.. counts, ("numAddedFiles", written.Count), ("numRemovedFiles", removed.Count), ("numOutputBytes", written.Sum(file => file.Action.Size))]);
            var transaction = target.Log.Begin(target.Snapshot).Add(written.Select(file => file.Action)).Remove(removed);
            identifier.Apply(transaction);
            var result = transaction.WithOperation(operation, metrics: Metrics.Texts(metrics)).Commit();
            return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
        }
        catch
        {
            files.Discard();
            throw;
        }
    }
}
