using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>Reads files and Delta tables by path.</summary>
public sealed class DataFrameReader
{
    private readonly SparkSession _session;
    private readonly ImmutableDictionary<string, string>.Builder _options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
    private string _format = "parquet";
    private StructType? _schema;

    internal DataFrameReader(SparkSession session) => _session = session;

    /// <summary>What the files are.</summary>
    /// <param name="source">delta, parquet, csv, json, text or binaryFile.</param>
    /// <returns>This.</returns>
    public DataFrameReader Format(string source)
    {
        _format = source;
        return this;
    }

    /// <summary>The columns, instead of what the files say.</summary>
    /// <param name="schema">The columns.</param>
    /// <returns>This.</returns>
    public DataFrameReader Schema(StructType schema)
    {
        _schema = schema;
        return this;
    }

    /// <summary>The columns, instead of what the files say.</summary>
    /// <param name="schemaString">E.g. <c>a INT, b STRING</c>.</param>
    /// <returns>This.</returns>
    /// <exception cref="AnalysisException">The text is no list of columns.</exception>
    public DataFrameReader Schema(string schemaString) => Schema(DataTypeParser.ParseSchema(schemaString));

    /// <summary>An option of the reader, by Spark's name.</summary>
    /// <param name="key">The option; case does not matter.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This.</returns>
    public DataFrameReader Option(string key, string value)
    {
        _options[key] = value;
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, bool value) => Option(key, value ? "true" : "false");

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, long value) => Option(key, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, double value) => Option(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Several options.</summary>
    /// <param name="options">Names and values.</param>
    /// <returns>This.</returns>
    public DataFrameReader Options(Dictionary<string, string> options)
    {
        _options.AddRange(options);
        return this;
    }

    /// <summary>The rows at the path given as option <c>path</c>.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="QueryExecutionException">There is nothing at the path, or it cannot be read.</exception>
    public DataFrame Load() => _options.TryGetValue("path", out var path)
        ? Load([path])
        : throw new AnalysisException("Load wants a path, as an argument or as the option 'path'.");

    /// <summary>The rows at a path.</summary>
    /// <param name="path">A file, folder or glob.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="QueryExecutionException">There is nothing at the path, or it cannot be read.</exception>
    public DataFrame Load(string path) => Load([path]);

    /// <summary>The rows at several paths.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="QueryExecutionException">There is nothing at a path, or it cannot be read.</exception>
    public DataFrame Load(params string[] paths)
    {
        if (paths.Length == 0)
        {
            throw new ArgumentException("At least one path is wanted.", nameof(paths));
        }

        var read = new Read(_format, [.. paths], _options.ToImmutable().Remove("path"), []);
        return new DataFrame(_session, read with { Columns = SparkSession.Attributes(_schema ?? _session.Engine.Schema(read)) });
    }

    /// <summary>JSON lines.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    /// <returns>The rows.</returns>
    public DataFrame Json(params string[] paths) => Format("json").Load(paths);

    /// <summary>Comma-separated text.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    /// <returns>The rows.</returns>
    public DataFrame Csv(params string[] paths) => Format("csv").Load(paths);

    /// <summary>Parquet files.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    /// <returns>The rows.</returns>
    public DataFrame Parquet(params string[] paths) => Format("parquet").Load(paths);

    /// <summary>Lines of text, in a column <c>value</c>.</summary>
    /// <param name="paths">Files, folders or globs.</param>
    /// <returns>The rows.</returns>
    public DataFrame Text(params string[] paths) => Format("text").Load(paths);

    /// <summary>The rows of a view.</summary>
    /// <param name="tableName">The view.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">There is no such view.</exception>
    public DataFrame Table(string tableName) => _session.Table(tableName);
}
