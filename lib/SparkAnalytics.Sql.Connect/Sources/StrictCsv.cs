using System.Globalization;
using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>
/// CSV by RFC 4180 with unreadable records apart. Files are read as lines, split among tasks; only those with line breaks in fields by <see cref="CsvRecords"/>, which is slower and one task a file.
/// The header goes by its position, as a row may repeat its text.
/// </summary>
internal static class StrictCsv
{
    private const string Fields = "fields";
    private const string Bad = "bad";
    private const string Mismatch = "mismatch";

    public static Proto.Relation Of(Read read, IReadOnlyList<string> paths, SparkConnection connection, Func<AttributeReference, string> name, bool withFileName)
    {
        var rules = new CsvRules(read);
        var lines = TextLines.Of(paths);
        var files = CsvFiles.Look(lines, rules, connection);
        var (open, closed) = (files.FindAll(file => file.IsOpen), files.FindAll(file => !file.IsOpen));
        RefuseLong(closed, read);
        var parts = new List<Proto.Relation>();
        if (closed.Count > 0 && open.Count > 0)
        {
            // Other files are split otherwise, so their positions are others.
            lines = TextLines.Of(closed.Select(file => ReadPaths.Exact(file.Uri)));
            closed = CsvFiles.Look(lines, rules, connection);
        }

        if (closed.Count > 0 || open.Count == 0)
        {
            parts.Add(Parsed(WithoutHeaders(lines, Headers(closed)), rules, rules.IsWellFormed(Terms.Column(TextLines.Value))));
        }

        if (open.Count > 0)
        {
            var records = CsvRecords.Of(open.Select(file => ReadPaths.Exact(file.Uri)), rules.Delimiter);
            var known = CsvFiles.Look(records, rules, connection);
            if (known.Find(file => file.IsOpen) is { } unfinished)
            {
                throw CsvFiles.EndsInQuote(unfinished, rules, connection);
            }

            RefuseLong(known, read);
            parts.Add(Parsed(CsvRecords.Cut(records, rules, Headers(known)), rules, Terms.Or(Terms.Column("well_formed"), rules.IsWellFormed(Terms.Column(TextLines.Value)))));
        }

        return Named(parts.Aggregate(Union), rules, name, withFileName);
    }

    /// <summary>Leaves out headers and empty lines.</summary>
    /// <param name="records">Records with the columns of <see cref="TextLines"/>.</param>
    /// <param name="headers">Positions of the headers.</param>
    /// <param name="conditions">What must hold too for a record to be a header.</param>
    public static Proto.Relation WithoutHeaders(Proto.Relation records, IReadOnlyCollection<long> headers, params Proto.Expression[] conditions)
    {
        var isNotEmpty = Terms.Not(Terms.Equal(Terms.Column(TextLines.Value), Terms.Text(string.Empty)));
        var isHeader = Terms.Call("in", headers.Select(Terms.Number).Prepend(Terms.Column(TextLines.Position)));
        return TextLines.Filter(records, headers.Count == 0 ? isNotEmpty : Terms.And(isNotEmpty, Terms.Not(Terms.And(conditions.Prepend(isHeader)))));
    }

    private static long[] Headers(List<CsvFile> files) => [.. files.Select(file => file.Header)];

