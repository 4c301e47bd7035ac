using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Spark's options of the CSV reader. Line breaks inside quotes are always allowed, as by RFC 4180.</summary>
internal sealed class CsvFormat
{
    /// <exception cref="AnalysisException">An option has a value that this engine does not have.</exception>
    public CsvFormat(Read read)
    {
        Delimiter = Single(read, "sep") ?? Single(read, "delimiter") ?? ',';
        Quote = Single(read, "quote") ?? '"';
        var escape = Single(read, "escape") ?? Quote;
        if (escape != Quote)
        {
            throw new AnalysisException($"The embedded engine reads CSV by RFC 4180 only, where a quote is doubled; the option escape must be '{Quote}', not '{escape}'.");
        }

        if (read.Option("encoding") is { } encoding && !encoding.Replace("-", string.Empty, StringComparison.Ordinal).Equals("UTF8", StringComparison.OrdinalIgnoreCase))
        {
            throw new AnalysisException($"The embedded engine reads CSV in UTF-8 only, not in {encoding}.");
        }

        HasHeader = read.IsOn("header");
        CorruptColumn = read.Option("columnNameOfCorruptRecord");
        DropsCorrupt = ReadOptions.Value<bool>(read.Options, "mode", text => text.ToUpperInvariant() switch { "DROPMALFORMED" => true, "PERMISSIVE" => false, _ => null }, "PERMISSIVE or DROPMALFORMED") is true;
        Md5Column = read.Option("columnNameOfCorruptRecordMd5");
        Wanted = read.Option("corruptWithoutAnyOf")?.Split(',') ?? [];
        IsPositional = !read.Columns.IsEmpty && (!HasHeader || read.IsOn("enforceSchema"));
        NullTexts = read.Option("nullValue") is { Length: > 0 } text ? [string.Empty, text] : [string.Empty];
    }

    public char Delimiter { get; }

    public char Quote { get; }

    public bool HasHeader { get; }

    /// <summary>The column that gets an unreadable record's text, or null for none.</summary>
    public string? CorruptColumn { get; }

    /// <summary>The column that gets the md5 of an unreadable record's bytes, or null for none.</summary>
    public string? Md5Column { get; }

    public bool DropsCorrupt { get; }

    /// <summary>Columns of which one must hold something where any other does, else the record counts as unreadable.</summary>
    public IReadOnlyList<string> Wanted { get; }

    /// <summary>Whether the given columns go by position, as Spark's do with <c>enforceSchema</c>, and not by the header's names.</summary>
    public bool IsPositional { get; }

    /// <summary>Whether a column holds a field, not what is told about the record.</summary>
    public bool IsField(string column) => column != CorruptColumn && column != Md5Column;

    /// <summary>Fields with this text are NULL.</summary>
    public IReadOnlyList<string> NullTexts { get; }

    private static char? Single(Read read, string name) => read.Option(name) switch
    {
        null => null,
        [var sign] when sign < 128 => sign,
        var other => throw new AnalysisException($"The option {name} must be one ASCII character for the embedded engine, not '{other}'."),
    };
}
