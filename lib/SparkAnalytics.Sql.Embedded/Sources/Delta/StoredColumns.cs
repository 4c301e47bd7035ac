using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>The columns of data files: under which names and with which types they stand there. Files in which mapped members of structs stand otherwise are read apart.</summary>
internal sealed class StoredColumns
{
    /// <summary>About, where a file has no statistics.</summary>
    private const long LikelyBytesOfRow = 64;

    private readonly TableMetadata _metadata;
    private readonly IReadOnlyList<(DeltaField Field, DataType Type)> _columns;
    private readonly IReadOnlyList<Layout> _layouts;

    /// <param name="metadata">The table.</param>
    /// <param name="columns">The columns to read, with their types in the plan.</param>
    /// <param name="files">The files.</param>
    /// <param name="session">Reads footers.</param>
    public StoredColumns(TableMetadata metadata, IReadOnlyList<(DeltaField Field, DataType Type)> columns, IReadOnlyList<AddFile> files, DuckSession session)
    {
        _metadata = metadata;
        _columns = columns;
        _layouts = metadata.ColumnMapping != ColumnMapping.None && columns.Any(column => MappedColumn.HasMembers(column.Field.Type))
            ? Mapped(files, session)
            : [new Layout(files, [.. columns.Select(column => new Stored(Key(column.Field), column.Type, Name(column.Field)))])];
    }

    /// <summary>The value of a column, over <see cref="From"/>.</summary>
    public string Value(DeltaField field) => _layouts is [var only] ? only.Columns[Index(field)].Sql : Name(field);

    /// <summary>The rows of the files, with <c>filename</c>, <c>file_row_number</c> and <c>file_index</c>.</summary>
    public string From()
    {
        if (_layouts is [var only])
        {
            return Read(only);
        }

        var first = 0;
        var parts = new List<string>();
        foreach (var layout in _layouts)
        {
            var columns = _columns.Select((column, index) => $"{layout.Columns[index].Sql} AS {Name(column.Field)}");
            parts.Add($"SELECT {string.Join(", ", columns.Append($"filename, file_row_number, file_index + {SqlText.Number(first)} AS file_index"))} FROM {Read(layout)}");
            first += layout.Files.Count;
        }

        return $"(\n{string.Join("\nUNION ALL\n", parts)}\n)";
    }

    private string Read(Layout layout)
    {
        var read = layout.Columns.Zip(_columns, (stored, column) => (stored, column)).Where(item => item.stored.Key is not null)
            .Select(item => (item.stored.Key!, HiddenColumns.Stored(_metadata.PhysicalName(item.column.Field)), item.stored.Type)).ToList();
        var schema = read.Count == 0 ? string.Empty : $", {SchemaText.Fixed(read)}";
        return $"read_parquet({SqlText.Paths(layout.Files.Select(file => file.Path).Distinct(StringComparer.Ordinal))}, hive_partitioning = false{schema}{RowCount(layout.Files)})";
    }

    /// <summary>DuckDB takes files whose schema is given for empty, and would hold the large side of a join in memory.</summary>
    private static string RowCount(IReadOnlyList<AddFile> files) =>
        $", explicit_cardinality = {SqlText.Number(Math.Max(1, files.Sum(file => file.RowCount ?? file.Size / LikelyBytesOfRow)))}";

    private List<Layout> Mapped(IReadOnlyList<AddFile> files, DuckSession session)
    {
        var footers = ParquetTree.Of([.. files.Select(file => file.Path).Distinct(StringComparer.Ordinal)], session);
        return [.. files.Select(file => (File: file, Columns: _columns.Select(column => Mapped(column, footers[file.Path])).ToList()))
            .GroupBy(file => string.Join('\n', file.Columns.Select(column => $"{column.Key} {SqlTypes.Name(column.Type)} {column.Sql}")), StringComparer.Ordinal)
            .Select(group => new Layout([.. group.Select(file => file.File)], group.First().Columns))];
    }

    private Stored Mapped((DeltaField Field, DataType Type) column, ParquetTree footer)
    {
        var part = MappedColumn.Find(_metadata, column.Field, footer.Children);
        var mapped = part is null ? null : MappedColumn.Of(_metadata, column.Field.Type, part, Name(column.Field));
        return mapped is null
            ? new Stored(null, column.Type, $"CAST(NULL AS {SqlTypes.Name(column.Type)})")
            : new Stored(SqlText.Text(part!.Name), mapped.Stored, mapped.Sql);
    }

    private string Key(DeltaField field) => _metadata.ColumnMapping == ColumnMapping.Id && field.MappedId is { } id
        ? SqlText.Number(id)
        : SqlText.Text(_metadata.PhysicalName(field));

    private string Name(DeltaField field) => SqlText.Name(HiddenColumns.Stored(_metadata.PhysicalName(field)));

    private int Index(DeltaField field) => _columns.Select((column, index) => (column.Field, index)).First(item => ReferenceEquals(item.Field, field)).index;

    /// <summary>Files that hold the columns alike.</summary>
    private sealed record Layout(IReadOnlyList<AddFile> Files, IReadOnlyList<Stored> Columns);

    /// <summary>A column in some files.</summary>
    /// <param name="Key">How DuckDB finds it: its name in quotes, or its field id; null where the files lack it.</param>
    /// <param name="Type">Its type there.</param>
    /// <param name="Sql">Its value in the table's terms.</param>
    private sealed record Stored(string? Key, DataType Type, string Sql);
}
