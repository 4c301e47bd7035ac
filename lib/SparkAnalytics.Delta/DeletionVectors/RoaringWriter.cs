using System.Buffers.Binary;

namespace SparkAnalytics.Delta;

/// <summary>
/// Row numbers in the portable 64-bit Roaring format that <see cref="RoaringReader"/> reads, in arrays and bitmaps and never in runs.
/// All integers are little-endian.
/// </summary>
internal sealed class RoaringWriter
{
    private const uint Magic = 1681511377;
    private const uint PlainCookie = 12346;
    private const int LargestArray = 4096;
    private const int BitmapBytes = 8192;
    private readonly MemoryStream bytes = new();

    private RoaringWriter()
    {
    }

    /// <summary>A Delta deletion vector.</summary>
    /// <param name="rows">Row numbers from 0, each above the one before.</param>
    /// <exception cref="ArgumentException">They do not rise, or one is negative.</exception>
    public static byte[] WriteVector(ReadOnlySpan<long> rows)
    {
        var previous = -1L;
        foreach (var row in rows)
        {
            previous = row > previous ? row : throw new ArgumentException($"Row {row} follows row {previous}; rows are counted from 0 and have to rise.", nameof(rows));
        }

        var writer = new RoaringWriter();
        writer.Bitmaps(rows);
        return writer.bytes.ToArray();
    }

    private void Bitmaps(ReadOnlySpan<long> rows)
    {
        var groups = Groups(rows, 32);
        UInt32(Magic);
        UInt64((ulong)groups.Count);
        foreach (var group in groups)
        {
            UInt32((uint)(rows[group][0] >> 32));
            Bitmap(rows[group]);
        }
    }

    /// <summary>One 32-bit bitmap: cookie, keys and cardinalities, offsets from the cookie on, and the containers.</summary>
    private void Bitmap(ReadOnlySpan<long> rows)
    {
        var containers = Groups(rows, 16);
        UInt32(PlainCookie);
        UInt32((uint)containers.Count);
        foreach (var container in containers)
        {
            UInt16((ushort)(rows[container][0] >> 16));
            UInt16((ushort)(rows[container].Length - 1));
        }

        var offset = 8 + (containers.Count * 8);
        foreach (var container in containers)
        {
            UInt32((uint)offset);
            var count = rows[container].Length;
            offset += count <= LargestArray ? count * 2 : BitmapBytes;
        }

        foreach (var container in containers)
        {
            Container(rows[container]);
        }
    }

    private void Container(ReadOnlySpan<long> rows)
    {
        if (rows.Length <= LargestArray)
        {
            foreach (var row in rows)
            {
                UInt16((ushort)row);
            }

            return;
        }

        var bits = new byte[BitmapBytes];
        foreach (var row in rows)
        {
            bits[(ushort)row / 8] |= (byte)(1 << ((int)row & 7));
        }

        bytes.Write(bits);
    }

    /// <summary>Where the rows lie that are the same but for their lowest bits.</summary>
    private static List<Range> Groups(ReadOnlySpan<long> rows, int bits)
    {
        var groups = new List<Range>();
        for (var start = 0; start < rows.Length;)
        {
            var key = rows[start] >> bits;
            var end = start + 1;
            while (end < rows.Length && rows[end] >> bits == key)
            {
                end++;
            }

            groups.Add(start..end);
            start = end;
        }

        return groups;
    }

    private void UInt16(ushort value)
    {
        Span<byte> buffer = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(buffer, value);
        bytes.Write(buffer);
    }

    private void UInt32(uint value)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
        bytes.Write(buffer);
    }

    private void UInt64(ulong value)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(buffer, value);
        bytes.Write(buffer);
    }
}
