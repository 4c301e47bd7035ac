using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <content>Statistics and upkeep of values.</content>
public sealed partial class DataFrame
{
    private static readonly string[] s_summary = ["count", "mean", "stddev", "min", "25%", "50%", "75%", "max"];

    /// <summary>What to do with NULL and NaN.</summary>
    /// <returns>The functions.</returns>
    public DataFrameNaFunctions Na() => new(this);

    /// <summary>Statistics of columns.</summary>
    /// <returns>The functions.</returns>
    public DataFrameStatFunctions Stat() => new(this);

    /// <summary>Count, mean, standard deviation, smallest and largest value of columns, as text.</summary>
    /// <param name="cols">The columns; all numbers and texts where none is given.</param>
    /// <returns>A row for each statistic, named in the column <c>summary</c>.</returns>
    /// <exception cref="AnalysisException">A name is unknown.</exception>
    public DataFrame Describe(params string[] cols) => Statistics(["count", "mean", "stddev", "min", "max"], cols);

    /// <summary>Statistics of all numbers and texts, as text.</summary>
    /// <param name="statistics">count, mean, stddev, min, max or percentages such as <c>25%</c>; these and the quartiles where none is given.</param>
    /// <returns>A row for each statistic, named in the column <c>summary</c>.</returns>
    /// <exception cref="AnalysisException">There is no such statistic.</exception>
    public DataFrame Summary(params string[] statistics) => Statistics(statistics.Length == 0 ? s_summary : statistics, []);

    /// <summary>Random parts of the rows that share none; the same seed gives the same parts.</summary>
    /// <param name="weights">How large each part is compared with the others.</param>
    /// <param name="seed">The seed; a random one where it is left out.</param>
    /// <returns>The parts.</returns>
    public DataFrame[] RandomSplit(double[] weights, long? seed = null)
    {
        var numbered = WithColumn("_split", Functions.Rand(seed ?? Random.Shared.NextInt64())).Cache();
        var total = weights.Sum();
        var from = 0.0;
        return [.. weights.Select((weight, index) =>
        {
            var low = from;
            from += weight / total;
            var rows = numbered.Filter(index == weights.Length - 1 ? Functions.Col("_split") >= low : (Functions.Col("_split") >= low) & (Functions.Col("_split") < from));
            return rows.Drop("_split");
        })];
    }

    /// <summary>Each row as a JSON object.</summary>
    /// <returns>One column <c>value</c> of text.</returns>
    public DataFrame ToJSON() => Select(Functions.ToJson(Functions.Struct("*")).Alias("value"));

    private DataFrame Statistics(IReadOnlyList<string> statistics, string[] cols)
    {
        var chosen = cols.Length > 0
            ? cols.Select(name => (AttributeReference)ColumnLookup.Find(Plan.Output, [name])).ToList()
            : Plan.Output.Where(column => column.DataType.IsNumeric() || column.DataType is StringType).ToList();
        return statistics
            .Select(statistic => Select([Functions.Max(Functions.Lit(statistic)).Alias("summary"), .. chosen.Select(column => Statistic(statistic, column).Cast("string").Alias(column.Name))]))
            .Aggregate((one, two) => one.Union(two));
    }

    private static Column Statistic(string statistic, AttributeReference column)
    {
        var value = new Column(column);
        var number = column.DataType is StringType ? Extras.TryCast(value, "double") : value;
        return statistic.ToLowerInvariant() switch
        {
            "count" => Functions.Count(value),
            "mean" => Functions.Avg(number),
            "stddev" => Functions.Stddev(number),
            "min" => Functions.Min(value),
            "max" => Functions.Max(value),
            _ when statistic.EndsWith('%') && double.TryParse(statistic.AsSpan(0, statistic.Length - 1), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var percent) =>
                Functions.PercentileApprox(number, Functions.Lit(percent / 100), Functions.Lit(10000)),
            _ => throw new AnalysisException($"There is no statistic '{statistic}'; there are: count, mean, stddev, min, max and percentages such as 25%."),
        };
    }
}
