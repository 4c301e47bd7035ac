namespace SparkAnalytics.Sql;

/// <content>Aggregates.</content>
public static partial class Functions
{
    /// <summary>The variance of a sample.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Variance(Column column) => Call("var_samp", column);

    /// <summary>The variance of a sample.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Variance(string columnName) => Call("var_samp", Col(columnName));

    /// <summary>The variance of a sample.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column VarSamp(Column column) => Call("var_samp", column);

    /// <summary>The variance of a sample.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column VarSamp(string columnName) => Call("var_samp", Col(columnName));

    /// <summary>The variance of a population.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column VarPop(Column column) => Call("var_pop", column);

    /// <summary>The variance of a population.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column VarPop(string columnName) => Call("var_pop", Col(columnName));

    /// <summary>Pearson's correlation.</summary>
    /// <param name="column1">The first value.</param>
    /// <param name="column2">The second value.</param>
    /// <returns>The value.</returns>
    public static Column Corr(Column column1, Column column2) => Call("corr", column1, column2);

    /// <summary>Pearson's correlation.</summary>
    /// <param name="columnName1">The first column.</param>
    /// <param name="columnName2">The second column.</param>
    /// <returns>The value.</returns>
    public static Column Corr(string columnName1, string columnName2) => Call("corr", Col(columnName1), Col(columnName2));

    /// <summary>The covariance of a population.</summary>
    /// <param name="column1">The first value.</param>
    /// <param name="column2">The second value.</param>
    /// <returns>The value.</returns>
    public static Column CovarPop(Column column1, Column column2) => Call("covar_pop", column1, column2);

    /// <summary>The covariance of a population.</summary>
    /// <param name="columnName1">The first column.</param>
    /// <param name="columnName2">The second column.</param>
    /// <returns>The value.</returns>
    public static Column CovarPop(string columnName1, string columnName2) => Call("covar_pop", Col(columnName1), Col(columnName2));

    /// <summary>The covariance of a sample.</summary>
    /// <param name="column1">The first value.</param>
    /// <param name="column2">The second value.</param>
    /// <returns>The value.</returns>
    public static Column CovarSamp(Column column1, Column column2) => Call("covar_samp", column1, column2);

    /// <summary>The covariance of a sample.</summary>
    /// <param name="columnName1">The first column.</param>
    /// <param name="columnName2">The second column.</param>
    /// <returns>The value.</returns>
    public static Column CovarSamp(string columnName1, string columnName2) => Call("covar_samp", Col(columnName1), Col(columnName2));
}
