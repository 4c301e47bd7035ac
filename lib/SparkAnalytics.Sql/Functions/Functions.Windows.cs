namespace SparkAnalytics.Sql;

/// <content>Window functions.</content>
public static partial class Functions
{
    /// <summary>The share of rows up to this one and its peers.</summary>
    /// <returns>The value.</returns>
    public static Column CumeDist() => Call("cume_dist");

    /// <summary>The rank without gaps, from 1.</summary>
    /// <returns>The value.</returns>
    public static Column DenseRank() => Call("dense_rank");

    /// <summary>The rank as a share, 0 to 1.</summary>
    /// <returns>The value.</returns>
    public static Column PercentRank() => Call("percent_rank");

    /// <summary>The rank, from 1; peers share one and leave a gap.</summary>
    /// <returns>The value.</returns>
    public static Column Rank() => Call("rank");

    /// <summary>The row's number, from 1.</summary>
    /// <returns>The value.</returns>
    public static Column RowNumber() => Call("row_number");

    /// <summary>A value from rows before.</summary>
    /// <param name="column">The value.</param>
    /// <param name="offset">How many rows away, from 1.</param>
    /// <param name="defaultValue">The value where there is no such row.</param>
    /// <returns>The value.</returns>
    public static Column Lag(Column column, int offset, object? defaultValue = null) => Call("lag", column, offset, defaultValue);

    /// <summary>A value from rows before.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="offset">How many rows away, from 1.</param>
    /// <param name="defaultValue">The value where there is no such row.</param>
    /// <returns>The value.</returns>
    public static Column Lag(string columnName, int offset, object? defaultValue = null) => Call("lag", Col(columnName), offset, defaultValue);

    /// <summary>A value from rows before.</summary>
    /// <param name="column">The value.</param>
    /// <param name="offset">How many rows away, from 1.</param>
    /// <param name="defaultValue">The value where there is no such row.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column Lag(Column column, int offset, object? defaultValue, bool ignoreNulls) => Call("lag", column, offset, defaultValue, ignoreNulls);

    /// <summary>A value from rows after.</summary>
    /// <param name="column">The value.</param>
    /// <param name="offset">How many rows away, from 1.</param>
    /// <param name="defaultValue">The value where there is no such row.</param>
    /// <returns>The value.</returns>
    public static Column Lead(Column column, int offset, object? defaultValue = null) => Call("lead", column, offset, defaultValue);

    /// <summary>A value from rows after.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="offset">How many rows away, from 1.</param>
    /// <param name="defaultValue">The value where there is no such row.</param>
    /// <returns>The value.</returns>
    public static Column Lead(string columnName, int offset, object? defaultValue = null) => Call("lead", Col(columnName), offset, defaultValue);

    /// <summary>A value from rows after.</summary>
    /// <param name="column">The value.</param>
    /// <param name="offset">How many rows away, from 1.</param>
    /// <param name="defaultValue">The value where there is no such row.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column Lead(Column column, int offset, object? defaultValue, bool ignoreNulls) => Call("lead", column, offset, defaultValue, ignoreNulls);

    /// <summary>The value in a row of the frame.</summary>
    /// <param name="column">The value.</param>
    /// <param name="offset">The row, from 1.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column NthValue(Column column, int offset, bool ignoreNulls = false) => Call("nth_value", column, offset, ignoreNulls);

    /// <summary>The number of the part, from 1, when the rows are cut into equal parts.</summary>
    /// <param name="n">How many parts.</param>
    /// <returns>The value.</returns>
    public static Column Ntile(int n) => Call("ntile", n);
}
