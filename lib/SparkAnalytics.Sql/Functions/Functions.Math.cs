namespace SparkAnalytics.Sql;

/// <content>Functions of numbers.</content>
public static partial class Functions
{
    /// <summary>The arc cosine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Acos(Column column) => Call("acos", column);

    /// <summary>The arc cosine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Acos(string columnName) => Call("acos", Col(columnName));

    /// <summary>The arc sine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Asin(Column column) => Call("asin", column);

    /// <summary>The arc sine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Asin(string columnName) => Call("asin", Col(columnName));

    /// <summary>The arc tangent.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Atan(Column column) => Call("atan", column);

    /// <summary>The arc tangent.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Atan(string columnName) => Call("atan", Col(columnName));

    /// <summary>The binary digits of a whole number.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Bin(Column column) => Call("bin", column);

    /// <summary>The binary digits of a whole number.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Bin(string columnName) => Call("bin", Col(columnName));

    /// <summary>The cube root.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Cbrt(Column column) => Call("cbrt", column);

    /// <summary>The cube root.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Cbrt(string columnName) => Call("cbrt", Col(columnName));

    /// <summary>The smallest whole number that is not below.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Ceil(Column column) => Call("ceil", column);

    /// <summary>The smallest whole number that is not below.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Ceil(string columnName) => Call("ceil", Col(columnName));

    /// <summary>The cosine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Cos(Column column) => Call("cos", column);

    /// <summary>The cosine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Cos(string columnName) => Call("cos", Col(columnName));

    /// <summary>The hyperbolic cosine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Cosh(Column column) => Call("cosh", column);

    /// <summary>The hyperbolic cosine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Cosh(string columnName) => Call("cosh", Col(columnName));

    /// <summary>e to that power.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Exp(Column column) => Call("exp", column);

    /// <summary>e to that power.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Exp(string columnName) => Call("exp", Col(columnName));

    /// <summary>e to that power, less 1.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Expm1(Column column) => Call("expm1", column);

    /// <summary>e to that power, less 1.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Expm1(string columnName) => Call("expm1", Col(columnName));

    /// <summary>The largest whole number that is not above.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Floor(Column column) => Call("floor", column);

    /// <summary>The largest whole number that is not above.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Floor(string columnName) => Call("floor", Col(columnName));

    /// <summary>The logarithm to base 10.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Log10(Column column) => Call("log10", column);

    /// <summary>The logarithm to base 10.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Log10(string columnName) => Call("log10", Col(columnName));

    /// <summary>The natural logarithm of the value and 1.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Log1p(Column column) => Call("log1p", column);

    /// <summary>The natural logarithm of the value and 1.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Log1p(string columnName) => Call("log1p", Col(columnName));

    /// <summary>The logarithm to base 2.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Log2(Column column) => Call("log2", column);

    /// <summary>The logarithm to base 2.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Log2(string columnName) => Call("log2", Col(columnName));
}
