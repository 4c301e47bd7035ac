namespace SparkAnalytics.Sql;

/// <summary>Statistics of columns.</summary>
public sealed class DataFrameStatFunctions
{
    private readonly DataFrame _input;

    internal DataFrameStatFunctions(DataFrame input) => _input = input;

    /// <summary>Values below which shares of a column's values lie.</summary>
    /// <param name="columnName">A column of numbers.</param>
    /// <param name="probabilities">The shares, 0 to 1.</param>
    /// <param name="relativeError">How far off a rank may be, 0 for exact.</param>
    /// <returns>The values, in the order of the shares.</returns>
    public double[] ApproxQuantile(string columnName, IEnumerable<double> probabilities, double relativeError)
    {
        var accuracy = relativeError <= 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, Math.Ceiling(1 / relativeError));
        var values = probabilities.Select(share => Functions.PercentileApprox(_input.Col(columnName).Cast("double"), Functions.Lit(share), Functions.Lit(accuracy))).ToArray();
        return values.Length == 0 ? [] : [.. _input.Agg(values[0], values[1..]).Collect().First().Values.Select(value => value is double number ? number : double.NaN)];
    }

    /// <summary>The covariance of a sample of two columns.</summary>
    /// <param name="colName1">The first column.</param>
    /// <param name="colName2">The second column.</param>
    /// <returns>The covariance.</returns>
    public double Cov(string colName1, string colName2) => Number(Functions.CovarSamp(colName1, colName2));

    /// <summary>The correlation of two columns.</summary>
    /// <param name="colName1">The first column.</param>
    /// <param name="colName2">The second column.</param>
    /// <param name="method">pearson.</param>
    /// <returns>The correlation.</returns>
    /// <exception cref="AnalysisException">There is no such method.</exception>
    public double Corr(string colName1, string colName2, string method) => method.Equals("pearson", StringComparison.OrdinalIgnoreCase)
        ? Corr(colName1, colName2)
        : throw new AnalysisException($"There is no correlation '{method}'; there is: pearson.");

    /// <summary>Pearson's correlation of two columns.</summary>
    /// <param name="colName1">The first column.</param>
    /// <param name="colName2">The second column.</param>
    /// <returns>The correlation.</returns>
    public double Corr(string colName1, string colName2) => Number(Functions.Corr(colName1, colName2));

    /// <summary>How often pairs of values occur: a row for each value of the first column, a column for each of the second.</summary>
    /// <param name="colName1">The first column.</param>
    /// <param name="colName2">The second column; its values are found by running a query.</param>
    /// <returns>The counts.</returns>
    public DataFrame Crosstab(string colName1, string colName2)
    {
        var name = $"{colName1}_{colName2}";
        var counts = _input.Select(_input.Col(colName1).Cast("string").Alias(name), _input.Col(colName2).Cast("string").Alias("value"))
            .GroupBy(name).Pivot("value").Count();
        return counts;
    }

    private double Number(Column aggregate) => _input.Agg(aggregate).Collect().First()[0] is double value ? value : double.NaN;
}
