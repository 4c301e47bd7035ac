using FxDataFrame = Microsoft.Data.Analysis.DataFrame;

namespace SparkAnalytics.Sql.DataAnalysis;

/// <summary>Results as DataFrames of Microsoft.Data.Analysis, for notebooks and further work in memory.</summary>
public static class DataFrameExtensions
{
    /// <summary>
    /// Runs the plan and keeps all rows in memory. Numbers, booleans and texts keep their types; decimals become <see cref="decimal"/>; dates become <see cref="DateTime"/> at midnight
    /// of unspecified kind, timestamps <see cref="DateTime"/> in UTC; bytes become Base64; arrays, maps and structures JSON; intervals Spark's text of them.
    /// </summary>
    /// <param name="rows">The rows; they must fit into memory.</param>
    /// <returns>The same columns, in order.</returns>
    /// <exception cref="ArgumentException">Two columns have one name, which Microsoft.Data.Analysis does not allow.</exception>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    /// <exception cref="OverflowException">A decimal has more digits than .NET's decimal holds; the message names it and its column.</exception>
    public static FxDataFrame ToDataAnalysis(this DataFrame rows)
    {
        var twice = rows.Columns().GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Two columns have the name '{twice.Key}'; rename one before ToDataAnalysis.", nameof(rows));
        }

        var readable = rows.Select([.. rows.Schema().Fields.Select(member => ColumnBuilder.Readable(rows, member))]);
        var builders = readable.Schema().Fields.Select(ColumnBuilder.Of).ToList();
        foreach (var row in readable.Collect())
        {
            for (var index = 0; index < builders.Count; index++)
            {
                builders[index].Append(row[index]);
            }
        }

        return new FxDataFrame(builders.Select(builder => builder.Column));
    }
}
