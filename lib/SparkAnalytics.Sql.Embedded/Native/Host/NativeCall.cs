using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>One row of a call: reads arguments where DuckDB keeps them, and collects the result.</summary>
internal unsafe ref struct NativeCall
{
    /// <summary>Texts up to this length lie in the vector itself.</summary>
    public const int InlineLength = 12;

    private readonly void** _columns;
    private readonly ArrayBufferWriter<byte> _output;
    private readonly long _row;

    public NativeCall(void** columns, long vector, long row, ArrayBufferWriter<byte> output, List<Range?> items)
    {
        Vector = vector;
        Items = items;
        _columns = columns;
        _row = row;
        _output = output;
    }

    /// <summary>A number that the rows of one vector share, on one thread, with no others.</summary>
    public long Vector { get; }

    /// <summary>The result of a function that gives a number or a truth value.</summary>
    public long LongResult { get; set; }

    /// <summary>The texts of a result that is a list, as parts of <see cref="Output"/>; null for NULL.</summary>
    public List<Range?> Items { get; }

    /// <summary>Where the result of a function that gives text goes.</summary>
    public readonly ArrayBufferWriter<byte> Output => _output;

    /// <summary>The UTF-8 bytes of a text argument; valid during the call.</summary>
    public readonly ReadOnlySpan<byte> Bytes(int argument)
    {
        var value = (byte*)_columns[argument] + (_row * 16);
        var length = Unsafe.ReadUnaligned<int>(value);
        return new ReadOnlySpan<byte>(length <= InlineLength ? value + 4 : (byte*)Unsafe.ReadUnaligned<nint>(value + 8), length);
    }

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
