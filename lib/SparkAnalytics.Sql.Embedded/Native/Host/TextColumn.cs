using System.Runtime.CompilerServices;
using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>
/// The texts of one vector while they are written. Those that do not fit into the vector itself are handed to DuckDB many at once, as one text that the vector owns, and each is a part of that one:
/// a call for each text would cost more than most functions do.
/// </summary>
internal unsafe ref struct TextColumn(nint vector, TextBuffer buffer)
{
    /// <summary>What one text takes in the vector: its length, and then itself or its first bytes and where it lies.</summary>
    private const int Size = 16;

    private const int Place = 8;

    private readonly byte* _data = (byte*)Vectors.DuckDBVectorGetData(vector);

    /// <summary>Room for the text of a row, which the caller has to set; of more bytes than lie in the vector itself.</summary>
    public readonly Span<byte> Reserve(long row, int length)
    {
        Mark(row, buffer.WrittenCount, length);
        return buffer.Take(length);
    }

    /// <summary>Gives a row a text that the buffer ends with.</summary>
    public readonly void Keep(long row, int start)
    {
        var text = buffer.WrittenSpan[start..];
        if (Set(row, start, text))
        {
            buffer.Truncate(start);
        }
    }

    /// <summary>Gives a row a text that lies in the buffer.</summary>
    /// <returns>Whether it lies in the vector, so that the buffer needs it no longer.</returns>
    public readonly bool Set(long row, int start, ReadOnlySpan<byte> text)
    {
        if (text.Length > NativeCall.InlineLength)
        {
            Mark(row, start, text.Length);
            return false;
        }

        var value = _data + (row * Size);
        Unsafe.InitBlockUnaligned(value, 0, Size);
        *(int*)value = text.Length;
        text.CopyTo(new Span<byte>(value + sizeof(int), NativeCall.InlineLength));
        return true;
    }

    /// <summary>Gives a row no text; DuckDB need not read it, but <see cref="HandOver"/> does.</summary>
    public readonly void Clear(long row) => Unsafe.InitBlockUnaligned(_data + (row * Size), 0, Size);

    /// <summary>Gives a row the text of another, which is not yet handed over.</summary>
    public readonly void Copy(long from, long row) => Unsafe.CopyBlockUnaligned(_data + (row * Size), _data + (from * Size), Size);

    /// <summary>Hands the texts of some rows to DuckDB, which is all that the buffer holds, and empties it.</summary>
    public readonly void HandOver(long first, long end)
    {
        if (buffer.WrittenCount == 0)
        {
            return;
        }

        var texts = (byte*)null;
        for (var row = first; row < end; row++)
        {
            var value = _data + (row * Size);
            var length = *(int*)value;
            if (length <= NativeCall.InlineLength)
            {
                continue;
            }

            var start = *(long*)(value + Place);
            texts = texts == null ? Assign(row) : texts;
            *(int*)value = length;
            *(int*)(value + sizeof(int)) = Unsafe.ReadUnaligned<int>(texts + start);
            *(byte**)(value + Place) = texts + start;
        }

        buffer.Truncate(0);
    }

    /// <summary>Makes the whole buffer the text of a row.</summary>
    private readonly byte* Assign(long row)
    {
        *(int*)(_data + (row * Size)) = 0;
        fixed (byte* bytes = buffer.WrittenSpan)
        {
            Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)row, bytes, buffer.WrittenCount);
        }

        // A text that DuckDB did not take would leave an offset where it looks for an address.
        return *(int*)(_data + (row * Size)) == buffer.WrittenCount
            ? *(byte**)(_data + (row * Size) + Place)
            : throw new InvalidOperationException("DuckDB did not take a function's text: it is not valid UTF-8.");
    }

    private readonly void Mark(long row, int start, int length)
    {
        var value = _data + (row * Size);
        *(int*)value = length;
        *(long*)(value + Place) = start;
    }
}
