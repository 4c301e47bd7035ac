using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// Writing distinct rows without holding any: all rows are streamed to their final files in input order, then the keys alone are read back, and only the files that hold
/// later rows of a key are written again before the commit. The first row of a key in input order stays.
/// </summary>
internal sealed class StreamedDeduplication(Statement statement, DataFiles files, TableMetadata metadata, long? targetBytes)
{
    /// <summary>Whether a write has this shape: its rows deduplicated by some of several columns, and a table without partitions.</summary>
    public static bool Applies(WriteCommand write, TableMetadata metadata) =>
        write.Input is Deduplicate { Keys.Length: > 0 } && metadata.PartitionColumns.Count == 0 && metadata.ColumnMapping == ColumnMapping.None;

    public WrittenRows Write(Deduplicate deduplicate)
    {
        var compiler = statement.NewCompiler();
        var all = files.Write(TableColumns.Select(deduplicate.Input, compiler.Compile(deduplicate.Input), compiler.Names, metadata), metadata, targetBytes);
        if (all.Count == 0)
        {
            return new WrittenRows(all, 0);
        }

        var later = Later(all, [.. deduplicate.Keys.Select(key => SqlText.Name(key.Name))]);
        var touched = statement.Session.Query($"SELECT DISTINCT file FROM {later}", reader => Convert.ToInt32(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        IReadOnlyList<WrittenFile> kept = [.. all.SelectMany((file, index) => touched.Contains(index) ? Again(file, index, later) : [file])];
        return new WrittenRows(kept, all.Sum(file => file.Rows) - kept.Sum(file => file.Rows));
    }

    /// <summary>The table of rows to leave out: <c>file</c> (its place among the new files) and <c>row</c>. Most keys come once, so the rest is small.</summary>
    private string Later(IReadOnlyList<WrittenFile> all, IReadOnlyList<string> keys)
    {
        var list = string.Join(", ", keys);
        var equal = string.Join(" AND ", keys.Select(key => $"narrow.{key} IS NOT DISTINCT FROM repeated.{key}"));
        var narrow = $"SELECT {list}, file_index AS file, file_row_number AS row FROM read_parquet({SqlText.Paths(all.Select(file => file.Path))}, hive_partitioning = false)";
        var later = statement.Table("later");
        statement.Session.Execute($"""
            CREATE TABLE {later} AS
            SELECT file, row
            FROM ({narrow}) AS narrow
            JOIN (SELECT {list}, min(({RowPlace})) AS first FROM ({narrow}) GROUP BY {list} HAVING count(*) > 1) AS repeated ON {equal}
            WHERE {RowPlace} > first
            """);
        return later;
    }

    /// <summary>One number for the place of a row over all files.</summary>
    private static string RowPlace => "CAST(file AS BIGINT) * 1099511627776 + row";

    private IReadOnlyList<WrittenFile> Again(WrittenFile file, int index, string later)
    {
        var select = $"SELECT rows.* FROM read_parquet({SqlText.Paths([file.Path])}, hive_partitioning = false) AS rows\nWHERE rows.file_row_number NOT IN (SELECT row FROM {later} WHERE file = {SqlText.Number(index)})";
        var written = files.Write(select, metadata, targetBytes: null);
        File.Delete(file.Path);
        return written;
    }
}
