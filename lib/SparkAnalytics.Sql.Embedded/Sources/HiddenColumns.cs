using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Columns that file sources give besides a plan's own. Their ids are negative and so never a plan's.</summary>
internal static class HiddenColumns
{
    private static readonly HashSet<string> s_hidden = new(StringComparer.OrdinalIgnoreCase) { "filename", "file_row_number", "file_index", "partition_file", "deleted_file", "deleted_row" };

    /// <summary>The place of a row over <c>read_parquet</c>.</summary>
    public const string PlaceInFiles = "(CAST(file_index AS BIGINT) << 40) + file_row_number";

    /// <summary>The number of a row in its file, from 0.</summary>
    public static AttributeReference RowNumber(Read read) => new(-2 * read.FileName.Id, "_file_row_number", new LongType(), false);

    /// <summary>The place of a row among all that the statement reads from the source, rising in the order of its files.</summary>
    public static AttributeReference Place(Read read) => new((-2 * read.FileName.Id) - 1, "_place", new LongType(), false);

    /// <summary>The place of a row among those that are kept.</summary>
    public static AttributeReference Place(Cached kept) => new((-2 * kept.Output[0].Id) - 1, "_place", new LongType(), false);

    /// <summary>The name under which a column of a Parquet file is read: its own, unless a hidden column has that.</summary>
    public static string Stored(string column) => IsHidden(column) ? $"column {column}" : column;

    /// <summary>Whether a hidden column of DuckDB, or a column that a join with a file's rows needs, has that name.</summary>
    public static bool IsHidden(string column) => s_hidden.Contains(column);

    /// <summary>All of them, where the source reads Parquet files.</summary>
    public static IEnumerable<AttributeReference> Of(Read read) => [read.FileName, RowNumber(read), Place(read)];

    /// <summary>Their expressions over <c>read_parquet</c> under a scope's names.</summary>
    public static IEnumerable<string> Parquet(Read read, NameScope names) =>
        [$"filename AS {names[read.FileName]}", $"file_row_number AS {names[RowNumber(read)]}", $"{PlaceInFiles} AS {names[Place(read)]}"];
}
