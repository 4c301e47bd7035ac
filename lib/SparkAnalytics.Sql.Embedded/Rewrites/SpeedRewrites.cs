namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>The names by which what is there for speed alone is switched off: rewrites of plans, and other ways of writing rows.</summary>
internal static class SpeedRewrites
{
    /// <summary>Duplicates are left out while rows are written or kept, and no row is held for it.</summary>
    public const string StreamedDuplicates = "streamed duplicates";

    /// <summary>The bytes of a table's columns are copied, and only the columns that are added to them are computed.</summary>
    public const string AddedColumns = "added columns";

    /// <summary>Rows that are to be kept are gathered while others are written, where they are those that the write leaves out.</summary>
    public const string LeftOutRows = "left-out rows";

    /// <summary>All of them: those of plans in the order in which they apply, then those of writing.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. RewritePipeline.Rewrites.Where(rewrite => rewrite.Purpose == RewritePurpose.Speed).Select(rewrite => rewrite.Name),
        StreamedDuplicates,
        AddedColumns,
        LeftOutRows,
    ];
}
