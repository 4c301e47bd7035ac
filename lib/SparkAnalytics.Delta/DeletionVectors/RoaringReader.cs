using System.Buffers.Binary;
using System.Numerics;

namespace SparkAnalytics.Delta;

/// <summary>
/// Sets of row numbers in the portable 64-bit Roaring format: 32-bit bitmaps, each under its upper half (RoaringFormatSpec, "Extension
/// for 64-bit implementations"). All integers are little-endian.
/// </summary>
internal ref struct RoaringReader(ReadOnlySpan<byte> bytes)
{
    private const uint Magic = 1681511377;
    private const int PlainCookie = 12346;
    private const int RunCookie = 12347;
    private const int OffsetsFrom = 4;
    private const int LargestArray = 4096;
    private const int BitmapWords = 1024;
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>The row numbers of a Delta deletion vector, rising.</summary>
    public static List<long> ReadVector(ReadOnlySpan<byte> bytes)
    {
        var reader = new RoaringReader(bytes);
        try
        {
            var magic = reader.UInt32();
            return magic == Magic ? reader.Bitmaps() : throw new FormatException($"It begins with {magic} instead of {Magic}.");
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw new FormatException("It ends too early.", problem);
        }
    }

    private List<long> Bitmaps()
    {
        var rows = new List<long>();
        var count = BinaryPrimitives.ReadInt64LittleEndian(Take(8));
        for (var index = 0L; index < count; index++)
        {
            Bitmap((long)UInt32() << 32, rows);
        }

        return rows;
    }

    private void Bitmap(long high, List<long> rows)
    {
        var cookie = UInt32();
        var hasRuns = (cookie & 0xFFFF) == RunCookie;
        if (!hasRuns && cookie != PlainCookie)
        {
            throw new FormatException($"A bitmap begins with {cookie}, which is no cookie.");
        }

        var count = hasRuns ? (int)(cookie >> 16) + 1 : (int)UInt32();
        var runFlags = hasRuns ? Take((count + 7) / 8) : default;
        var descriptors = Take(count * 4);
        if (!hasRuns || count >= OffsetsFrom)
        {
            _ = Take(count * 4);
        }

        for (var index = 0; index < count; index++)
        {
            var key = high | ((long)BinaryPrimitives.ReadUInt16LittleEndian(descriptors[(index * 4)..]) << 16);
            var cardinality = BinaryPrimitives.ReadUInt16LittleEndian(descriptors[((index * 4) + 2)..]) + 1;
            if (hasRuns && (runFlags[index / 8] & (1 << (index % 8))) != 0)
            {
                Runs(key, rows);
            }
            else if (cardinality <= LargestArray)
            {
                Values(key, cardinality, rows);
            }
            else
            {
                Bits(key, rows);
            }
        }
    }

    private void Runs(long key, List<long> rows)
    {
        var count = UInt16();
        for (var index = 0; index < count; index++)
        {
            var first = UInt16();
            var last = first + UInt16();
            for (var value = (int)first; value <= last; value++)
            {
                rows.Add(key | (uint)value);
            }
        }
    }

    private void Values(long key, int count, List<long> rows)
    {
        for (var index = 0; index < count; index++)
        {
            rows.Add(key | UInt16());
        }
    }

    private void Bits(long key, List<long> rows)
    {
        for (var word = 0; word < BitmapWords; word++)
        {
            var bits = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
            while (bits != 0)
            {
                rows.Add(key | (uint)((word * 64) + BitOperations.TrailingZeroCount(bits)));
                bits &= bits - 1;
            }
        }
    }

    private ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    private uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
