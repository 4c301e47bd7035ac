using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Expressions;

/// <summary>Partitions, order and frame of a window; immutable.</summary>
public sealed class WindowSpec
{
    private WindowSpec(ImmutableArray<Expression> partition, ImmutableArray<SortOrder> order, WindowFrame? frame)
    {
        Partition = partition;
        Order = order;
        Frame = frame;
    }

    internal static WindowSpec Empty { get; } = new([], [], null);

    internal ImmutableArray<Expression> Partition { get; }

    internal ImmutableArray<SortOrder> Order { get; }

    internal WindowFrame? Frame { get; }

    /// <summary>Rows with equal keys, in place of the keys before.</summary>
    /// <param name="colName">A key.</param>
    /// <param name="colNames">Further keys.</param>
    /// <returns>The window.</returns>
    public WindowSpec PartitionBy(string colName, params string[] colNames) => PartitionBy(Columns(colName, colNames));

    /// <summary>Rows with equal keys, in place of the keys before.</summary>
    /// <param name="columns">The keys.</param>
    /// <returns>The window.</returns>
    public WindowSpec PartitionBy(params Column[] columns) => new([.. columns.Select(column => column.Expression)], Order, Frame);

    /// <summary>The order within a partition, in place of the order before.</summary>
    /// <param name="colName">A key, smallest first.</param>
    /// <param name="colNames">Further keys.</param>
    /// <returns>The window.</returns>
    public WindowSpec OrderBy(string colName, params string[] colNames) => OrderBy(Columns(colName, colNames));

    /// <summary>The order within a partition, in place of the order before.</summary>
    /// <param name="columns">The keys, with <c>Desc()</c> for largest first.</param>
    /// <returns>The window.</returns>
    public WindowSpec OrderBy(params Column[] columns) => new(Partition, [.. columns.Select(column => column.AsSortOrder())], Frame);

    /// <summary>A frame of so many rows.</summary>
    /// <param name="start">Offset of the first row, negative before the current one.</param>
    /// <param name="end">Offset of the last row.</param>
    /// <returns>The window.</returns>
    /// <exception cref="AnalysisException">The start is after the end.</exception>
    public WindowSpec RowsBetween(long start, long end) => new(Partition, Order, Between(true, start, end));

    /// <summary>A frame of rows whose order key is so near.</summary>
    /// <param name="start">Offset of the lowest key, negative below the current one.</param>
    /// <param name="end">Offset of the highest key.</param>
    /// <returns>The window.</returns>
    /// <exception cref="AnalysisException">The start is after the end.</exception>
    public WindowSpec RangeBetween(long start, long end) => new(Partition, Order, Between(false, start, end));

    private static WindowFrame Between(bool byRows, long start, long end) => start <= end
        ? new WindowFrame(byRows, start, end)
        : throw new AnalysisException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A window's frame cannot begin at {start} and end at {end}: the start comes first."));

    private static Column[] Columns(string first, string[] others) =>
        [.. others.Prepend(first).Select(name => new Column(new UnresolvedColumn(ColumnLookup.Parts(name))))];
}
