using System.Buffers.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>Walks over one JSON text in UTF-8. Strict is RFC 8259; otherwise it takes what Spark's parser takes: single quotes and control characters in strings.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> text, bool isStrict)
{
    private const int MaxDepth = 1000;
    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;
    private int _depth;

    /// <summary>Where the cursor stands, in bytes.</summary>
    public readonly int Position => _position;

    /// <summary>The byte at the cursor after white space, or 0 at the end.</summary>
    public byte Peek()
    {
        while (_position < _text.Length && _text[_position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            _position++;
        }

        return _position < _text.Length ? _text[_position] : (byte)0;
    }

    /// <summary>Whether only white space is left.</summary>
    public bool IsAtEnd() => Peek() == 0 && _position >= _text.Length;

    /// <summary>Takes that byte if it is next.</summary>
    public bool Take(char wanted)
    {
        if (Peek() != (byte)wanted)
        {
            return false;
        }

        _position++;
        return true;
    }

    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _text[start..end];

    /// <summary>Goes over the next value; false where it is not valid.</summary>
    public bool Skip() => Peek() switch
    {
        (byte)'{' => SkipObject(),
        (byte)'[' => SkipArray(),
        (byte)'"' => TakeString(out _),
        (byte)'\'' when !isStrict => TakeString(out _),
        (byte)'t' => TakeWord("true"u8),
        (byte)'f' => TakeWord("false"u8),
        (byte)'n' => TakeWord("null"u8),
        _ => TakeNumber(out _, out _),
    };

    /// <summary>Takes a member's name and its colon.</summary>
    public bool TakeName(out JsonString name) => TakeString(out name) && Take(':');

    /// <summary>Takes a string.</summary>
    public bool TakeString(out JsonString value)
    {
        value = default;
        var quote = Peek();
        if (quote != (byte)'"' && (isStrict || quote != (byte)'\''))
        {
            return false;
        }

        var start = ++_position;
        var hasEscapes = false;
        var stops = quote == (byte)'"' ? JsonString.DoubleQuoteStops : JsonString.SingleQuoteStops;
        while (true)
        {
            var next = _text[_position..].IndexOfAny(stops);
            if (next < 0)
            {
                return false;
            }

            _position += next;
            var sign = _text[_position];
            if (sign == quote)
            {
                value = new JsonString(_text[start.._position++], hasEscapes);
                return !isStrict || !hasEscapes || value.HasWholePairs();
            }

            if (sign != (byte)'\\')
            {
                if (isStrict)
                {
                    return false;
                }

                _position++;
                continue;
            }

            hasEscapes = true;
            if (!TakeEscape())
            {
                return false;
            }
        }
    }

    /// <summary>Takes a number and says whether it is a whole one.</summary>
    public bool TakeNumber(out ReadOnlySpan<byte> digits, out bool isWhole)
    {
        Peek();
        var start = _position;
        isWhole = true;
        TakeByte('-');
        var whole = TakeDigits();
        var isValid = whole > 0 && (whole == 1 || _text[_position - whole] != (byte)'0');
        if (isValid && TakeByte('.'))
        {
            isWhole = false;
            isValid = TakeDigits() > 0;
        }

        if (isValid && (TakeByte('e') || TakeByte('E')))
        {
            isWhole = false;
            _ = TakeByte('+') || TakeByte('-');
            isValid = TakeDigits() > 0;
        }

        digits = _text[start.._position];
        return isValid && (_position >= _text.Length || !IsWordByte(_text[_position]));
    }

    public bool TakeWord(ReadOnlySpan<byte> word)
    {
        Peek();
        if (!_text[_position..].StartsWith(word))
        {
            return false;
        }

        _position += word.Length;
        return _position >= _text.Length || !IsWordByte(_text[_position]);
    }

    private static bool IsWordByte(byte sign) => char.IsAsciiLetterOrDigit((char)sign) || sign is (byte)'.' or (byte)'_' or (byte)'-' or (byte)'+' || sign >= 0x80;

    private bool TakeByte(char wanted)
    {
        if (_position >= _text.Length || _text[_position] != (byte)wanted)
        {
            return false;
        }

        _position++;
        return true;
    }

    private int TakeDigits()
    {
        var start = _position;
        while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]))
        {
            _position++;
        }

        return _position - start;
    }

    private bool TakeEscape()
    {
        if (_position + 1 >= _text.Length)
        {
            return false;
        }

        var kind = _text[_position + 1];
        _position += 2;
        if (kind == (byte)'u')
        {
            var isHex = _position + 4 <= _text.Length && Utf8Parser.TryParse(_text.Slice(_position, 4), out ushort _, out var used, 'x') && used == 4;
            _position += 4;
            return isHex;
        }

        return kind is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' || (!isStrict && kind == (byte)'\'');
    }

    private bool SkipObject()
    {
        _position++;
        if (++_depth > MaxDepth)
        {
            return false;
        }

        if (!Take('}'))
        {
            do
            {
                if (!TakeName(out _) || !Skip())
                {
                    return false;
                }
            }
            while (Take(','));
            if (!Take('}'))
            {
                return false;
            }
        }

        _depth--;
        return true;
    }

    private bool SkipArray()
    {
        _position++;
        if (++_depth > MaxDepth)
        {
            return false;
        }

        if (!Take(']'))
        {
            do
            {
                if (!Skip())
                {
                    return false;
                }
            }
            while (Take(','));
            if (!Take(']'))
            {
                return false;
            }
        }

        _depth--;
        return true;
    }
}
