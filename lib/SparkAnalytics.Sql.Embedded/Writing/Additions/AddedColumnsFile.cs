using System.Collections;
using System.Collections.Immutable;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Native.Places;
using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing.Additions;

/// <summary>Writes one file of <see cref="AddedColumns"/>: the new columns of each row group as a small file of their own, then all together.</summary>
/// <param name="statement">A statement of its own, which it ends.</param>
/// <param name="files">Where the file goes.</param>
/// <param name="plan">What is known of the rows.</param>
/// <param name="placed">The columns that are known by place, each with the number of its values.</param>
internal sealed class AddedColumnsFile(Statement statement, DataFiles files, AddedColumnsPlan plan, IReadOnlyList<NamedExpression> placed)
{
    /// <summary>Fewer rows in a row group DuckDB does not take for a wish.</summary>
    private const long FewestRows = 2048;

    /// <summary>Writes it.</summary>
    /// <param name="source">The file with the columns that are there, and the rows of its row groups.</param>
    /// <param name="number">Its place among the files.</param>
    public WrittenFile Write((AddFile File, IReadOnlyList<long> Rows) source, int number)
    {
        using (statement)
        {
            var first = 0L;
            var added = new List<(string Path, IDictionary? Statistics)>();
            foreach (var rows in source.Rows)
            {
                added.Add(WriteAdded(source.File.Path, number, first, rows, isAll: source.Rows.Count == 1));
                first += rows;
            }

            string[] paths = [.. added.Select(file => file.Path)];
            var statistics = WrittenStatistics.Of(first, added is [var one] ? one.Statistics : Together(paths), plan.Metadata);
            return files.Splice(source.File, paths, plan.Metadata, source.Rows, statistics);
        }
    }

    private (string Path, IDictionary? Statistics) WriteAdded(string path, int number, long first, long rows, bool isAll)
    {
        var parts = plan.Parts;
        var read = parts.Read with { Format = "parquet", Paths = [path], Options = ImmutableDictionary<string, string>.Empty };
        var place = Call("+", new LongType(), parts.Place, new Literal((long)number << PlacedValues.RowBits, new LongType()));
        var known = new Project(
            parts.WideRows(isAll ? read : new Filter(read, Between(HiddenColumns.RowNumber(read), first, first + rows))),
            [.. parts.Wide.Select(column => new NamedExpression(column, column)), .. placed.Select(column => column with { Value = Call(EngineFunctions.PlacedValue, column.Output.DataType, column.Value, place) })]);
        var columns = new Project(parts.Finish(known), [.. plan.Added.Select(column => new NamedExpression(column, column))]);

        var compiler = statement.NewCompiler();
        var names = string.Join(", ", plan.Added.Select(column => SqlText.Name(column.Name)));
        var target = statement.Workspace.File(".parquet");
        var found = statement.Session.Query(
            $"COPY (SELECT * FROM (\n{compiler.Compile(columns)}\n) AS added({names})) TO {SqlText.Text(target)} (FORMAT parquet, {ParquetPacking.OptionsOfData(rows < FewestRows)}, ROW_GROUP_SIZE {SqlText.Number(Math.Max(rows, FewestRows))}, RETURN_STATS)",
            reader => reader.IsDBNull(4) ? null : (IDictionary)reader.GetValue(4)).Single();
        return (target, found);
    }

    /// <summary>The statistics of several row groups, as DuckDB tells those of one file.</summary>
    private Dictionary<string, IDictionary> Together(IReadOnlyList<string> paths)
    {
        var columns = plan.Metadata.Schema.Fields.TakeLast(plan.Added.Count).Where(field => FileStatisticsBuilder.Notes(field.Type)).ToList();
        if (columns.Count == 0)
        {
            return [];
        }

        var asked = columns.Select(field => SqlText.Name(field.Name)).SelectMany(name => new[] { $"CAST(min({name}) AS VARCHAR)", $"CAST(max({name}) AS VARCHAR)", $"CAST(count(*) - count({name}) AS VARCHAR)" });
        return statement.Session.Query(
            $"SELECT {string.Join(", ", asked)} FROM read_parquet({SqlText.Paths(paths)})",
            reader => columns.Index().ToDictionary(
                column => SqlText.Name(column.Item.Name),
                IDictionary (column) => new Dictionary<string, string?>
                {
                    ["min"] = Text(reader, column.Index * 3),
                    ["max"] = Text(reader, (column.Index * 3) + 1),
                    ["null_count"] = Text(reader, (column.Index * 3) + 2),
                    ["has_nan"] = null,
                })).Single();
    }

    private static string? Text(DuckDB.NET.Data.DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static FunctionCall Between(AttributeReference row, long from, long to) =>
        Call("and", new BooleanType(), Call(">=", new BooleanType(), row, new Literal(from, new LongType())), Call("<", new BooleanType(), row, new Literal(to, new LongType())));

    private static FunctionCall Call(string name, DataType type, params Expression[] arguments) => new(name, [.. arguments]) { ResultType = type };
}
