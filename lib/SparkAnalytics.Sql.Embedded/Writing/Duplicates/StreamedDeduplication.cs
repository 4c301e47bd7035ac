using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Native.Keys;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing.Duplicates;

/// <summary>
/// Writing distinct rows without holding any. Where rows of one key are alike, each is left out while the others are streamed to their files, as soon as its key was met before. Else all
/// rows are streamed in input order, then the keys alone are read back, and only the files that hold later rows of a key are written again before the commit: the first row of a
/// key in input order stays.
/// </summary>
internal sealed class StreamedDeduplication(Statement statement, DataFiles files, TableMetadata metadata, long? targetBytes)
{
    /// <summary>Whether a write has this shape: its rows deduplicated by some of several columns, and a table without partitions and without names that DuckDB has for its own.</summary>
    public static bool Applies(WriteCommand write, TableMetadata metadata) =>
        write.Input is Deduplicate { Keys.Length: > 0 } && metadata.PartitionColumns.Count == 0 && metadata.ColumnMapping == ColumnMapping.None && !metadata.Schema.Fields.Any(field => HiddenColumns.IsHidden(field.Name));

    public WrittenRows Write(Deduplicate deduplicate)
    {
        deduplicate.Keys.ToList().ForEach(key => Collations.Check(key, "compared"));
        return AtOnce(deduplicate) ?? Afterwards(Select(deduplicate.Input), [.. deduplicate.Keys.Select(key => SqlText.Name(key.Name))]);
    }

    private string Select(Relation rows)
    {
        var compiler = statement.NewCompiler();
        return TableColumns.Select(rows, compiler.Compile(rows), compiler.Names, metadata);
    }

    /// <summary>Leaves out each row whose key was met before while the rows are written; null where that cannot be known so, with nothing written.</summary>
    private WrittenRows? AtOnce(Deduplicate deduplicate)
    {
        using var met = new KeySet();
        if (AlikeRows.Once(deduplicate, met.Id) is not { } once)
        {
            return null;
        }

        var select = Select(once);
        var first = files.Write(select, metadata, targetBytes, isForEachThread: statement.Workspace.IsMuch(targetBytes));
        var (different, again) = met.Counts;
        if (!met.HasOthers && first.Sum(file => file.Rows) == different)
        {
            return new WrittenRows(first, again);
        }

        files.Discard();
        return null;
    }

    private WrittenRows Afterwards(string select, IReadOnlyList<string> keys)
    {
        var all = files.Write(select, metadata, targetBytes);
        if (all.Count == 0)
        {
            return new WrittenRows(all, 0);
        }

        var later = Later(all, keys);
        var touched = statement.Session.Query($"SELECT DISTINCT _file FROM {later}", reader => Convert.ToInt32(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        IReadOnlyList<WrittenFile> kept = [.. all.SelectMany((file, index) => touched.Contains(index) ? Again(file, index, later) : [file])];
        return new WrittenRows(kept, all.Sum(file => file.Rows) - kept.Sum(file => file.Rows));
    }

    /// <summary>The table of rows to leave out: <c>_file</c> (its place among the new files) and <c>_row</c>. Most keys come once, so the rest is small.</summary>
    private string Later(IReadOnlyList<WrittenFile> all, IReadOnlyList<string> keys)
    {
        var narrow = $"SELECT {string.Join(", ", keys)}, file_index AS _file, file_row_number AS _row FROM read_parquet({SqlText.Paths(all.Select(file => file.Path))}, hive_partitioning = false)";
        var later = statement.Table("later");
        statement.Session.Execute($"CREATE TABLE {later} AS\n{LaterRows.Select(narrow, keys, "CAST(_file AS BIGINT) * 1099511627776 + _row", ["_file", "_row"])}");
        return later;
    }

    private IReadOnlyList<WrittenFile> Again(WrittenFile file, int index, string later)
    {
        var select = $"SELECT rows.* FROM read_parquet({SqlText.Paths([file.Path])}, hive_partitioning = false) AS rows\nWHERE rows.file_row_number NOT IN (SELECT _row FROM {later} WHERE _file = {SqlText.Number(index)})";
        var written = files.Write(select, metadata, targetBytes: null);
        File.Delete(file.Path);
        return written;
    }
}
