using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Rewrites;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Writing.Additions;
using SparkAnalytics.Sql.Embedded.Writing.Duplicates;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Writes rows as a new version of a Delta table.</summary>
internal sealed class DeltaWriter(Statement statement)
{
    public CommandResult Write(WriteCommand write)
    {
        var options = WriterOptions.Of(write);
        var log = statement.Tables.Log(write.Path);
        var snapshot = log.Exists ? log.Latest() : null;
        if (snapshot is not null && write.Mode == SaveMode.ErrorIfExists)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"There is a table at '{write.Path}' already; write with the mode Append or Overwrite.");
        }

        if (snapshot is not null && (write.Mode == SaveMode.Ignore || options.Commit.IsIn(snapshot)))
        {
            return CommandResult.None;
        }

        snapshot?.RequireWritable(rowsAreChecked: true, removesRows: write.Mode == SaveMode.Overwrite);
        var table = new Table(log, snapshot, TableShape.After(write, options, snapshot?.Metadata));
        if (options.ReplaceWhere is { } condition)
        {
            return Replace(write, options, table, new RowReplacer(statement, condition));
        }

        var files = new DataFiles(log, statement);
        return Commit(write, options, table, files, () => Rows(write, table.Metadata, files, options.Commit.TargetFileSize));
    }

    /// <summary>How a write was called, as history tells it.</summary>
    internal static Dictionary<string, string?> Parameters(WriteCommand write) => new()
    {
        ["mode"] = write.Mode.ToString(),
        ["partitionBy"] = $"[{string.Join(",", write.PartitionBy.Select(name => $"\"{name}\""))}]",
    };

    private CommandResult Replace(WriteCommand write, WriterOptions options, Table table, RowReplacer replacer)
    {
        var select = replacer.Checked(write.Path, table.Metadata, Select(write, table.Metadata));
        if (table.Snapshot is not null)
        {
            return replacer.Replace(write, options, table.Metadata, select);
        }

        var files = new DataFiles(table.Log, statement);
        return Commit(write, options, table, files, () => new WrittenRows(files.Write(select, table.Metadata, options.Commit.TargetFileSize)));
    }

    private WrittenRows Rows(WriteCommand write, TableMetadata metadata, DataFiles files, long? size)
    {
        if (!(statement.Options.Applies(SpeedRewrites.StreamedDuplicates) && StreamedDeduplication.Applies(write, metadata) && write.Input is Deduplicate deduplicate))
        {
            return (statement.Options.Applies(SpeedRewrites.AddedColumns) ? new AddedColumns(statement, files, metadata).Write(write.Input) : null) ?? InPlanOrder(write, metadata, files, size);
        }

        using var leftOut = statement.Options.Applies(SpeedRewrites.LeftOutRows) ? LeftOutRows.Of(deduplicate, statement) : null;
        var written = new StreamedDeduplication(statement, files, metadata, size, leftOut).Write(deduplicate);
        leftOut?.Keep();
        return written;
    }

    /// <summary>Sorted rows go to files one after the other; of others each thread writes its own, where they are many.</summary>
    private WrittenRows InPlanOrder(WriteCommand write, TableMetadata metadata, DataFiles files, long? size)
    {
        var select = Select(write, metadata);
        return new WrittenRows(files.Write(select, metadata, size, isForEachThread: write.Input is not (Sort or Limit) && statement.Workspace.IsMuch(size)));
    }

    private string Select(WriteCommand write, TableMetadata metadata)
    {
        var compiler = statement.NewCompiler();
        return TableColumns.Select(write.Input, compiler.Compile(write.Input), compiler.Names, metadata);
    }

    private static CommandResult Commit(WriteCommand write, WriterOptions options, Table table, DataFiles files, Func<WrittenRows> rows)
    {
        try
        {
            // Before any row is written, so that what a table cannot hold is refused with nothing done.
            var transaction = table.Snapshot is null ? table.Log.BeginCreate(table.Metadata, rowsAreChecked: true) : table.Log.Begin(table.Snapshot, rowsAreChecked: true);
            if (table.Snapshot is not null && !ReferenceEquals(table.Metadata, table.Snapshot.Metadata))
            {
                transaction.SetMetadata(table.Metadata);
            }

            return Commit(write, options, table, transaction, rows());
        }
        catch (Exception exception) when (DataFiles.AreUnused(exception))
        {
            files.Discard();
            throw;
        }
    }

    private static CommandResult Commit(WriteCommand write, WriterOptions options, Table table, Transaction transaction, WrittenRows written)
    {
        var metrics = Metrics.Of(
            ("numFiles", written.Files.Count),
            ("numAddedFiles", written.Files.Count),
            ("numOutputRows", written.Files.Sum(file => file.Rows)),
            ("numOutputBytes", written.Files.Sum(file => file.Action.Size)));
        if (written.Duplicates is { } count)
        {
            metrics = metrics.Add("numDuplicateRows", count);
        }

        transaction.Add(written.Files.Select(file => file.Action));
        if (table.Snapshot is { } snapshot && write.Mode == SaveMode.Overwrite)
        {
            // A table without partitions is replaced whole also by a dynamic overwrite, as on Spark.
            var replaced = options.IsDynamic && snapshot.Metadata.PartitionColumns.Count > 0 ? snapshot.FilesInPartitionsOf(written.Files.Select(file => file.Action)) : snapshot.Files;
            transaction.Remove(replaced);
            metrics = metrics.Add("numRemovedFiles", replaced.Count);
        }
        else if (table.Snapshot is not null)
        {
            transaction.ReadsNothing();
        }

        options.Commit.Apply(transaction);
        var parameters = Parameters(write);
        if (options.IsDynamic)
        {
            parameters["partitionOverwriteMode"] = "dynamic";
        }

        transaction.WithOperation("WRITE", parameters, Metrics.Texts(metrics));
        var result = transaction.Commit();
        return result.Skipped ? CommandResult.None : new CommandResult(result.Version, metrics, []);
    }

    /// <summary>What is written to.</summary>
    /// <param name="Log">The table's log.</param>
    /// <param name="Snapshot">Its newest version, or null where there is none yet.</param>
    /// <param name="Metadata">The table as the write leaves it.</param>
    private sealed record Table(DeltaLog Log, Snapshot? Snapshot, TableMetadata Metadata);
}
