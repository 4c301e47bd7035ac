using System.Buffers;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Bytes that are written one after the other, and can be taken back from the end.</summary>
internal sealed class TextBuffer(int capacity) : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[capacity];

    /// <summary>How many bytes are written.</summary>
    public int WrittenCount { get; private set; }

    /// <summary>For how many bytes there is room before it grows.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>What is written; valid until more is.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, WrittenCount);

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Adds bytes that the caller has still to set.</summary>
    public Span<byte> Take(int length)
    {
        var span = GetSpan(length)[..length];
        WrittenCount += length;
        return span;
    }

    /// <summary>Takes back all that was written after the first bytes.</summary>
    public void Truncate(int length) => WrittenCount = Math.Min(WrittenCount, length);

    /// <summary>Room for at least so many bytes, which <see cref="Advance"/> adds.</summary>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - WrittenCount < Math.Max(sizeHint, 1))
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(WrittenCount + Math.Max(sizeHint, 1L), _bytes.Length * 2L), Array.MaxLength));
        }

        return _bytes.AsSpan(WrittenCount);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(WrittenCount);
    }

    public void Advance(int count) => WrittenCount += count;
}
