using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Parquet files. The first file says the columns; with <c>mergeSchema</c> all do.</summary>
internal sealed class ParquetSource : ISource
{
    public IReadOnlyCollection<string> Options { get; } = ["mergeSchema", "recursiveFileLookup"];

    public StructType Schema(Read read, Workspace workspace)
    {
        var files = FileListing.Files(read);
        if (files.Count == 0)
        {
            throw new QueryExecutionException(QueryErrorKind.NotFound, $"There is no Parquet file in '{string.Join("', '", read.Paths)}'.");
        }

        var isMerged = read.IsOn("mergeSchema");
        workspace.ParquetFiles.AddRange(isMerged ? files : files.Take(1));
        if (!isMerged && PlainColumns.Of(files[0]) is { } plain)
        {
            return plain;
        }

        var list = SqlText.Paths(isMerged ? files : files.Take(1));
        var old = workspace.Session.Query($"SELECT DISTINCT name FROM parquet_schema({list}) WHERE type = 'INT96'", reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var columns = SchemaText.Columns(workspace.Session, $"SELECT * FROM read_parquet({list}, union_by_name = {isMerged}, hive_partitioning = false)");
        return new StructType(columns.Select(column => new StructField(column.Name, old.Contains(column.Name) && column.Type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? new TimestampType() : SqlTypes.Parse(column.Type))));
    }

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        var files = FileListing.Files(read);
        if (files.Count == 0)
        {
            return EmptyRows.Select(read, names);
        }

        workspace.ParquetFiles.AddRange(files);
        var isOne = files.Count == 1 && !read.Columns.Any(column => HiddenColumns.IsHidden(column.Name));
        var schema = isOne ? "union_by_name = false" : SchemaText.Fixed(read.Columns.Select(column => (SqlText.Text(column.Name), HiddenColumns.Stored(column.Name), column.DataType)));
        var columns = read.Columns.Select(column => isOne
            ? $"CAST({SqlText.Name(column.Name)} AS {SqlTypes.Name(column.DataType)}) AS {names[column]}"
            : $"{SqlText.Name(HiddenColumns.Stored(column.Name))} AS {names[column]}");
        return $"SELECT {string.Join(", ", columns.Concat(HiddenColumns.Parquet(read, names)))}\nFROM read_parquet({SqlText.Paths(files)}, hive_partitioning = false, {schema})";
    }
}
