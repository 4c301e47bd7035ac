using System.Diagnostics.CodeAnalysis;
using DuckDB.NET.Data;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// Writes rows to new data files of a Delta table and notes what they hold. Rows in one file stand in the order in which they come; among files of a size sorted rows do, and of others
/// those of several threads may change places.
/// </summary>
internal sealed class DataFiles(DeltaLog log, Statement statement)
{
    /// <summary>A thread's rows come from here and there, so its files end sooner: a file should hold rows of few days.</summary>
    private const long ShareOfThread = 4;

    private readonly List<string> _written = [];
    private readonly Lock _lock = new();

    /// <summary>Writes the rows of a SELECT; no row passes through this process.</summary>
    /// <param name="select">The rows, with the table's columns.</param>
    /// <param name="metadata">The table.</param>
    /// <param name="targetBytes">The size at which a file ends, or null for one file.</param>
    /// <param name="areChecked">Whether rows must meet the table's constraints; those that it has already need not.</param>
    /// <param name="isForEachThread">Whether each thread writes files of its own: of many rows far quicker than all in turn to one, of few more files than need be.</param>
    public IReadOnlyList<WrittenFile> Write(string select, TableMetadata metadata, long? targetBytes, bool areChecked = true, bool isForEachThread = false)
    {
        var keys = new PartitionKeys(metadata, areChecked ? new CheckedRows(log.TableRoot, metadata, statement).Select(select) : select);
        statement.Tables.Store.CreateDirectory(log.TableRoot);
        var isFolder = keys.Any || targetBytes is not null;
        var target = isFolder ? log.TableRoot : log.NewDataFilePath();
        var options = keys.Any ? $", PARTITION_BY ({keys.Labels}), APPEND, FILENAME_PATTERN 'part-{{uuid}}'"
            : targetBytes is not { } size ? string.Empty
            : isForEachThread ? $", PER_THREAD_OUTPUT, FILE_SIZE_BYTES {SqlText.Number(Math.Max(size / ShareOfThread, 1))}, APPEND, FILENAME_PATTERN 'part-{{uuid}}'"
            : $", FILE_SIZE_BYTES {SqlText.Number(size)}, APPEND, FILENAME_PATTERN 'part-{{uuid}}'";
        if (!isFolder)
        {
            _written.Add(target);
        }

        var files = statement.Session.Query(
            $"COPY (\n{keys.Select}\n) TO {SqlText.Text(target)} (FORMAT parquet, {ParquetPacking.OptionsOfData(statement.Workspace.IsLittle)}, ROW_GROUP_SIZE {SqlText.Number(ParquetPacking.RowsOfGroup)}, RETURN_STATS{options})",
            reader => Describe(reader, metadata, keys)).ToList();
        _written.AddRange(files.Select(file => file.Path));
        files.Where(file => file.Rows == 0).ToList().ForEach(file => statement.Tables.Store.Delete(file.Path));
        return keys.Told([.. files.Where(file => file.Rows > 0)], statement.Session);
    }

    /// <summary>Writes a file with the rows of another and further columns. Several threads may write at once.</summary>
    /// <param name="source">The other file.</param>
    /// <param name="added">For each of its row groups a file with the further columns.</param>
    /// <param name="metadata">The table.</param>
    /// <param name="rows">The rows of each row group.</param>
    /// <param name="statistics">What is known of the further columns.</param>
    /// <exception cref="IOException">The file cannot be written, or was not written right.</exception>
    public WrittenFile Splice(AddFile source, IReadOnlyList<string> added, TableMetadata metadata, IReadOnlyList<long> rows, FileStatistics statistics)
    {
        statement.Tables.Store.CreateDirectory(log.TableRoot);
        var path = log.NewDataFilePath();
        lock (_lock)
        {
            _written.Add(path);
        }

        ColumnSplice.Write(source.Path, added, path);
        ParquetCheck.Require(path, [.. metadata.Schema.Fields.Select(field => field.Name)], rows);
        return new WrittenFile(path, rows.Sum(), log.DescribeDataFile(path, source.Statistics!.Joined(statistics)));
    }

    /// <summary>Whether no version needs the files after this failure: where the storage failed, that is open, so they are left to a vacuum.</summary>
    public static bool AreUnused(Exception failure) => failure is not IOException;

    /// <summary>Deletes what was written, after a failure.</summary>
    public void Discard()
    {
        _written.ForEach(statement.Tables.Store.Delete);
        _written.Clear();
    }

    // The driver makes the maps of RETURN_STATS by reflection, so trimming sees no use of their constructors.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(Dictionary<string, Dictionary<string, string>>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(Dictionary<string, string>))]
    private WrittenFile Describe(DuckDBDataReader reader, TableMetadata metadata, PartitionKeys keys)
    {
        var rows = Convert.ToInt64(reader.GetValue(1), System.Globalization.CultureInfo.InvariantCulture);
        var statistics = WrittenStatistics.Of(rows, reader.IsDBNull(4) ? null : (System.Collections.IDictionary)reader.GetValue(4), metadata);
        var add = log.DescribeDataFile(reader.GetString(0), statistics) with { PartitionValues = keys.Values(reader.IsDBNull(5) ? null : (System.Collections.IDictionary)reader.GetValue(5)) };
        return new WrittenFile(add.Path, rows, add);
    }
}

/// <summary>A new data file.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="Action">What the commit adds for it.</param>
internal sealed record WrittenFile(string Path, long Rows, AddFile Action);

/// <summary>The new data files of a write.</summary>
/// <param name="Files">The files, in the order of their rows.</param>
/// <param name="Duplicates">How many rows were left out as duplicates, or null where that is not known.</param>
internal sealed record WrittenRows(IReadOnlyList<WrittenFile> Files, long? Duplicates = null);
