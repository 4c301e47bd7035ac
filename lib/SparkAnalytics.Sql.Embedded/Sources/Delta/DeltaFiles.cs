using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>The SELECT over some files of a Delta table: mapped and missing columns, partition values, deleted rows.</summary>
internal static class DeltaFiles
{
    /// <param name="snapshot">The version.</param>
    /// <param name="log">The table's log.</param>
    /// <param name="files">The files, which need not be all of the version.</param>
    /// <param name="read">The columns to read.</param>
    /// <param name="names">The statement's names.</param>
    /// <param name="workspace">The statement's tables and files.</param>
    /// <param name="isPadded">Whether text of type char is filled up with spaces, which it need not be where it is stored.</param>
    public static string Select(Snapshot snapshot, DeltaLog log, IReadOnlyList<AddFile> files, Read read, NameScope names, Workspace workspace, bool isPadded = true)
    {
        if (files.Count == 0)
        {
            return EmptyRows.Select(read, names);
        }

        var metadata = snapshot.Metadata;
        var tableFiles = new TableFiles(snapshot.TableRoot, snapshot.Version, [.. files.Select(file => file.Path).Distinct(StringComparer.Ordinal)]);
        workspace.Tables.Add(tableFiles);
        var partitions = metadata.PartitionColumns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var columns = read.Columns.Select(column => (Column: column, Field: metadata.Schema.Find(column.Name))).ToList();
        var stored = new StoredColumns(
            metadata,
            [.. columns.Where(column => column.Field is not null && !partitions.Contains(column.Column.Name)).Select(column => (column.Field!, column.Column.DataType))],
            files,
            workspace.Session);
        string Padded(DeltaField field, string sql) => isPadded ? TextLimitSql.Padded(field, sql) : sql;
        var list = columns.Select(column => column.Field is null
                ? $"CAST(NULL AS {SqlTypes.Name(column.Column.DataType)}) AS {names[column.Column]}"
                : $"{Padded(column.Field, partitions.Contains(column.Column.Name) ? SqlText.Name(PartitionName(column.Column)) : stored.Value(column.Field))} AS {names[column.Column]}")
            .Concat(HiddenColumns.Parquet(read, names));
        workspace.ParquetFiles.AddRange(tableFiles.Paths);
        return $"SELECT {string.Join(", ", list)}\nFROM {stored.From()}"
            + Partitions(snapshot, files, [.. columns.Where(column => partitions.Contains(column.Column.Name)).Select(column => column.Column)])
            + Deleted(log, files, tableFiles, workspace);
    }

    private static string PartitionName(AttributeReference column) => $"partition {column.Name}";

    private static string Partitions(Snapshot snapshot, IReadOnlyList<AddFile> files, List<AttributeReference> columns)
    {
        if (columns.Count == 0)
        {
            return string.Empty;
        }

        var rows = files.Select(file => $"({string.Join(", ", columns.Select(column => Value(snapshot.PartitionValue(file, column.Name), column.DataType)).Prepend(SqlText.Text(file.Path)))})");
        var titles = columns.Select(column => SqlText.Name(PartitionName(column))).Prepend("partition_file");
        return $"\nJOIN (VALUES {string.Join(", ", rows)}) AS partitions({string.Join(", ", titles)}) ON filename = partition_file";
    }

    private static string Value(string? text, DataType type) => text is null
        ? $"CAST(NULL AS {SqlTypes.Name(type)})"
        : CastCompiler.Sql(SqlText.Text(text), new StringType(), type, isTry: false);

    private static string Deleted(DeltaLog log, IReadOnlyList<AddFile> files, TableFiles tableFiles, Workspace workspace)
    {
        var marked = files.Where(file => file.DeletionVector is not null).ToList();
        if (marked.Count == 0)
        {
            return string.Empty;
        }

        var table = workspace.TableName("deleted");
        workspace.Session.Execute($"CREATE TABLE {SqlText.EngineTable(table)} (deleted_file VARCHAR, deleted_row BIGINT)");
        workspace.Session.Guard(() =>
        {
            using var appender = workspace.Session.Append(SqlText.EngineSchema, table);
            foreach (var file in marked)
            {
                foreach (var row in DeletedRows(log, file, tableFiles))
                {
                    appender.CreateRow().AppendValue(file.Path).AppendValue(row).EndRow();
                }
            }

            return 0;
        });
        return $"\nANTI JOIN {SqlText.EngineTable(table)} ON filename = deleted_file AND file_row_number = deleted_row";
    }

    private static IReadOnlyList<long> DeletedRows(DeltaLog log, AddFile file, TableFiles tableFiles)
    {
        try
        {
            return log.DeletedRows(file);
        }
        catch (Exception error) when (error is IOException or CorruptTableException && MissingFiles.Find(tableFiles with { Paths = log.StoredPaths(file) }, error) is { } missing)
        {
            throw missing;
        }
    }
}
