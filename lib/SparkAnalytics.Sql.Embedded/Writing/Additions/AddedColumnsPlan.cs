using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Rewrites;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing.Additions;

/// <summary>What is known of rows that are those of a Delta table with columns added.</summary>
/// <param name="Parts">The plan of the rows.</param>
/// <param name="Added">The new columns.</param>
/// <param name="Metadata">The table that is written.</param>
/// <param name="Files">The files of the other table, in the order of their places, and their row groups.</param>
internal sealed record AddedColumnsPlan(WindowParts Parts, IReadOnlyList<AttributeReference> Added, TableMetadata Metadata, IReadOnlyList<(AddFile File, IReadOnlyList<long> Rows)> Files)
{
    /// <summary>How this engine's files name their writer; whatever else a file of another may hold need not be known here.</summary>
    private const string OwnWriter = "DuckDB";

    /// <summary>The plan, or null where the rows must be written another way.</summary>
    public static AddedColumnsPlan? Of(Relation rows, WindowParts parts, TableMetadata metadata, Statement statement)
    {
        var (read, output) = (parts.Read, rows.Output);
        var count = read.Columns.Length;
        if (!read.Format.Equals("delta", StringComparison.OrdinalIgnoreCase)
            || ReadOptions.Find(read.Options, DeltaSource.AppendedSince) is not null
            || output.Length <= count
            || !output.Take(count).Select(column => column.Id).SequenceEqual(read.Columns.Select(column => column.Id))
            || !output.Select(column => column.Name).SequenceEqual(metadata.Schema.Fields.Select(field => field.Name), StringComparer.Ordinal)
            || parts.Narrow.Any(column => column.DataType is not (IntegerType or LongType or ShortType or ByteType))
            || !IsPlain(metadata, statement))
        {
            return null;
        }

        var snapshot = DeltaTables.Guard(() => statement.Sources.Delta.Snapshot(read));
        return IsPlain(snapshot.Metadata, statement)
            && snapshot.Metadata.Schema.Fields.Select(field => (field.Name, field.Type)).SequenceEqual(metadata.Schema.Fields.Take(count).Select(field => (field.Name, field.Type)))
            && Known(snapshot) is { } files
            ? new AddedColumnsPlan(parts, [.. output.Skip(count)], metadata, files)
            : null;
    }

    /// <summary>Whether a table's files hold its columns under their names, all of them, and rows need not be looked at before they are written.</summary>
    private static bool IsPlain(TableMetadata metadata, Statement statement) =>
        metadata.PartitionColumns.Count == 0
        && metadata.ColumnMapping == ColumnMapping.None
        && metadata.Schema.Fields.All(field => !field.IsVoid && field.Collations.Count == 0 && DeltaTypes.ToType(field.Type) is not (ArrayType or StructType or MapType))
        && new CheckedRows(string.Empty, metadata, statement).Select(string.Empty).Length == 0;

    /// <summary>The files with their row groups, or null where one is not as this engine writes it.</summary>
    private static List<(AddFile File, IReadOnlyList<long> Rows)>? Known(Snapshot snapshot)
    {
        var names = snapshot.Metadata.Schema.Fields.Select(field => field.Name).ToList();
        var files = new List<(AddFile File, IReadOnlyList<long> Rows)>();
        foreach (var file in snapshot.Files)
        {
            if (file.DeletionVector is not null || file.Statistics is null || Rows(file.Path, names) is not { } rows)
            {
                return null;
            }

            files.Add((file, rows));
        }

        return files.Count == 0 || files.DistinctBy(file => file.File.Path).Count() < files.Count ? null : files;
    }

    /// <summary>The rows of each row group; null where the file is another's, or cannot be read, of which its reader tells more.</summary>
    private static IReadOnlyList<long>? Rows(string path, List<string> names)
    {
        try
        {
            var footer = ParquetFooter.Read(path);
            return footer.Writer.StartsWith(OwnWriter, StringComparison.Ordinal) && footer.FlatColumns is { } columns && columns.Select(column => column.Text(SchemaField.Name)).SequenceEqual(names) ? footer.Rows : null;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
