namespace SparkAnalytics.Sql;

/// <content>Functions of arrays and maps.</content>
public static partial class Functions
{
    /// <summary>Whether the array has a value.</summary>
    /// <param name="column">The value.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static Column ArrayContains(Column column, object? value) => Call("array_contains", column, value);

    /// <summary>Where a value first is in the array, from 1; 0 where it is not.</summary>
    /// <param name="column">The value.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static Column ArrayPosition(Column column, object? value) => Call("array_position", column, value);

    /// <summary>An array's element from 1, or from the end where negative; a map's value.</summary>
    /// <param name="column">The value.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static Column ElementAt(Column column, object? value) => Call("element_at", column, value);

    /// <summary>Whether two arrays share a value.</summary>
    /// <param name="a1">The first array.</param>
    /// <param name="a2">The second array.</param>
    /// <returns>The value.</returns>
    public static Column ArraysOverlap(Column a1, Column a2) => Call("arrays_overlap", a1, a2);

    /// <summary>A part of an array.</summary>
    /// <param name="column">The value.</param>
    /// <param name="start">From 1; negative counts from the end.</param>
    /// <param name="length">How many.</param>
    /// <returns>The value.</returns>
    public static Column Slice(Column column, int start, int length) => Call("slice", column, start, length);

    /// <summary>A part of an array.</summary>
    /// <param name="column">The value.</param>
    /// <param name="start">From 1; negative counts from the end.</param>
    /// <param name="length">How many.</param>
    /// <returns>The value.</returns>
    public static Column Slice(Column column, Column start, Column length) => Call("slice", column, start, length);

    /// <summary>The elements joined to a text, NULL left out or replaced.</summary>
    /// <param name="column">The value.</param>
    /// <param name="delimiter">Delimiter.</param>
    /// <param name="nullReplacement">Null replacement.</param>
    /// <returns>The value.</returns>
    public static Column ArrayJoin(Column column, string delimiter, string nullReplacement) => Call("array_join", column, delimiter, nullReplacement);

    /// <summary>The elements joined to a text, NULL left out or replaced.</summary>
    /// <param name="column">The value.</param>
    /// <param name="delimiter">Delimiter.</param>
    /// <returns>The value.</returns>
    public static Column ArrayJoin(Column column, string delimiter) => Call("array_join", column, delimiter);

    /// <summary>Texts, bytes or arrays joined; NULL where one is NULL.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Concat(params Column[] columns) => Call("concat", columns);

    /// <summary>An array of structures of the elements at equal places.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column ArraysZip(params Column[] columns) => Call("arrays_zip", columns);

    /// <summary>Maps joined; a key in two of them is an error when the plan runs.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column MapConcat(params Column[] columns) => Call("map_concat", columns);

    /// <summary>The elements from small to large, NULL last.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ArraySort(Column column) => Call("array_sort", column);

    /// <summary>Each different element once.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ArrayDistinct(Column column) => Call("array_distinct", column);

    /// <summary>One row for each element; of a map, <c>key</c> and <c>value</c>.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Explode(Column column) => Call("explode", column);

    /// <summary>As Explode, with a row of NULL where there is no element.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ExplodeOuter(Column column) => Call("explode_outer", column);

    /// <summary>One row for each element, with its place from 0 as <c>pos</c>.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column PosExplode(Column column) => Call("posexplode", column);

    /// <summary>As PosExplode, with a row of NULL where there is no element.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column PosExplodeOuter(Column column) => Call("posexplode_outer", column);

    /// <summary>How many elements; NULL for NULL.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Size(Column column) => Call("size", column);

    /// <summary>The smallest element.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ArrayMin(Column column) => Call("array_min", column);

    /// <summary>The largest element.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ArrayMax(Column column) => Call("array_max", column);

    /// <summary>The elements in random order.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Shuffle(Column column) => Call("shuffle", column);

    /// <summary>A text or an array backwards.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Reverse(Column column) => Call("reverse", column);

    /// <summary>The elements of inner arrays in one.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Flatten(Column column) => Call("flatten", column);

    /// <summary>The keys, in open order.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column MapKeys(Column column) => Call("map_keys", column);

    /// <summary>The values, in open order.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column MapValues(Column column) => Call("map_values", column);

    /// <summary>The map of an array of pairs.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column MapFromEntries(Column column) => Call("map_from_entries", column);
}
