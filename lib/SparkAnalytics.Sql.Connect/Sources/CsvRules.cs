using System.Collections.Immutable;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>What a strict read of CSV asks for.</summary>
internal sealed class CsvRules
{
    /// <exception cref="AnalysisException">An option has a value that strict reading does not have.</exception>
    public CsvRules(Read read)
    {
        Delimiter = Single(read, "sep") ?? Single(read, "delimiter") ?? ',';
        if ((Single(read, "quote") ?? '"') != '"' || (Single(read, "escape") ?? '"') != '"' || !read.IsOn("header"))
        {
            throw new AnalysisException("CSV with unreadable records apart is read by RFC 4180 only: the option header must be true, quote and escape must be '\"'.");
        }

        Read = read;
        Patterns = new CsvPatterns(Delimiter);
        Fields = [.. read.Columns.Where(column => column.Name != read.CorruptColumn() && column.Name != read.Md5Column())];
        WantedFields = [.. Fields.Where(field => read.Wanted().Contains(field.Name, StringComparer.Ordinal)).Select(field => Fields.IndexOf(field))];
        DropsCorrupt = "DROPMALFORMED".Equals(read.Options.GetValueOrDefault("mode"), StringComparison.OrdinalIgnoreCase);
    }

    public Read Read { get; }

    public char Delimiter { get; }

    public CsvPatterns Patterns { get; }

    /// <summary>The columns by position, without what is told about a record.</summary>
    public ImmutableArray<AttributeReference> Fields { get; }

    /// <summary>Positions of fields of which one must hold something where any other does; empty where a record may be empty.</summary>
    public ImmutableArray<int> WantedFields { get; }

    public bool DropsCorrupt { get; }

    /// <summary>Whether a record has only fields as RFC 4180 wants them, in valid UTF-8. Their number is another matter.</summary>
    public Proto.Expression IsWellFormed(Proto.Expression value) => Terms.And(
        TextLines.IsValid(value),
        Terms.Or(Terms.Not(Terms.Or(Contains(value, "\""), Contains(value, "\r"), Contains(value, "\n"))), Terms.Matches(value, Patterns.WellFormed)));

    /// <summary>Whether a text that is no whole record ends within a quoted field.</summary>
    public Proto.Expression IsOpen(Proto.Expression value) => Terms.And(Contains(value, "\""), Terms.Not(Terms.Matches(value, Patterns.WellFormed)), Terms.Matches(value, Patterns.Open));

    public static Proto.Expression Contains(Proto.Expression value, string text) => Terms.Call("contains", value, Terms.Text(text));

    private static char? Single(Read read, string name) => read.Options.GetValueOrDefault(name) switch
    {
        null => null,
        [var sign] when sign < 128 => sign,
        var other => throw new AnalysisException($"The option {name} must be one ASCII character for strict reading, not '{other}'."),
    };
}
