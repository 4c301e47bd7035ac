using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>A JSON string between its quotes, escapes as written.</summary>
internal readonly ref struct JsonString(ReadOnlySpan<byte> raw, bool hasEscapes)
{
    /// <summary>The bytes that end a run of plain text in a string in double quotes.</summary>
    public static readonly SearchValues<byte> DoubleQuoteStops = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    /// <summary>The same in single quotes.</summary>
    public static readonly SearchValues<byte> SingleQuoteStops = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code), (byte)'\'', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _raw = raw;

    /// <summary>The bytes as written.</summary>
    public ReadOnlySpan<byte> Raw => _raw;

    /// <summary>Whether there are escapes in it.</summary>
    public bool HasEscapes => hasEscapes;

    /// <summary>Whether the text is that one.</summary>
    public bool Equals(ReadOnlySpan<byte> text)
    {
        if (!hasEscapes)
        {
            return _raw.SequenceEqual(text);
        }

        var buffer = new ArrayBufferWriter<byte>(_raw.Length + 1);
        return Decode(buffer) && buffer.WrittenSpan.SequenceEqual(text);
    }

    /// <summary>The text with its escapes resolved; half a surrogate pair becomes U+FFFD.</summary>
    public override string ToString()
    {
        var buffer = new ArrayBufferWriter<byte>(_raw.Length + 1);
        Decode(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Whether no escape is half a surrogate pair.</summary>
    public bool HasWholePairs()
    {
        for (var index = 0; index < _raw.Length;)
        {
            var escape = _raw[index..].IndexOf((byte)'\\');
            if (escape < 0)
            {
                break;
            }

            index += escape;
            if (_raw[index + 1] != (byte)'u')
            {
                index += 2;
            }
            else if (!TryReadRune(ref index, out _))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the text with its escapes resolved; false where half a surrogate pair stands in it.</summary>
    public bool Decode(IBufferWriter<byte> output)
    {
        if (!hasEscapes)
        {
            output.Write(_raw);
            return true;
        }

        var isWhole = true;
        Span<byte> encoded = stackalloc byte[4];
        for (var index = 0; index < _raw.Length;)
        {
            var plain = _raw[index..].IndexOf((byte)'\\');
            output.Write(plain < 0 ? _raw[index..] : _raw.Slice(index, plain));
            if (plain < 0)
            {
                break;
            }

            index += plain;
            if (_raw[index + 1] == (byte)'u')
            {
                isWhole &= TryReadRune(ref index, out var rune);
                output.Write(encoded[..rune.EncodeToUtf8(encoded)]);
            }
            else
            {
                output.Write([Unescape(_raw[index + 1])]);
                index += 2;
            }
        }

        return isWhole;
    }

    private static byte Unescape(byte sign) => sign switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => sign,
    };

    /// <summary>Reads <c>\uXXXX</c>, or two of them that make a pair.</summary>
    private bool TryReadRune(ref int index, out Rune rune)
    {
        Utf8Parser.TryParse(_raw.Slice(index + 2, 4), out ushort first, out _, 'x');
        index += 6;
        if (!char.IsSurrogate((char)first))
        {
            rune = new Rune((char)first);
            return true;
        }

        rune = Rune.ReplacementChar;
        if (!char.IsHighSurrogate((char)first) || index + 6 > _raw.Length || _raw[index] != (byte)'\\' || _raw[index + 1] != (byte)'u')
        {
            return false;
        }

        Utf8Parser.TryParse(_raw.Slice(index + 2, 4), out ushort second, out _, 'x');
        if (!char.IsLowSurrogate((char)second))
        {
            return false;
        }

        index += 6;
        rune = new Rune((char)first, (char)second);
        return true;
    }
}
