using System.Globalization;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>
/// Java patterns of CSV by RFC 4180. Groups repeat possessively: under <c>*</c> a group recurses each time round and overflows the stack in long records, under <c>*+</c> it does not.
/// Signs repeat in atomic groups, <c>(?>[..]*)</c>: that is one loop in Java, where <c>[..]*+</c> matches sign by sign.
/// </summary>
internal sealed class CsvPatterns
{
    private const string Quoted = "\"(?>[^\"]*)(?:\"\"(?>[^\"]*))*+";
    private const string LineEnd = "(?:\\r\\n?|\\n)";

    public CsvPatterns(char delimiter)
    {
        var sign = string.Create(CultureInfo.InvariantCulture, $"\\x{(int)delimiter:x2}");
        var anyField = $"(?:{Quoted}\"(?>[^{sign}\\r\\n]*)|(?!\")(?>[^{sign}\\r\\n]*))";
        var fields = $"(?:{anyField}{sign})*+";
        FirstField = $"^([^{sign}]*+)";
        UntilOpenQuote = $"^(?:{fields}{anyField}{LineEnd})*+{fields}(?={Quoted}\\z)";
        WellFormed = $"^(?:(?>[^\"\\r\\n]*)(?:(?<![^{sign}]){Quoted}\"(?={sign}|\\z)|\\z))*+\\z";
        Open = $"{UntilOpenQuote}\"";
        Record = $"\\G({fields}(?:{anyField}|{Quoted}\\z))(?:{LineEnd}|\\z)";
    }

    /// <summary>A whole record whose every field is as RFC 4180 wants it: whatever comes before a quote at once, and quotes only around whole fields.</summary>
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
