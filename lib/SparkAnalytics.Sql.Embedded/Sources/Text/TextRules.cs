using System.Globalization;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>What makes a record of a text file readable. Equal rules give equal results on the same file.</summary>
internal sealed record TextRules
{
    /// <summary>The byte between fields; a line of plain text may not hold it.</summary>
    public required byte Delimiter { get; init; }

    /// <summary>The quote, or null for plain lines.</summary>
    public byte? Quote { get; init; }

    /// <summary>How long a record may be.</summary>
    public required int MostBytes { get; init; }

    /// <summary>The fields of each record, or 0 for those of the first.</summary>
    public int Fields { get; init; }

    /// <summary>Whether the first record is a header, which is never rejected.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Positions of fields, parted by commas, of which one must hold something where any other does; empty where a record may be empty.</summary>
    public string Wanted { get; init; } = string.Empty;

    public CsvScanner NewScanner() => new(Delimiter, Quote, MostBytes) { Wanted = WantedFields() };

    /// <summary>Whether DuckDB can read a record.</summary>
    public bool Takes(ReadOnlySpan<byte> record, bool isReadable) => isReadable && (Quote is not null || !record.Contains(Delimiter));

    private bool[]? WantedFields()
    {
        if (Wanted.Length == 0)
        {
            return null;
        }

        var positions = Wanted.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var fields = new bool[positions.Max() + 1];
        positions.ForEach(position => fields[position] = true);
        return fields;
    }
}
