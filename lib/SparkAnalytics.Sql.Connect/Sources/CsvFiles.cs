using System.Globalization;
using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>What must be known of each CSV file before it is read: where its header stands, and whether a record leaves a quote open at a line's end.</summary>
internal static class CsvFiles
{
    private static readonly StructType s_schema = new([new StructField("file", new StringType()), new StructField("header", new LongType()), new StructField("longest", new IntegerType()), new StructField("open", new BooleanType())]);

    /// <summary>One row for each file that has a record.</summary>
    /// <param name="records">Lines or records with the columns of <see cref="TextLines"/>.</param>
    /// <param name="rules">The delimiter.</param>
    /// <param name="connection">Where the query runs.</param>
    public static List<CsvFile> Look(Proto.Relation records, CsvRules rules, SparkConnection connection)
    {
        var value = Terms.Column(TextLines.Value);
        var result = new Proto.Aggregate { Input = TextLines.Filter(records, Terms.Not(Terms.Equal(value, Terms.Text(string.Empty)))), GroupType = Proto.Aggregate.Types.GroupType.Groupby };
        result.GroupingExpressions.Add(Terms.Column(TextLines.File));
        result.AggregateExpressions.AddRange(
        [
            Terms.Named(Terms.Call("min", Terms.Column(TextLines.Position)), "header"),
            Terms.Named(Terms.Call("max", TextLines.Length(value)), "longest"),
            Terms.Named(Terms.Call("max", rules.IsOpen(value)), "open"),
        ]);
        return [.. ResultRows.Of(new() { Aggregate = result }, s_schema, connection).Select(row => new CsvFile(row.GetAs<string>(0), row.GetAs<long>(1), row.GetAs<int>(2), row.GetAs<bool>(3)))];
    }

    /// <summary>The error of a file whose last record never ends, with the line that its quote opens in.</summary>
    public static QueryExecutionException EndsInQuote(CsvFile file, CsvRules rules, SparkConnection connection)
    {
        string[] path = [ReadPaths.Exact(file.Uri)];
        var value = Terms.Column(TextLines.Value);
        var rest = Terms.Call("regexp_replace", value, Terms.Text(rules.Patterns.UntilOpenQuote), Terms.Text(string.Empty));
        var open = TextLines.Filter(CsvRecords.Of(path, rules.Delimiter), rules.IsOpen(value));
        var behind = Number(RelationCompiler.Select(open, Terms.Call("size", Terms.Call("split", rest, Terms.Text("\\r\\n|\\r|\\n")))), new IntegerType(), connection);
        var lines = Number(RelationCompiler.Select(TextLines.Of(path), Terms.Number(1)), null, connection);
        var line = lines - behind + 1;
        return new QueryExecutionException(QueryErrorKind.BadInput, string.Create(
            CultureInfo.InvariantCulture,
            $"The file '{TextLines.Plain(file.Uri)}' ends inside a quoted field: the quote that opens in line {line} is never closed. Close or double it, or copy the file anew if it was cut off."));
    }

    /// <summary>The one number of a relation, or how many rows it has.</summary>
    private static long Number(Proto.Relation relation, DataType? type, SparkConnection connection)
    {
        if (type is not null)
        {
            return Convert.ToInt64(ResultRows.Of(relation, new StructType([new StructField("number", type)]), connection).First()[0], CultureInfo.InvariantCulture);
        }

        var count = new Proto.Aggregate { Input = relation, GroupType = Proto.Aggregate.Types.GroupType.Groupby };
        count.AggregateExpressions.Add(Terms.Named(Terms.Call("count", Terms.Number(1)), "number"));
        return Number(new() { Aggregate = count }, new LongType(), connection);
    }
}

/// <summary>A CSV file that has a record.</summary>
/// <param name="Uri">Its URI, percent-encoded.</param>
/// <param name="Header">The position of its first record.</param>
/// <param name="Longest">The bytes of its longest record.</param>
/// <param name="IsOpen">Whether something in it leaves a quote open.</param>
internal sealed record CsvFile(string Uri, long Header, int Longest, bool IsOpen);
