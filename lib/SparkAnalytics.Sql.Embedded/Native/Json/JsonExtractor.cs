using System.Buffers;
using System.Globalization;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;
using SparkAnalytics.Sql.Embedded.Native.Texts;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>Follows a path through a JSON text and writes what it finds, as Spark's <c>get_json_object</c> does.</summary>
/// <param name="text">The JSON text.</param>
/// <param name="output">Where to write.</param>
/// <param name="wanted">Which kinds of values count. Of names given twice the first that is not null is taken whatever its kind, as Spark does; among the items of a wildcard the others are as good as absent.</param>
internal ref struct JsonExtractor(ReadOnlySpan<byte> text, TextBuffer output, JsonWanted wanted = JsonWanted.Any)
{
    private JsonCursor _cursor = new(text, isStrict: false);

    private int _wildcards;

    /// <summary>Whether what the path leads to is there but of another kind.</summary>
    public bool IsOtherKind { get; private set; }

    /// <summary>Whether all was valid so far.</summary>
    public bool IsValid { get; private set; } = true;

    /// <summary>Goes over the next value and writes what the steps lead to; false where that is nothing or null.</summary>
    /// <param name="steps">The steps still to go.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="isQuoted">Whether a string keeps its quotes.</param>
    public bool Find(IReadOnlyList<JsonStep> steps, int from, bool isQuoted)
    {
        if (from == steps.Count)
        {
            return wanted.Accepts(_cursor.Peek()) ? WriteValue(isQuoted) : SkipOther();
        }

        var step = steps[from];
        return (_cursor.Peek(), step) switch
        {
            ((byte)'{', { Member: not null }) => InObject(steps, from, isQuoted),
            ((byte)'[', { Member: null }) => InArray(steps, from, isQuoted),
            _ => Skip(),
        };
    }

    private bool Skip()
    {
        IsValid &= _cursor.Skip();
        return false;
    }

    private bool SkipOther()
    {
        IsOtherKind |= _wildcards == 0 && _cursor.Peek() != (byte)'n';
        return Skip() || IsOtherKind;
    }

    private bool InObject(IReadOnlyList<JsonStep> steps, int from, bool isQuoted)
    {
        _cursor.Take('{');
        var isFound = false;
        if (_cursor.Take('}'))
        {
            return false;
        }

        do
        {
            IsValid &= _cursor.TakeName(out var name);
            if (!IsValid)
            {
                return false;
            }

            isFound |= !isFound && name.Equals(steps[from].Member) ? Find(steps, from + 1, isQuoted) : Skip();
        }
        while (IsValid && _cursor.Take(','));
        IsValid = IsValid && _cursor.Take('}');
        return isFound;
    }

    private bool InArray(IReadOnlyList<JsonStep> steps, int from, bool isQuoted)
    {
        _cursor.Take('[');
        if (_cursor.Take(']'))
        {
            return false;
        }

        var step = steps[from];
        var start = output.WrittenCount;
        var found = 0;
        var index = 0;
        _wildcards += step.IsWildcard ? 1 : 0;
        do
        {
            if (!step.IsWildcard)
            {
                found += (index++ == step.Index ? Find(steps, from + 1, isQuoted) : Skip()) ? 1 : 0;
                continue;
            }

            var mark = output.WrittenCount;
            output.Write(","u8);
            if (Find(steps, from + 1, isQuoted: true))
            {
                found++;
            }
            else
            {
                Rewind(mark);
            }
        }
        while (IsValid && _cursor.Take(','));
        _wildcards -= step.IsWildcard ? 1 : 0;
        IsValid = IsValid && _cursor.Take(']');
        if (step.IsWildcard && found > 0)
        {
            Enclose(start, found);
        }

        return found > 0;
    }

    /// <summary>Turns <c>,1,2</c> into <c>[1,2]</c>, and <c>,1</c> into <c>1</c>.</summary>
    private readonly void Enclose(int start, int found)
    {
        var items = output.WrittenSpan[(start + 1)..].ToArray();
        Rewind(start);
        if (found == 1)
        {
            output.Write(items);
            return;
        }

        output.Write("["u8);
        output.Write(items);
        output.Write("]"u8);
    }

    private readonly void Rewind(int length) => output.Truncate(length);

    private bool WriteValue(bool isQuoted)
    {
        switch (_cursor.Peek())
        {
            case (byte)'{':
                return WriteObject();
            case (byte)'[':
                return WriteArray();
            case (byte)'"' or (byte)'\'':
                return WriteString(isQuoted);
            case (byte)'t':
                return WriteWord("true"u8);
            case (byte)'f':
                return WriteWord("false"u8);
            case (byte)'n':
                IsValid &= _cursor.TakeWord("null"u8);
                return false;
            default:
                return WriteNumber();
        }
    }

    private bool WriteWord(ReadOnlySpan<byte> word)
    {
        IsValid &= _cursor.TakeWord(word);
        output.Write(word);
        return IsValid;
    }

    private bool WriteString(bool isQuoted)
    {
        IsValid &= _cursor.TakeString(out var value);
        if (!IsValid)
        {
            return false;
        }

        if (isQuoted)
        {
            IsValid &= value.HasWholePairs();
            JsonQuoting.Write(value.ToString(), output);
        }
        else
        {
            IsValid &= value.Decode(output);
        }

        return IsValid;
    }

    private bool WriteNumber()
    {
        IsValid &= _cursor.TakeNumber(out var digits, out var isWhole);
        if (!IsValid)
        {
            return false;
        }

        if (isWhole)
        {
            output.Write(digits.SequenceEqual("-0"u8) ? "0"u8 : digits);
        }
        else
        {
            var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            var text = NumberText.Java(number, number.ToString("R", CultureInfo.InvariantCulture));
            output.Write(Encoding.UTF8.GetBytes(double.IsInfinity(number) ? $"\"{text}\"" : text));
        }

        return true;
    }

    private bool WriteObject()
    {
        _cursor.Take('{');
        output.Write("{"u8);
        if (!_cursor.Take('}'))
        {
            do
            {
                IsValid &= _cursor.TakeName(out var name);
                if (!IsValid)
                {
                    return false;
                }

                JsonQuoting.Write(name.ToString(), output);
                output.Write(":"u8);
                WriteElement();
            }
            while (IsValid && Comma());
            IsValid = IsValid && _cursor.Take('}');
        }

        output.Write("}"u8);
        return IsValid;
    }

    private bool WriteArray()
    {
        _cursor.Take('[');
        output.Write("["u8);
        if (!_cursor.Take(']'))
        {
            do
            {
                WriteElement();
            }
            while (IsValid && Comma());
            IsValid = IsValid && _cursor.Take(']');
        }

        output.Write("]"u8);
        return IsValid;
    }

    private void WriteElement()
    {
        if (!WriteValue(isQuoted: true) && IsValid)
        {
            output.Write("null"u8);
        }
    }

    private bool Comma()
    {
        var isNext = _cursor.Take(',');
        if (isNext)
        {
            output.Write(","u8);
        }

        return isNext;
    }
}
