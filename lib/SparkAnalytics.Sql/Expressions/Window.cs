namespace SparkAnalytics.Sql.Expressions;

/// <summary>Where windows begin: partitions, order and frame of rows.</summary>
public static class Window
{
    /// <summary>The partition's first row.</summary>
    public static long UnboundedPreceding => long.MinValue;

    /// <summary>The partition's last row.</summary>
    public static long UnboundedFollowing => long.MaxValue;

    /// <summary>The row itself; by range, with all its peers.</summary>
    public static long CurrentRow => 0;

    /// <summary>Rows with equal keys.</summary>
    /// <param name="colName">A key.</param>
    /// <param name="colNames">Further keys.</param>
    /// <returns>The window.</returns>
    public static WindowSpec PartitionBy(string colName, params string[] colNames) => WindowSpec.Empty.PartitionBy(colName, colNames);

    /// <summary>Rows with equal keys.</summary>
    /// <param name="columns">The keys.</param>
    /// <returns>The window.</returns>
    public static WindowSpec PartitionBy(params Column[] columns) => WindowSpec.Empty.PartitionBy(columns);

    /// <summary>All rows, in order.</summary>
    /// <param name="colName">A key, smallest first.</param>
    /// <param name="colNames">Further keys.</param>
    /// <returns>The window.</returns>
    public static WindowSpec OrderBy(string colName, params string[] colNames) => WindowSpec.Empty.OrderBy(colName, colNames);

    /// <summary>All rows, in order.</summary>
    /// <param name="columns">The keys.</param>
    /// <returns>The window.</returns>
    public static WindowSpec OrderBy(params Column[] columns) => WindowSpec.Empty.OrderBy(columns);

    /// <summary>A frame of so many rows.</summary>
    /// <param name="start">Offset of the first row, negative before the current one.</param>
    /// <param name="end">Offset of the last row.</param>
    /// <returns>The window.</returns>
    public static WindowSpec RowsBetween(long start, long end) => WindowSpec.Empty.RowsBetween(start, end);

    /// <summary>A frame of rows whose order key is so near.</summary>
    /// <param name="start">Offset of the lowest key, negative below the current one.</param>
    /// <param name="end">Offset of the highest key.</param>
    /// <returns>The window.</returns>
    public static WindowSpec RangeBetween(long start, long end) => WindowSpec.Empty.RangeBetween(start, end);
}
