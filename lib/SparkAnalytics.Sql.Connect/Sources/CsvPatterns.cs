using System.Globalization;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>
/// Java patterns of CSV by RFC 4180. Quantifiers are possessive: a group under <c>*</c> recurses each time round and overflows the stack in long records, under <c>*+</c> it does not.
/// </summary>
internal sealed class CsvPatterns
{
    private const string Quoted = "\"[^\"]*+(?:\"\"[^\"]*+)*+";
    private const string LineEnd = "(?:\\r\\n?|\\n)";

    public CsvPatterns(char delimiter)
    {
        var sign = string.Create(CultureInfo.InvariantCulture, $"\\x{(int)delimiter:x2}");
        var field = $"(?:{Quoted}\"|[^\"{sign}\\r\\n]*+)";
        var anyField = $"(?:{Quoted}\"[^{sign}\\r\\n]*+|(?!\")[^{sign}\\r\\n]*+)";
        var fields = $"(?:{anyField}{sign})*+";
        FirstField = $"^([^{sign}]*+)";
        UntilOpenQuote = $"^(?:{fields}{anyField}{LineEnd})*+{fields}(?={Quoted}\\z)";
        WellFormed = $"^{field}(?:{sign}{field})*+\\z";
        Open = $"{UntilOpenQuote}\"";
        Record = $"\\G({fields}(?:{anyField}|{Quoted}\\z))(?:{LineEnd}|\\z)";
    }

    /// <summary>A whole record whose every field is as RFC 4180 wants it.</summary>
    public string WellFormed { get; }

    /// <summary>The first field of a well-formed record where it is not quoted.</summary>
    public string FirstField { get; }

    /// <summary>A text that ends within a quoted field. A quote within an unquoted field opens nothing.</summary>
    public string Open { get; }

    /// <summary>What stands before the quote that opens and never closes.</summary>
    public string UntilOpenQuote { get; }

    /// <summary>One record, well-formed or not, and its line end; the record is group 1.</summary>
    public string Record { get; }
}
