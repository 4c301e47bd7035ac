using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>RESTORE: a table becomes what it was at an earlier version, in a commit that later ones can undo.</summary>
internal sealed class Restorer(Statement statement)
{
    public CommandResult Restore(RestoreCommand restore)
    {
        var log = statement.Tables.Log(restore.Path);
        var newest = log.Latest();
        var identifier = CommitOptions.OfTable(restore.Options);
        if (identifier.IsIn(newest))
        {
            return CommandResult.None;
        }

        var wanted = log.At(restore.Version);
        var plan = RestorePlan.For(newest, wanted);
        var metrics = Counts(plan, wanted);
        if (plan.IsEmpty)
        {
            return new CommandResult(null, metrics, []);
        }

        RequireStored(log, plan.Restored, wanted);
        var parameters = new Dictionary<string, string?> { ["version"] = restore.Version.ToString(CultureInfo.InvariantCulture) };
        var transaction = log.Begin(newest, rowsAreChecked: true).Remove(plan.Removed).Add(plan.Restored).WithOperation("RESTORE", parameters, Metrics.Texts(metrics));
        if (plan.Metadata is { } metadata)
        {
            transaction.SetMetadata(metadata);
        }

        identifier.Apply(transaction);
        var result = transaction.Commit();
        return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
    }

    private static ImmutableDictionary<string, long> Counts(RestorePlan plan, Snapshot wanted) => Metrics.Of(
        ("numRestoredFiles", plan.Restored.Count),
        ("numRemovedFiles", plan.Removed.Count),
        ("restoredFilesSize", plan.Restored.Sum(file => file.Size)),
        ("removedFilesSize", plan.Removed.Sum(file => file.Size)),
        ("numOfFilesAfterRestore", wanted.Files.Count),
        ("tableSizeAfterRestore", wanted.Files.Sum(file => file.Size)));

    private void RequireStored(DeltaLog log, IReadOnlyList<AddFile> files, Snapshot wanted)
    {
        if (files.SelectMany(log.StoredPaths).FirstOrDefault(path => statement.Tables.Store.Find(path) is null) is { } missing)
        {
            throw new QueryExecutionException(
                QueryErrorKind.BadInput,
                string.Create(CultureInfo.InvariantCulture, $"'{wanted.TableRoot}' cannot be restored to version {wanted.Version}: its file '{missing}' is gone from storage, as a vacuum leaves it. Restore a later version."));
        }
    }
}
