using SparkAnalytics.Sql.Connect.Compiler;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>
/// Records with line breaks in fields. Spark's CSV reader does nothing but cut the file: as ISO-8859-1 every byte is a character, and a schema that no record fits
/// puts the record as written into the column of corrupt ones.
/// </summary>
internal static class CsvRecords
{
    private const string Latin1 = "ISO-8859-1";
    private const string Raw = "_raw";
    private const string Never = "_never";
    private const string WellFormed = "well_formed";
    private const string Part = "part";

    /// <summary>The reader's records, with the columns of <see cref="TextLines"/> and the record in Latin-1.</summary>
    public static Proto.Relation Of(IEnumerable<string> paths, char delimiter)
    {
        var source = new Proto.Read.Types.DataSource { Format = "csv", Schema = $"{Raw} STRING, {Never} DATE" };
        source.Paths.AddRange(paths);
        source.Options.Add(new Dictionary<string, string>
        {
            ["multiLine"] = "true",
            ["encoding"] = Latin1,
            ["lineSep"] = "\n",
            ["sep"] = delimiter.ToString(),
            ["quote"] = "\"",
            ["escape"] = "\"",
            ["header"] = "false",
            ["mode"] = "PERMISSIVE",
            ["columnNameOfCorruptRecord"] = Raw,
            ["maxCharsPerColumn"] = "-1",
            ["nullValue"] = "\u0001",
            ["enableDateTimeParsingFallback"] = "false",
            ["dateFormat"] = "'\u0001'yyyy",
        });

        // Always so, but it keeps the second column in the plan: an aggregate over the first alone fails.
        var records = TextLines.Filter(new() { Read = new() { DataSource = source } }, Terms.IsNull(Terms.Column(Never)));
        var bytes = RelationCompiler.Select(
            records,
            Terms.Column(Raw),
            Terms.Named(Bytes(Terms.Column(Raw)), TextLines.Value),
            Terms.Named(TextLines.FilePath(), TextLines.File),
            Terms.Named(Terms.Call("monotonically_increasing_id"), TextLines.Position));
        return TextLines.Filter(bytes, Terms.Matches(Terms.Column(Raw), "[^\\r\\n]"));
    }

    /// <summary>Records as the rules cut them, without headers: one that breaks the rules and runs over several lines may be several.</summary>
    public static Proto.Relation Cut(Proto.Relation records, CsvRules rules, IReadOnlyCollection<long> headers)
    {
        var value = Terms.Column(TextLines.Value);
        var known = RelationCompiler.Select(
            records, Terms.Column(Raw), value, Terms.Column(TextLines.File), Terms.Column(TextLines.Position), Terms.Named(rules.IsWellFormed(value), WellFormed));
        var isOne = Terms.Or(Terms.Column(WellFormed), Terms.Not(Terms.Or(CsvRules.Contains(value, "\n"), CsvRules.Contains(value, "\r"))));
        var found = Terms.Call("regexp_extract_all", Terms.Column(Raw), Terms.Text(rules.Patterns.Record), Terms.Number(1));
        var parts = Terms.Call(
            "transform",
            Terms.Call("filter", found, Terms.Lambda(part => Terms.Not(Terms.Equal(part, Terms.Text(string.Empty))))),
            Terms.Lambda(Bytes));
        var exploded = Terms.Call("posexplode", TextLines.If(isOne, Terms.Call("array", value), parts));
        var cut = RelationCompiler.Select(
            known,
            new Proto.Expression { Alias = new() { Expr = exploded, Name = { Part, TextLines.Value } } },
            Terms.Column(TextLines.File),
            Terms.Column(TextLines.Position),
            Terms.Column(WellFormed));
        return StrictCsv.WithoutHeaders(cut, headers, Terms.Equal(Terms.Column(Part), Terms.Number(0)));
    }

    private static Proto.Expression Bytes(Proto.Expression latin) => Terms.Cast(Terms.Call("encode", latin, Terms.Text(Latin1)), new StringType());
}
