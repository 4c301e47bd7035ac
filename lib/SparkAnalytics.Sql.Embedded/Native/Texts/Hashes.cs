using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Hash functions as Spark computes them.</summary>
internal static class Hashes
{
    private const ulong Prime1 = 0x9E3779B185EBCA87UL;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4FUL;
    private const ulong Prime3 = 0x165667B19E3779F9UL;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63UL;
    private const ulong Prime5 = 0x27D4EB2F165667C5UL;

    private static readonly uint[] s_crcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    public static bool XxHash64Text(ref NativeCall call)
    {
        call.LongResult = (long)XxHash64(call.Bytes(0), (ulong)call.Long(1));
        return true;
    }

    public static bool XxHash64Long(ref NativeCall call)
    {
        var hash = (ulong)call.Long(1) + Prime5 + 8;
        hash = Mix8(hash, (ulong)call.Long(0));
        call.LongResult = (long)Avalanche(hash);
        return true;
    }

    public static bool XxHash64Int(ref NativeCall call)
    {
        var hash = (ulong)call.Long(1) + Prime5 + 4;
        hash = Mix4(hash, (uint)(int)call.Long(0));
        call.LongResult = (long)Avalanche(hash);
        return true;
    }

    public static bool Crc32(ref NativeCall call)
    {
        var crc = uint.MaxValue;
        foreach (var item in call.Bytes(0))
        {
            crc = (crc >> 8) ^ s_crcTable[(crc ^ item) & 0xFF];
        }

        call.LongResult = ~crc;
        return true;
    }

    public static bool Sha2(ref NativeCall call)
    {
        var bytes = call.Bytes(0);
        byte[]? hash = call.Long(1) switch
        {
            0 or 256 => SHA256.HashData(bytes),
            384 => SHA384.HashData(bytes),
            512 => SHA512.HashData(bytes),
            _ => null,
        };
        if (hash is not null)
        {
            call.Write(Convert.ToHexStringLower(hash));
        }

        return hash is not null;
    }

    internal static ulong XxHash64(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var length = (ulong)bytes.Length;
        ulong hash;
        if (bytes.Length >= 32)
        {
            hash = Stripes(ref bytes, seed);
        }
        else
        {
            hash = seed + Prime5;
        }

        hash += length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            hash = Mix8(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        if (bytes.Length >= 4)
        {
            hash = Mix4(hash, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
            bytes = bytes[4..];
        }

        foreach (var item in bytes)
        {
            hash = BitOperations.RotateLeft(hash ^ (item * Prime5), 11) * Prime1;
        }

        return Avalanche(hash);
    }

    private static ulong Stripes(ref ReadOnlySpan<byte> bytes, ulong seed)
    {
        Span<ulong> lanes = [seed + Prime1 + Prime2, seed + Prime2, seed, seed - Prime1];
        for (; bytes.Length >= 32; bytes = bytes[32..])
        {
            for (var lane = 0; lane < 4; lane++)
            {
                lanes[lane] = Round(lanes[lane], BinaryPrimitives.ReadUInt64LittleEndian(bytes[(lane * 8)..]));
            }
        }

        var hash = BitOperations.RotateLeft(lanes[0], 1) + BitOperations.RotateLeft(lanes[1], 7) + BitOperations.RotateLeft(lanes[2], 12) + BitOperations.RotateLeft(lanes[3], 18);
        foreach (var lane in lanes)
        {
            hash = ((hash ^ Round(0, lane)) * Prime1) + Prime4;
        }

        return hash;
    }

    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    private static ulong Mix8(ulong hash, ulong input) => (BitOperations.RotateLeft(hash ^ Round(0, input), 27) * Prime1) + Prime4;

    private static ulong Mix4(ulong hash, uint input) => (BitOperations.RotateLeft(hash ^ (input * Prime1), 23) * Prime2) + Prime3;

    private static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    private static uint CrcEntry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
        }

        return entry;
    }
}
