using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>What to do with NULL and NaN.</summary>
public sealed partial class DataFrameNaFunctions
{
    private readonly DataFrame _input;

    internal DataFrameNaFunctions(DataFrame input) => _input = input;

    /// <summary>Rows without NULL or NaN.</summary>
    /// <returns>The rows.</returns>
    public DataFrame Drop() => Drop("any");

    /// <summary>Rows without NULL or NaN, or not of these only.</summary>
    /// <param name="how">any drops rows with one, all drops rows with nothing else.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">There is no such way.</exception>
    public DataFrame Drop(string how) => Drop(how, _input.Columns());

    /// <summary>Rows without NULL or NaN in some columns.</summary>
    /// <param name="columnNames">The columns.</param>
    /// <returns>The rows.</returns>
    public DataFrame Drop(IEnumerable<string> columnNames) => Drop("any", columnNames);

    /// <summary>Rows without NULL or NaN in some columns, or not of these only.</summary>
    /// <param name="how">any drops rows with one, all drops rows with nothing else.</param>
    /// <param name="columnNames">The columns.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">There is no such way.</exception>
    public DataFrame Drop(string how, IEnumerable<string> columnNames)
    {
        var names = columnNames.ToList();
        return how.ToLowerInvariant() switch
        {
            "any" => Drop(names.Count, names),
            "all" => Drop(1, names),
            _ => throw new AnalysisException($"There is no way '{how}' to drop rows; there are: any, all."),
        };
    }

    /// <summary>Rows with so many values that are not NULL or NaN.</summary>
    /// <param name="minNonNulls">How many at least.</param>
    /// <returns>The rows.</returns>
    public DataFrame Drop(int minNonNulls) => Drop(minNonNulls, _input.Columns());

    /// <summary>Rows with so many values in some columns that are not NULL or NaN.</summary>
    /// <param name="minNonNulls">How many at least.</param>
    /// <param name="columnNames">The columns.</param>
    /// <returns>The rows.</returns>
    public DataFrame Drop(int minNonNulls, IEnumerable<string> columnNames)
    {
        var present = columnNames.Select(name => Functions.When(IsPresent(name), 1).Otherwise(0)).ToList();
        return present.Count == 0 ? _input : _input.Filter(present.Aggregate((one, two) => one + two) >= minNonNulls);
    }

    private Column IsPresent(string name)
    {
        var column = _input.Col(name);
        return column.Expression.Type.IsFloating() ? column.IsNotNull() & !column.IsNaN() : column.IsNotNull();
    }

    private DataFrame Changed(IEnumerable<string> names, Func<DataType, bool> fits, Func<Column, DataType, Column> change)
    {
        var wanted = names.Select(name => _input.Col(name).Expression).ToList();
        return _input.Select([.. _input.Plan.Output.Select(column =>
            wanted.Exists(item => ExpressionEquality.AreSame(item, column)) && fits(column.DataType) ? change(new Column(column), column.DataType).Cast(column.DataType.SimpleString).Alias(column.Name) : new Column(column))]);
    }
}
