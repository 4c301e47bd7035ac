namespace SparkAnalytics.Sql;

/// <content>Aggregates.</content>
public static partial class Functions
{
    /// <summary>The average: double, and of decimals a decimal with four digits more.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Avg(Column column) => Call("avg", column);

    /// <summary>The average: double, and of decimals a decimal with four digits more.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Avg(string columnName) => Call("avg", Col(columnName));

    /// <summary>All values but NULL, in an array of open order.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column CollectList(Column column) => Call("collect_list", column);

    /// <summary>All values but NULL, in an array of open order.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column CollectList(string columnName) => Call("collect_list", Col(columnName));

    /// <summary>All different values but NULL, in an array of open order.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column CollectSet(Column column) => Call("collect_set", column);

    /// <summary>All different values but NULL, in an array of open order.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column CollectSet(string columnName) => Call("collect_set", Col(columnName));

    /// <summary>How many values are not NULL; <c>Count("*")</c> counts rows.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Count(Column column) => Call("count", column);

    /// <summary>How many values are not NULL; <c>Count("*")</c> counts rows.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Count(string columnName) => Call("count", Col(columnName));

    /// <summary>1 where a rollup or cube left the key out, else 0.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Grouping(Column column) => Call("grouping", column);

    /// <summary>1 where a rollup or cube left the key out, else 0.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Grouping(string columnName) => Call("grouping", Col(columnName));

    /// <summary>The kurtosis.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Kurtosis(Column column) => Call("kurtosis", column);

    /// <summary>The kurtosis.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Kurtosis(string columnName) => Call("kurtosis", Col(columnName));

    /// <summary>The largest value.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Max(Column column) => Call("max", column);

    /// <summary>The largest value.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Max(string columnName) => Call("max", Col(columnName));

    /// <summary>The average, as <see cref="Avg(Column)"/>.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Mean(Column column) => Call("avg", column);

    /// <summary>The average, as <see cref="Avg(Column)"/>.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Mean(string columnName) => Call("avg", Col(columnName));

    /// <summary>The smallest value.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Min(Column column) => Call("min", column);

    /// <summary>The smallest value.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Min(string columnName) => Call("min", Col(columnName));

    /// <summary>The skewness.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Skewness(Column column) => Call("skewness", column);

    /// <summary>The skewness.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Skewness(string columnName) => Call("skewness", Col(columnName));

    /// <summary>The standard deviation of a sample.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Stddev(Column column) => Call("stddev_samp", column);

    /// <summary>The standard deviation of a sample.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Stddev(string columnName) => Call("stddev_samp", Col(columnName));

    /// <summary>The standard deviation of a sample.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column StddevSamp(Column column) => Call("stddev_samp", column);

    /// <summary>The standard deviation of a sample.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column StddevSamp(string columnName) => Call("stddev_samp", Col(columnName));

    /// <summary>The standard deviation of a population.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column StddevPop(Column column) => Call("stddev_pop", column);

    /// <summary>The standard deviation of a population.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column StddevPop(string columnName) => Call("stddev_pop", Col(columnName));

    /// <summary>The sum: bigint, double, and of decimals a decimal with ten digits more.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Sum(Column column) => Call("sum", column);

    /// <summary>The sum: bigint, double, and of decimals a decimal with ten digits more.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Sum(string columnName) => Call("sum", Col(columnName));
}
