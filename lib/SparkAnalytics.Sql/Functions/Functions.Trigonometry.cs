namespace SparkAnalytics.Sql;

/// <content>Functions of numbers.</content>
public static partial class Functions
{
    /// <summary>The nearest whole number, half to even, as double.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Rint(Column column) => Call("rint", column);

    /// <summary>The nearest whole number, half to even, as double.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Rint(string columnName) => Call("rint", Col(columnName));

    /// <summary>-1, 0 or 1 by the sign.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Signum(Column column) => Call("signum", column);

    /// <summary>-1, 0 or 1 by the sign.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Signum(string columnName) => Call("signum", Col(columnName));

    /// <summary>The sine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Sin(Column column) => Call("sin", column);

    /// <summary>The sine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Sin(string columnName) => Call("sin", Col(columnName));

    /// <summary>The hyperbolic sine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Sinh(Column column) => Call("sinh", column);

    /// <summary>The hyperbolic sine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Sinh(string columnName) => Call("sinh", Col(columnName));

    /// <summary>The tangent.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Tan(Column column) => Call("tan", column);

    /// <summary>The tangent.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Tan(string columnName) => Call("tan", Col(columnName));

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Tanh(Column column) => Call("tanh", column);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Tanh(string columnName) => Call("tanh", Col(columnName));

    /// <summary>Radians as degrees.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Degrees(Column column) => Call("degrees", column);

    /// <summary>Radians as degrees.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Degrees(string columnName) => Call("degrees", Col(columnName));

    /// <summary>Degrees as radians.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Radians(Column column) => Call("radians", column);

    /// <summary>Degrees as radians.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Radians(string columnName) => Call("radians", Col(columnName));

    /// <summary>The inverse hyperbolic cosine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Acosh(Column column) => Call("acosh", column);

    /// <summary>The inverse hyperbolic cosine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Acosh(string columnName) => Call("acosh", Col(columnName));

    /// <summary>The inverse hyperbolic sine.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Asinh(Column column) => Call("asinh", column);

    /// <summary>The inverse hyperbolic sine.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Asinh(string columnName) => Call("asinh", Col(columnName));

    /// <summary>The inverse hyperbolic tangent.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Atanh(Column column) => Call("atanh", column);

    /// <summary>The inverse hyperbolic tangent.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Atanh(string columnName) => Call("atanh", Col(columnName));

    /// <summary>The square root.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Sqrt(Column column) => Call("sqrt", column);

    /// <summary>The square root.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Sqrt(string columnName) => Call("sqrt", Col(columnName));
}
