using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>A column of a Parquet file, or a part of one, as the file's footer tells it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Id">Its field id, or null.</param>
/// <param name="Children">Its parts in order; none for plain values.</param>
internal sealed record ParquetTree(string Name, int? Id, IReadOnlyList<ParquetTree> Children)
{
    /// <summary>
    /// The elements of a list: under a repeated group, or in files of old writers the repeated part itself (parquet-format, LogicalTypes.md, "Lists").
    /// </summary>
    public ParquetTree Element => Children[0] is { Children: [var element] } repeated && repeated.Name is not "array" && !repeated.Name.EndsWith("_tuple", StringComparison.Ordinal)
        ? element
        : Children[0];

    /// <summary>The keys of a map.</summary>
    public ParquetTree Key => Children[0].Children[0];

    /// <summary>The values of a map.</summary>
    public ParquetTree Value => Children[0].Children[1];

    /// <summary>The footers of files, by path.</summary>
    public static IReadOnlyDictionary<string, ParquetTree> Of(IReadOnlyList<string> paths, DuckSession session)
    {
        var rows = session.Query(
            $"SELECT file_name, name, field_id, num_children FROM parquet_schema({SqlText.Paths(paths)})",
            reader => (File: reader.GetString(0), Node: new Entry(reader.GetString(1), reader.IsDBNull(2) ? null : (int)reader.GetInt64(2), reader.IsDBNull(3) ? 0 : (int)reader.GetInt64(3))));
        return rows.GroupBy(row => row.File, row => row.Node, StringComparer.Ordinal).ToDictionary(file => file.Key, file => Build(new Queue<Entry>(file)), StringComparer.Ordinal);
    }

    private static ParquetTree Build(Queue<Entry> left)
    {
        var entry = left.Dequeue();
        return new ParquetTree(entry.Name, entry.Id, [.. Enumerable.Range(0, entry.Children).Select(_ => Build(left))]);
    }

    private sealed record Entry(string Name, int? Id, int Children);
}