    private static void RefuseLong(List<CsvFile> files, Read read)
    {
        if (read.MostBytes() is { } most && files.Find(file => file.Longest > most) is { } file)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The file '{TextLines.Plain(file.Uri)}{StrictText.TooLong(most)}");
        }
    }

    /// <summary>The fields as a structure, the record where it is unreadable, and its file.</summary>
    private static Proto.Relation Parsed(Proto.Relation records, CsvRules rules, Proto.Expression isWellFormed)
    {
        var value = Terms.Column(TextLines.Value);
        var schema = string.Join(", ", Enumerable.Range(0, rules.Fields.Length).Select(Field).Append(Mismatch).Select(field => $"{field} STRING"));
        Dictionary<string, string> options = new()
        {
            ["sep"] = rules.Delimiter.ToString(),
            ["quote"] = "\"",
            ["escape"] = "\"",
            ["charToEscapeQuoteEscaping"] = "\"",
            ["lineSep"] = "\n",
            ["multiLine"] = "true",
            ["maxCharsPerColumn"] = "-1",
            ["mode"] = "PERMISSIVE",
            ["columnNameOfCorruptRecord"] = Mismatch,
        };

        // The parser drops a byte order mark at the beginning of the first text that it is given, but of no later one; behind a quote it keeps all.
        var quoted = Terms.Call("regexp_replace", value, Terms.Text(rules.Patterns.FirstField), Terms.Text("\"$1\""));
        var text = TextLines.If(Terms.Call("startswith", value, Terms.Text("\uFEFF")), quoted, value);
        var fields = Terms.Call("from_csv", text, Terms.Text(schema), Terms.Call("map", options.SelectMany(option => new[] { Terms.Text(option.Key), Terms.Text(option.Value) })));
        var split = RelationCompiler.Select(records, value, Terms.Column(TextLines.File), Terms.Named(Terms.When(isWellFormed, fields), Fields));
        var isBad = Terms.Or(
        [
            Terms.IsNull(Terms.Column(Fields)),
            Terms.Call("isnotnull", Of(Mismatch)),
            .. rules.WantedFields.IsEmpty ? (Proto.Expression[])[] : [HoldsOnlyOthers(rules)],
        ]);
        return RelationCompiler.Select(split, Terms.Column(Fields), Terms.Column(TextLines.File), Terms.Named(Terms.When(isBad, value), Bad));
    }

    private static Proto.Expression HoldsOnlyOthers(CsvRules rules)
    {
        Proto.Expression Holds(IEnumerable<int> positions) => Terms.Or(positions.Select(position => HoldsText(Of(Field(position)))).Append(Terms.Truth(false)));
        return Terms.And(Terms.Not(Holds(rules.WantedFields)), Holds(Enumerable.Range(0, rules.Fields.Length).Except(rules.WantedFields)));
    }

    private static Proto.Expression HoldsText(Proto.Expression field) => Terms.Not(Terms.Equal(Terms.Call("coalesce", field, Terms.Text(string.Empty)), Terms.Text(string.Empty)));

    private static Proto.Relation Named(Proto.Relation parsed, CsvRules rules, Func<AttributeReference, string> name, bool withFileName)
    {
        var bad = Terms.Column(Bad);
        Proto.Expression Value(AttributeReference column)
        {
            if (column.Name == rules.Read.CorruptColumn())
            {
                return TextLines.Shown(bad);
            }

            if (column.Name == rules.Read.Md5Column())
            {
                return TextLines.Md5(bad);
            }

            var text = Terms.When(Terms.IsNull(bad), Terms.Call("nullif", Of(Field(rules.Fields.IndexOf(column))), Terms.Text(string.Empty)));
            return column.DataType is StringType ? text : Terms.Cast(text, column.DataType, isTry: true);
        }

        var kept = rules.DropsCorrupt ? TextLines.Filter(parsed, Terms.IsNull(bad)) : parsed;
        var columns = rules.Read.Columns.Select(column => Terms.Named(Value(column), name(column)));
        return RelationCompiler.Select(kept, withFileName ? columns.Append(Terms.Named(TextLines.PlainName(Terms.Column(TextLines.File)), name(rules.Read.FileName))) : columns);
    }

    private static Proto.Relation Union(Proto.Relation left, Proto.Relation right) => new()
    {
        SetOp = new() { LeftInput = left, RightInput = right, SetOpType = Proto.SetOperation.Types.SetOpType.Union, IsAll = true },
    };

    private static Proto.Expression Of(string field) => Terms.Item(Terms.Column(Fields), Terms.Text(field));

    private static string Field(int position) => string.Create(CultureInfo.InvariantCulture, $"c{position}");
}
