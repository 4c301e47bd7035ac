using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>MD5 of texts as 32 digits in lower hex, of as many texts at once as the processor has lanes for.</summary>
internal static unsafe class Md5Vectors
{
    /// <summary>How many texts are taken from a vector at once; those of DuckDB have no more.</summary>
    private const int MostTexts = 2048;

    private const int Digits = 2 * MD5.HashSizeInBytes;

    /// <summary>How many texts this processor takes at once: 16, 8, 4 or 1.</summary>
    public static int Lanes => !BitConverter.IsLittleEndian ? 1
        : Vector512.IsHardwareAccelerated ? Lanes16.Count
        : Vector256.IsHardwareAccelerated ? Lanes8.Count
        : Vector128.IsHardwareAccelerated ? Lanes4.Count : 1;

    /// <summary>The digests of a column of texts.</summary>
    [SkipLocalsInit]
    public static void Run(in NativeVector arguments, in TextColumn results)
    {
        var texts = stackalloc byte*[MostTexts];
        var lengths = stackalloc int[MostTexts];
        var rows = stackalloc long[MostTexts];
        var digests = stackalloc byte[MostTexts * MD5.HashSizeInBytes];
        for (var row = 0L; row < arguments.Rows;)
        {
            var count = 0;
            for (; row < arguments.Rows && count < MostTexts; row++)
            {
                if (arguments.IsValid(row))
                {
                    var text = arguments.Bytes(0, row);
                    texts[count] = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in text.GetPinnableReference()));
                    lengths[count] = text.Length;
                    rows[count++] = row;
                }
            }

            Compute(texts, new ReadOnlySpan<int>(lengths, count), digests, Lanes);
            for (var index = 0; index < count; index++)
            {
                var digest = new ReadOnlySpan<byte>(digests + (index * MD5.HashSizeInBytes), MD5.HashSizeInBytes);
                Convert.TryToHexStringLower(digest, results.Reserve(rows[index], Digits), out _);
            }
        }
    }

    /// <summary>The digests of texts, 16 bytes each, with so many lanes.</summary>
    public static void Compute(byte** texts, ReadOnlySpan<int> lengths, byte* digests, int lanes)
    {
        switch (lanes)
        {
            case 16:
                Md5Batch<Lanes16, Vector512<uint>>.Compute(texts, lengths, digests);
                break;
            case 8:
                Md5Batch<Lanes8, Vector256<uint>>.Compute(texts, lengths, digests);
                break;
            case 4:
                Md5Batch<Lanes4, Vector128<uint>>.Compute(texts, lengths, digests);
                break;
            default:
                for (var index = 0; index < lengths.Length; index++)
                {
                    ComputeOne(texts[index], lengths[index], digests + (index * MD5.HashSizeInBytes));
                }

                break;
        }
    }

    /// <summary>The digest of one text.</summary>
    public static void ComputeOne(byte* text, int length, byte* digest) =>
        MD5.HashData(new ReadOnlySpan<byte>(text, length), new Span<byte>(digest, MD5.HashSizeInBytes));
}
