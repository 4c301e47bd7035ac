using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Columns, constants and orders.</content>
public static partial class Functions
{
    /// <summary>A column by name, looked up when a DataFrame takes it.</summary>
    /// <param name="columnName">The name, after an alias if there is one, with members of structures after dots; <c>*</c> for all columns.</param>
    /// <returns>The value.</returns>
    public static Column Col(string columnName) => new(columnName == "*" ? new UnresolvedStar(null) : columnName.EndsWith(".*", StringComparison.Ordinal) ? new UnresolvedStar(columnName[..^2]) : new UnresolvedColumn(Analysis.ColumnLookup.Parts(columnName)));

    /// <summary>A column by name, looked up when a DataFrame takes it.</summary>
    /// <param name="columnName">The name, as in <see cref="Col"/>.</param>
    /// <returns>The value.</returns>
    public static Column Column(string columnName) => Col(columnName);

    /// <summary>A constant: a number, text, date, time, list or map; a Column stays as it is.</summary>
    /// <param name="literal">The value, null for NULL.</param>
    /// <returns>The value.</returns>
    public static Column Lit(object? literal) => new(Literals.Of(literal));

    /// <summary>Smallest first, after NULL.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The order.</returns>
    public static Column Asc(string columnName) => Col(columnName).Asc();

    /// <summary>Smallest first, after NULL.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The order.</returns>
    public static Column AscNullsFirst(string columnName) => Col(columnName).AscNullsFirst();

    /// <summary>Smallest first, NULL last.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The order.</returns>
    public static Column AscNullsLast(string columnName) => Col(columnName).AscNullsLast();

    /// <summary>Largest first, NULL last.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The order.</returns>
    public static Column Desc(string columnName) => Col(columnName).Desc();

    /// <summary>Largest first, after NULL.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The order.</returns>
    public static Column DescNullsFirst(string columnName) => Col(columnName).DescNullsFirst();

    /// <summary>Largest first, NULL last.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The order.</returns>
    public static Column DescNullsLast(string columnName) => Col(columnName).DescNullsLast();

    /// <summary>A value where a condition holds; more branches follow by <see cref="Column.When"/> and <see cref="Column.Otherwise"/>.</summary>
    /// <param name="condition">When it holds,</param>
    /// <param name="value">this is the value.</param>
    /// <returns>The value.</returns>
    public static Column When(Column condition, object? value) => Call("when", condition, value);

    /// <summary>An array of values, brought to one type.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Array(params Column[] columns) => Call("array", columns);

    /// <summary>An array of values, brought to one type.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="columnNames">Further columns.</param>
    /// <returns>The value.</returns>
    public static Column Array(string columnName, params string[] columnNames) => Call("array", DataFrame.Named(columnName, columnNames));

    /// <summary>A structure, its members named as the columns are.</summary>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column Struct(params Column[] columns) => Call("struct", columns);

    /// <summary>A structure, its members named as the columns are.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="columnNames">Further columns.</param>
    /// <returns>The value.</returns>
    public static Column Struct(string columnName, params string[] columnNames) => Call("struct", DataFrame.Named(columnName, columnNames));

    /// <summary>A map.</summary>
    /// <param name="columns">Keys and values in turn.</param>
    /// <returns>The value.</returns>
    public static Column Map(params Column[] columns) => Call("map", columns);

    /// <summary>Any built-in function by its SQL name, e.g. <c>unix_micros</c>; see <see cref="Analysis.FunctionRegistry"/>.</summary>
    /// <param name="udfName">The function.</param>
    /// <param name="columns">Its arguments.</param>
    /// <returns>The value.</returns>
    public static Column Call_UDF(string udfName, params Column[] columns) => Call(udfName, columns);

    /// <summary>As <see cref="Call_UDF"/>.</summary>
    /// <param name="udfName">The function.</param>
    /// <param name="columns">Its arguments.</param>
    /// <returns>The value.</returns>
    public static Column CallUDF(string udfName, params Column[] columns) => Call(udfName, columns);
}
