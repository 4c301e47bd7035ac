namespace SparkAnalytics.Sql;

/// <content>Functions of arrays and maps.</content>
public static partial class Functions
{
    /// <summary>An array of pairs of key and value.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column MapEntries(Column column) => Call("map_entries", column);

    /// <summary>The elements that are not equal to one.</summary>
    /// <param name="column">The value.</param>
    /// <param name="element">The element.</param>
    /// <returns>The value.</returns>
    public static Column ArrayRemove(Column column, object? element) => Call("array_remove", column, element);

    /// <summary>Different elements that both have.</summary>
    /// <param name="col1">The first array.</param>
    /// <param name="col2">The second array.</param>
    /// <returns>The value.</returns>
    public static Column ArrayIntersect(Column col1, Column col2) => Call("array_intersect", col1, col2);

    /// <summary>Different elements of both.</summary>
    /// <param name="col1">The first array.</param>
    /// <param name="col2">The second array.</param>
    /// <returns>The value.</returns>
    public static Column ArrayUnion(Column col1, Column col2) => Call("array_union", col1, col2);

    /// <summary>Different elements that the second does not have.</summary>
    /// <param name="col1">The first array.</param>
    /// <param name="col2">The second array.</param>
    /// <returns>The value.</returns>
    public static Column ArrayExcept(Column col1, Column col2) => Call("array_except", col1, col2);

    /// <summary>The elements in order; NULL first where ascending, else last.</summary>
    /// <param name="column">The value.</param>
    /// <param name="asc">Small to large.</param>
    /// <returns>The value.</returns>
    public static Column SortArray(Column column, bool asc = true) => Call("sort_array", column, asc);

    /// <summary>The values from the start to the end, both included.</summary>
    /// <param name="start">The start.</param>
    /// <param name="stop">Stop.</param>
    /// <param name="step">Step.</param>
    /// <returns>The value.</returns>
    public static Column Sequence(Column start, Column stop, Column step) => Call("sequence", start, stop, step);

    /// <summary>The values from the start to the end, both included.</summary>
    /// <param name="start">The start.</param>
    /// <param name="stop">Stop.</param>
    /// <returns>The value.</returns>
    public static Column Sequence(Column start, Column stop) => Call("sequence", start, stop);

    /// <summary>A value several times in an array.</summary>
    /// <param name="left">The value.</param>
    /// <param name="right">How often.</param>
    /// <returns>The value.</returns>
    public static Column ArrayRepeat(Column left, Column right) => Call("array_repeat", left, right);

    /// <summary>A value several times in an array.</summary>
    /// <param name="left">The value.</param>
    /// <param name="count">How often.</param>
    /// <returns>The value.</returns>
    public static Column ArrayRepeat(Column left, int count) => Call("array_repeat", left, count);

    /// <summary>The map of an array of keys and one of values.</summary>
    /// <param name="key">The keys.</param>
    /// <param name="values">The values.</param>
    /// <returns>The value.</returns>
    public static Column MapFromArrays(Column key, Column values) => Call("map_from_arrays", key, values);
}
