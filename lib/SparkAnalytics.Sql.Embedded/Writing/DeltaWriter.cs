using System.Collections.Immutable;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Writes rows as a new version of a Delta table.</summary>
internal sealed class DeltaWriter(Statement statement)
{
    public CommandResult Write(WriteCommand write)
    {
        var log = statement.Tables.Log(write.Path);
        var snapshot = log.Exists ? log.Latest() : null;
        if (snapshot is not null && write.Mode == SaveMode.ErrorIfExists)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"There is a table at '{write.Path}' already; write with the mode Append or Overwrite.");
        }

        var identifier = CommitOptions.Of(write.Options);
        if (snapshot is not null && (write.Mode == SaveMode.Ignore || identifier.IsIn(snapshot)))
        {
            return CommandResult.None;
        }

        if (snapshot is not null)
        {
            DeltaLog.RequireWritable(snapshot, rowsAreChecked: true, removesRows: write.Mode == SaveMode.Overwrite);
        }

        var table = new Table(log, snapshot, Metadata(write, snapshot, identifier.DeletionVectors is true));
        var files = new DataFiles(log, statement);
        try
        {
            return Commit(write, table, identifier, Rows(write, table.Metadata, files, identifier.TargetFileSize));
        }
        catch (Exception exception) when (DataFiles.AreUnused(exception))
        {
            files.Discard();
            throw;
        }
    }

    private WrittenRows Rows(WriteCommand write, TableMetadata metadata, DataFiles files, long? size)
    {
        if (statement.Options.UseRewrites && StreamedDeduplication.Applies(write, metadata) && write.Input is Deduplicate deduplicate)
        {
            return new StreamedDeduplication(statement, files, metadata, size).Write(deduplicate);
        }

        var compiler = statement.NewCompiler();
        return new WrittenRows(files.Write(TableColumns.Select(write.Input, compiler.Compile(write.Input), compiler.Names, metadata), metadata, size));
    }

    private static TableMetadata Metadata(WriteCommand write, Snapshot? snapshot, bool deletionVectors)
    {
        var schema = DeltaTypes.FromSchema(new StructType(write.Input.Output.Select(column => new StructField(column.Name, column.DataType))));
        var statistics = ReadOptions.Find(write.Options, "dataSkippingStatsColumns");
        var configuration = statistics is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(TableProperties.DataSkippingColumns, statistics);
        if (deletionVectors)
        {
            configuration = configuration.Add(TableProperties.DeletionVectors, "true");
        }

        var isNew = snapshot is null || (write.Mode == SaveMode.Overwrite && ReadOptions.Flag(write.Options, "overwriteSchema") is true);
        return isNew
            ? new TableMetadata(schema) { PartitionColumns = [.. write.PartitionBy], Configuration = configuration }
            : snapshot!.Metadata;
    }

    private static CommandResult Commit(WriteCommand write, Table table, CommitOptions identifier, WrittenRows written)
    {
        var (log, snapshot, metadata) = table;
        var metrics = Metrics.Of(
            ("numFiles", written.Files.Count),
            ("numAddedFiles", written.Files.Count),
            ("numOutputRows", written.Files.Sum(file => file.Rows)),
            ("numOutputBytes", written.Files.Sum(file => file.Action.Size)));
        if (written.Duplicates is { } count)
        {
            metrics = metrics.Add("numDuplicateRows", count);
        }

        var transaction = snapshot is null ? log.BeginCreate(metadata) : log.Begin(snapshot, rowsAreChecked: true);
        transaction.Add(written.Files.Select(file => file.Action));
        if (snapshot is not null && write.Mode == SaveMode.Overwrite)
        {
            transaction.Remove(snapshot.Files);
            metrics = metrics.Add("numRemovedFiles", snapshot.Files.Count);
            if (!ReferenceEquals(metadata, snapshot.Metadata))
            {
                transaction.SetMetadata(metadata);
            }
        }
        else if (snapshot is not null)
        {
            transaction.ReadsNothing();
        }

        identifier.Apply(transaction);
        transaction.WithOperation("WRITE", new Dictionary<string, string?> { ["mode"] = write.Mode.ToString(), ["partitionBy"] = $"[{string.Join(",", write.PartitionBy.Select(name => $"\"{name}\""))}]" }, Metrics.Texts(metrics));
        var result = transaction.Commit();
        return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
    }

    /// <summary>What is written to.</summary>
    /// <param name="Log">The table's log.</param>
    /// <param name="Snapshot">Its newest version, or null where there is none yet.</param>
    /// <param name="Metadata">The table as the write leaves it.</param>
    private sealed record Table(DeltaLog Log, Snapshot? Snapshot, TableMetadata Metadata);
}
