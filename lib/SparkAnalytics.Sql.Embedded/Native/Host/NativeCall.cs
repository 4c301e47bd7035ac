using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>One row of a call: reads arguments where DuckDB keeps them, and collects the result.</summary>
internal unsafe ref struct NativeCall
{
    /// <summary>Texts up to this length lie in the vector itself.</summary>
    public const int InlineLength = 12;

    private readonly void** _columns;
    private readonly TextBuffer _output;
    private readonly long _row;
    private readonly int _start;

    public NativeCall(void** columns, long vector, long row, TextBuffer output, List<Range?> items)
    {
        Vector = vector;
        Items = items;
        _columns = columns;
        _row = row;
        _output = output;
        _start = output.WrittenCount;
    }

    /// <summary>A number that the rows of one vector share, on one thread, with no others.</summary>
    public long Vector { get; }

    /// <summary>The result of a function that gives a number or a truth value.</summary>
    public long LongResult { get; set; }

    /// <summary>The texts of a result that is a list, as parts of <see cref="Output"/>; null for NULL.</summary>
    public List<Range?> Items { get; }

    /// <summary>Where the result of a function that gives text goes, after what other rows have put there.</summary>
    public readonly TextBuffer Output => _output;

    /// <summary>Takes back what this row has put into <see cref="Output"/>.</summary>
    public readonly void TakeBack() => _output.Truncate(_start);

    /// <summary>The UTF-8 bytes of a text argument; valid during the call.</summary>
    public readonly ReadOnlySpan<byte> Bytes(int argument) => NativeVector.Bytes(_columns[argument], _row);

    public readonly string Text(int argument) => Encoding.UTF8.GetString(Bytes(argument));

    public readonly double Double(int argument) => ((double*)_columns[argument])[_row];

    public readonly long Long(int argument) => ((long*)_columns[argument])[_row];

    /// <summary>Adds text to the result.</summary>
    public readonly void Write(ReadOnlySpan<char> text)
    {
        var span = _output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _output.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    /// <summary>Adds UTF-8 bytes to the result.</summary>
    public readonly void Write(ReadOnlySpan<byte> bytes) => _output.Write(bytes);
}
