using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Aggregates of distinct values, first and last ones, approximations.</content>
public static partial class Functions
{
    /// <summary>About how many different values there are.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ApproxCountDistinct(Column column) => Call("approx_count_distinct", column);

    /// <summary>About how many different values there are.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column ApproxCountDistinct(string columnName) => Call("approx_count_distinct", Col(columnName));

    /// <summary>About how many different values there are.</summary>
    /// <param name="column">The value.</param>
    /// <param name="rsd">The relative standard deviation, 0.05 where it is left out.</param>
    /// <returns>The value.</returns>
    public static Column ApproxCountDistinct(Column column, double rsd) => Call("approx_count_distinct", column, rsd);

    /// <summary>About how many different values there are.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="rsd">The relative standard deviation, 0.05 where it is left out.</param>
    /// <returns>The value.</returns>
    public static Column ApproxCountDistinct(string columnName, double rsd) => Call("approx_count_distinct", Col(columnName), rsd);

    /// <summary>How many different combinations without NULL there are.</summary>
    /// <param name="column">The value.</param>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column CountDistinct(Column column, params Column[] columns) => Distinct("count", [column, .. columns]);

    /// <summary>How many different combinations without NULL there are.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="columnNames">Further columns.</param>
    /// <returns>The value.</returns>
    public static Column CountDistinct(string columnName, params string[] columnNames) => Distinct("count", DataFrame.Named(columnName, columnNames));

    /// <summary>How many different combinations without NULL there are.</summary>
    /// <param name="column">The value.</param>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Count_Distinct(Column column, params Column[] columns) => Distinct("count", [column, .. columns]);

    /// <summary>The sum of the different values.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column SumDistinct(Column column) => Distinct("sum", [column]);

    /// <summary>The sum of the different values.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column SumDistinct(string columnName) => Distinct("sum", [Col(columnName)]);

    /// <summary>The sum of the different values.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Sum_Distinct(Column column) => Distinct("sum", [column]);

    /// <summary>A first value; which one is open without an order.</summary>
    /// <param name="column">The value.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column First(Column column, bool ignoreNulls = false) => Call("first", column, ignoreNulls);

    /// <summary>A first value; which one is open without an order.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column First(string columnName, bool ignoreNulls = false) => Call("first", Col(columnName), ignoreNulls);

    /// <summary>A last value; which one is open without an order.</summary>
    /// <param name="column">The value.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column Last(Column column, bool ignoreNulls = false) => Call("last", column, ignoreNulls);

    /// <summary>A last value; which one is open without an order.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="ignoreNulls">Skips NULL.</param>
    /// <returns>The value.</returns>
    public static Column Last(string columnName, bool ignoreNulls = false) => Call("last", Col(columnName), ignoreNulls);

    /// <summary>Which keys a rollup or cube left out, one bit for each, the last key lowest.</summary>
    /// <param name="columns">All keys, or none.</param>
    /// <returns>The value.</returns>
    public static Column GroupingId(params Column[] columns) => Call("grouping_id", columns);

    /// <summary>Which keys a rollup or cube left out, one bit for each, the last key lowest.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="columnNames">Further columns.</param>
    /// <returns>The value.</returns>
    public static Column GroupingId(string columnName, params string[] columnNames) => Call("grouping_id", DataFrame.Named(columnName, columnNames));

    /// <summary>About the value below which a share of the values lies.</summary>
    /// <param name="column">The value.</param>
    /// <param name="percentage">The share, 0 to 1, or an array of shares.</param>
    /// <param name="accuracy">Higher is nearer; 10000 is usual.</param>
    /// <returns>The value.</returns>
    public static Column PercentileApprox(Column column, Column percentage, Column accuracy) => Call("percentile_approx", column, percentage, accuracy);

    /// <summary>The product.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Product(Column column) => Call("product", column);

    private static Column Distinct(string function, Column[] columns) =>
        new(new FunctionCall(function, [.. columns.Select(column => column.Expression)], true));
}
