using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>OPTIMIZE: small files of a table become larger ones.</summary>
internal sealed class Optimizer(Statement statement)
{
    private const long DefaultTargetBytes = 256L << 20;

    public CommandResult Optimize(OptimizeCommand optimize)
    {
        var log = statement.Tables.Log(optimize.Path);
        var snapshot = log.Latest();
        var identifier = CommitOptions.OfTable(optimize.Options);
        if (identifier.IsIn(snapshot))
        {
            return CommandResult.None;
        }

        snapshot.RequireWritable(rowsAreChecked: true, removesRows: false);
        var size = identifier.TargetFileSize ?? DefaultTargetBytes;
        var order = ReadOptions.Find(optimize.Options, "sortBy");
        var enough = ReadOptions.Bytes(optimize.Options, "minFileSize");
        var groups = OptimizePlan.For(snapshot, size, order, enough).Groups;
        if (groups.Count == 0)
        {
            return new CommandResult(null, Metrics.Of(("numAddedFiles", 0), ("numRemovedFiles", 0)), []);
        }

        var files = new DataFiles(log, statement);
        try
        {
            var written = groups.SelectMany(group => files.Write(Rows(snapshot, log, group, order), snapshot.Metadata, targetBytes: null, areChecked: false)).ToList();
            var removed = groups.SelectMany(group => group.Files).ToList();
            var metrics = Metrics.Of(
                ("numAddedFiles", written.Count),
                ("numRemovedFiles", removed.Count),
                ("numAddedBytes", written.Sum(file => file.Action.Size)),
                ("numRemovedBytes", removed.Sum(file => file.Size)));
            var transaction = log.Begin(snapshot, rowsAreChecked: true).ReadsFiles(removed).Remove(removed).Add(written.Select(file => file.Action)).WithoutDataChange()
                .WithOperation("OPTIMIZE", metrics: Metrics.Texts(metrics));
            identifier.Apply(transaction);
            var result = transaction.Commit();
            return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
        }
        catch (Exception exception) when (DataFiles.AreUnused(exception))
        {
            files.Discard();
            throw;
        }
    }

    private string Rows(Snapshot snapshot, DeltaLog log, OptimizeGroup group, string? order)
    {
        var names = new NameScope();
        var read = TableColumns.Read(snapshot);
        var select = DeltaFiles.Select(snapshot, log, group.Files, read, names, statement.Workspace, isPadded: false);
        var sort = order is null ? string.Empty : $"\nORDER BY {SqlText.Name(order)} NULLS FIRST";
        return $"{TableColumns.Select(read, select, names, snapshot.Metadata)}{sort}";
    }
}
