using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <content>Values in place of NULL and of others.</content>
public sealed partial class DataFrameNaFunctions
{
    /// <summary>Replaces NULL in all columns of numbers.</summary>
    /// <param name="value">The value.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(long value) => Fill(value, _input.Columns());

    /// <summary>Replaces NULL in those of some columns that are numbers.</summary>
    /// <param name="value">The value.</param>
    /// <param name="columnNames">The columns.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(long value, IEnumerable<string> columnNames) => Filled(value, columnNames);

    /// <summary>Replaces NULL in all columns of numbers.</summary>
    /// <param name="value">The value.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(double value) => Fill(value, _input.Columns());

    /// <summary>Replaces NULL in those of some columns that are numbers.</summary>
    /// <param name="value">The value.</param>
    /// <param name="columnNames">The columns.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(double value, IEnumerable<string> columnNames) => Filled(value, columnNames);

    /// <summary>Replaces NULL in all columns of text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(string value) => Fill(value, _input.Columns());

    /// <summary>Replaces NULL in those of some columns that are text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="columnNames">The columns.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(string value, IEnumerable<string> columnNames) => Filled(value, columnNames);

    /// <summary>Replaces NULL in all columns of booleans.</summary>
    /// <param name="value">The value.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(bool value) => Fill(value, _input.Columns());

    /// <summary>Replaces NULL in those of some columns that are booleans.</summary>
    /// <param name="value">The value.</param>
    /// <param name="columnNames">The columns.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(bool value, IEnumerable<string> columnNames) => Filled(value, columnNames);

    /// <summary>Replaces NULL in some columns.</summary>
    /// <param name="valueMap">Columns and their values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(IDictionary<string, int> valueMap) => valueMap.Aggregate(_input, (rows, pair) => new DataFrameNaFunctions(rows).Filled(pair.Value, [pair.Key]));

    /// <summary>Replaces NULL in some columns.</summary>
    /// <param name="valueMap">Columns and their values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(IDictionary<string, long> valueMap) => valueMap.Aggregate(_input, (rows, pair) => new DataFrameNaFunctions(rows).Filled(pair.Value, [pair.Key]));

    /// <summary>Replaces NULL in some columns.</summary>
    /// <param name="valueMap">Columns and their values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(IDictionary<string, double> valueMap) => valueMap.Aggregate(_input, (rows, pair) => new DataFrameNaFunctions(rows).Filled(pair.Value, [pair.Key]));

    /// <summary>Replaces NULL in some columns.</summary>
    /// <param name="valueMap">Columns and their values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(IDictionary<string, string> valueMap) => valueMap.Aggregate(_input, (rows, pair) => new DataFrameNaFunctions(rows).Filled(pair.Value, [pair.Key]));

    /// <summary>Replaces NULL in some columns.</summary>
    /// <param name="valueMap">Columns and their values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Fill(IDictionary<string, bool> valueMap) => valueMap.Aggregate(_input, (rows, pair) => new DataFrameNaFunctions(rows).Filled(pair.Value, [pair.Key]));

    /// <summary>Replaces values of a column.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="replacement">Present and new values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Replace(string columnName, IDictionary<double, double> replacement) => Replace([columnName], replacement);

    /// <summary>Replaces values of those of some columns that are of the type.</summary>
    /// <param name="columnNames">The columns.</param>
    /// <param name="replacement">Present and new values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<double, double> replacement) => Changed(columnNames, type => type.IsNumeric(), (column, _) => Replaced(column, replacement));

    /// <summary>Replaces values of a column.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="replacement">Present and new values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Replace(string columnName, IDictionary<bool, bool> replacement) => Replace([columnName], replacement);

    /// <summary>Replaces values of those of some columns that are of the type.</summary>
    /// <param name="columnNames">The columns.</param>
    /// <param name="replacement">Present and new values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<bool, bool> replacement) => Changed(columnNames, type => type is BooleanType, (column, _) => Replaced(column, replacement));

    /// <summary>Replaces values of a column.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="replacement">Present and new values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Replace(string columnName, IDictionary<string, string> replacement) => Replace([columnName], replacement);

    /// <summary>Replaces values of those of some columns that are of the type.</summary>
    /// <param name="columnNames">The columns.</param>
    /// <param name="replacement">Present and new values.</param>
    /// <returns>All rows.</returns>
    public DataFrame Replace(IEnumerable<string> columnNames, IDictionary<string, string> replacement) => Changed(columnNames, type => type is StringType, (column, _) => Replaced(column, replacement));

    private static Column Replaced<T>(Column column, IDictionary<T, T> replacement) => replacement
        .Aggregate((Column?)null, (cases, pair) => cases is null ? Functions.When(column == (object?)pair.Key, pair.Value) : cases.When(column == (object?)pair.Key, pair.Value))?.Otherwise(column) ?? column;

    private DataFrame Filled(object? value, IEnumerable<string> names)
    {
        Func<DataType, bool> fits = value switch
        {
            string => type => type is StringType,
            bool => type => type is BooleanType,
            _ => type => type.IsNumeric(),
        };
        return Changed(names, fits, (column, type) => type.IsFloating()
            ? Functions.Coalesce(Functions.NaNvl(column, Functions.Lit(null)), Functions.Lit(value))
            : Functions.Coalesce(column, type is DecimalType ? Functions.Lit(value).Cast(type.SimpleString) : Functions.Lit(value)));
    }
}
