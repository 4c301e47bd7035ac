using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <summary>Writes rows as files or as a new version of a Delta table. What writes gives the engine's result, which Microsoft.Spark does not.</summary>
public sealed class DataFrameWriter
{
    private readonly DataFrame _input;
    private readonly ImmutableDictionary<string, string>.Builder _options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
    private string _format = "parquet";
    private SaveMode _mode = SaveMode.ErrorIfExists;
    private ImmutableArray<string> _partitionBy = [];

    internal DataFrameWriter(DataFrame input) => _input = input;

    /// <summary>What happens to data that is there.</summary>
    /// <param name="saveMode">The mode; without one, data that is there is an error.</param>
    /// <returns>This.</returns>
    public DataFrameWriter Mode(SaveMode saveMode)
    {
        _mode = saveMode;
        return this;
    }

    /// <summary>What happens to data that is there.</summary>
    /// <param name="saveMode">append, overwrite, ignore, error, errorifexists or default.</param>
    /// <returns>This.</returns>
    /// <exception cref="AnalysisException">There is no such mode.</exception>
    public DataFrameWriter Mode(string saveMode) => Mode(saveMode.ToLowerInvariant() switch
    {
        "append" => SaveMode.Append,
        "overwrite" => SaveMode.Overwrite,
        "ignore" => SaveMode.Ignore,
        "error" or "errorifexists" or "default" => SaveMode.ErrorIfExists,
        _ => throw new AnalysisException($"There is no save mode '{saveMode}'; there are: {NearestNames.List(saveMode, ["append", "overwrite", "ignore", "error", "errorifexists", "default"])}."),
    });

    /// <summary>What is written.</summary>
    /// <param name="source">delta, parquet, csv, json or text.</param>
    /// <returns>This.</returns>
    public DataFrameWriter Format(string source)
    {
        _format = source;
        return this;
    }

    /// <summary>An option of the writer, by Spark's name.</summary>
    /// <param name="key">The option; case does not matter.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public DataFrameWriter Option(string key, string value)
    {
        _options[key] = value;
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, bool value) => Option(key, value ? "true" : "false");

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, long value) => Option(key, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, double value) => Option(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Several options.</summary>
    /// <param name="options">Names and values.</param>
    /// <returns>This.</returns>
    public DataFrameWriter Options(Dictionary<string, string> options)
    {
        _options.AddRange(options);
        return this;
    }

    /// <summary>One folder for each combination of values of columns.</summary>
    /// <param name="colNames">The columns.</param>
    /// <returns>This.</returns>
    /// <exception cref="AnalysisException">There is no such column.</exception>
    public DataFrameWriter PartitionBy(params string[] colNames)
    {
        _partitionBy = [.. colNames.Select(name => ((AttributeReference)ColumnLookup.Find(_input.Plan.Output, [name])).Name)];
        return this;
    }

    /// <summary>Writes to a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>What was done, with the table version made.</returns>
    /// <exception cref="AnalysisException">Two columns have names that differ by case only.</exception>
    /// <exception cref="QueryExecutionException">The plan or the write failed.</exception>
    public CommandResult Save(string path)
    {
        if (_input.Plan.Output.GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new AnalysisException($"Cannot write columns of one name: {string.Join(", ", twice.Select(column => column.Name))}. Names compare without regard to case; rename or drop one.");
        }

        return _input.SparkSession.Execute(new WriteCommand(_input.Plan, _format, _mode, path, _options.ToImmutable().Remove("path"), _partitionBy));
    }

    /// <summary>Writes to the folder given as option <c>path</c>.</summary>
    /// <returns>What was done, with the table version made.</returns>
    /// <exception cref="AnalysisException">There is no such option.</exception>
    public CommandResult Save() => _options.TryGetValue("path", out var path)
        ? Save(path)
        : throw new AnalysisException("Save wants a path, as an argument or as the option 'path'.");

    /// <summary>Writes JSON lines.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>What was done.</returns>
    public CommandResult Json(string path) => Format("json").Save(path);

    /// <summary>Writes Parquet files.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>What was done.</returns>
    public CommandResult Parquet(string path) => Format("parquet").Save(path);

    /// <summary>Writes lines of text, of the one column.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>What was done.</returns>
    public CommandResult Text(string path) => Format("text").Save(path);

    /// <summary>Writes comma-separated text.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>What was done.</returns>
    public CommandResult Csv(string path) => Format("csv").Save(path);
}
