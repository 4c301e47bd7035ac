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
/// rows are streamed to one file in input order, the keys alone are read back, and the rows are written again without the later ones of a key before the commit: the first row of a key
/// in input order stays.
/// </summary>
internal sealed class StreamedDeduplication(Statement statement, DataFiles files, TableMetadata metadata, long? targetBytes, LeftOutRows? leftOut)
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
        var gathered = leftOut?.Gather(rows) ?? rows;
        return TableColumns.Select(rows, compiler.Compile(gathered), compiler.Names, metadata);
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

    /// <summary>All rows to one file first: only there does DuckDB keep their order, and does so on all threads.</summary>
    private WrittenRows Afterwards(string select, IReadOnlyList<string> keys)
    {
        if (files.Write(select, metadata, targetBytes: null) is not [var all])
        {
            return new WrittenRows([], 0);
        }

        var later = Later(all, keys);
        if ((long)statement.Session.Scalar($"SELECT count(*) FROM {later}")! == 0 && !(all.Action.Size > targetBytes))
        {
            return new WrittenRows([all], 0);
        }

        var kept = Again(all, later);
        return new WrittenRows(kept, all.Rows - kept.Sum(file => file.Rows));
    }

    /// <summary>The table of rows to leave out: <c>_row</c>. Most keys come once, so the rest is small.</summary>
    private string Later(WrittenFile all, IReadOnlyList<string> keys)
    {
        var narrow = $"SELECT {string.Join(", ", keys)}, file_row_number AS _row FROM read_parquet({SqlText.Paths([all.Path])}, hive_partitioning = false)";
        var later = statement.Table("later");
        statement.Session.Execute($"CREATE TABLE {later} AS\n{LaterRows.Select(narrow, keys, "_row", ["_row"])}");
        return later;
    }

    private IReadOnlyList<WrittenFile> Again(WrittenFile all, string later)
    {
        var select = $"SELECT rows.* FROM read_parquet({SqlText.Paths([all.Path])}, hive_partitioning = false) AS rows\nWHERE rows.file_row_number NOT IN (SELECT _row FROM {later})";
        var isLarge = all.Action.Size > targetBytes;
        var written = files.Write(select, metadata, isLarge ? targetBytes : null, isForEachThread: isLarge && statement.Workspace.IsMuch(targetBytes));
        File.Delete(all.Path);
        return written;
    }
}
