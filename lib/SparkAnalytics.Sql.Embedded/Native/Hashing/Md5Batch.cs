using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>Digests of many texts. Those with the same number of blocks are computed together, so that no lane waits for another.</summary>
internal static unsafe class Md5Batch<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Longer texts are computed one by one: few are of the same number of blocks.</summary>
    private const int MostBlocks = 64;

    /// <summary>The blocks of each text that are put together with what MD5 adds behind the text.</summary>
    private const int LastBlocks = 2;

    /// <summary>What stands behind the text at least: a one bit, and its length in bits.</summary>
    private const int LengthSize = sizeof(ulong);

    [SkipLocalsInit]
    public static void Compute(byte** texts, ReadOnlySpan<int> lengths, byte* digests)
    {
        var order = stackalloc int[lengths.Length];
        var ends = stackalloc int[MostBlocks + 1];
        Sort(lengths, order, ends);
        var index = 0;
        for (var blocks = 1; blocks <= MostBlocks; blocks++)
        {
            for (; index < ends[blocks]; index += TLanes.Count)
            {
                ComputeGroup(texts, lengths, digests, new ReadOnlySpan<int>(order + index, Math.Min(TLanes.Count, ends[blocks] - index)), blocks);
            }

            index = ends[blocks];
        }

        for (; index < lengths.Length; index++)
        {
            Md5Vectors.ComputeOne(texts[order[index]], lengths[order[index]], digests + (order[index] * MD5.HashSizeInBytes));
        }
    }

    /// <summary>Puts the texts into the order of their numbers of blocks, and tells where each number ends; the longest come last.</summary>
    private static void Sort(ReadOnlySpan<int> lengths, int* order, int* ends)
    {
        var next = stackalloc int[MostBlocks + 2];
        new Span<int>(next, MostBlocks + 2).Clear();
        foreach (var length in lengths)
        {
            next[Math.Min(BlocksOf(length), MostBlocks + 1)]++;
        }

        var begin = 0;
        for (var blocks = 0; blocks <= MostBlocks + 1; blocks++)
        {
            (next[blocks], begin) = (begin, begin + next[blocks]);
            ends[Math.Min(blocks, MostBlocks)] = blocks <= MostBlocks ? begin : ends[MostBlocks];
        }

        for (var index = 0; index < lengths.Length; index++)
        {
            order[next[Math.Min(BlocksOf(lengths[index]), MostBlocks + 1)]++] = index;
        }
    }

    private static int BlocksOf(int length) => (int)(((long)length + LengthSize) / Md5Rounds.Block) + 1;

    /// <summary>Computes texts of one number of blocks; lanes that are left over compute the first text again.</summary>
    [SkipLocalsInit]
    private static void ComputeGroup(byte** texts, ReadOnlySpan<int> lengths, byte* digests, ReadOnlySpan<int> group, int blocks)
    {
        var starts = stackalloc byte*[TLanes.Count];
        var ends = stackalloc byte*[TLanes.Count];
        var room = stackalloc byte[TLanes.Count * LastBlocks * Md5Rounds.Block];
        var last = Math.Min(blocks, LastBlocks);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var text = group[lane < group.Length ? lane : 0];
            starts[lane] = texts[text];
            ends[lane] = room + (lane * LastBlocks * Md5Rounds.Block);
            Pad(texts[text], lengths[text], (blocks - last) * Md5Rounds.Block, new Span<byte>(ends[lane], last * Md5Rounds.Block));
        }

        var state = stackalloc TVector[4];
        Md5Rounds<TLanes, TVector>.Begin(state);
        Md5Rounds<TLanes, TVector>.Absorb(state, starts, blocks - last);
        Md5Rounds<TLanes, TVector>.Absorb(state, ends, last);
        for (var lane = 0; lane < group.Length; lane++)
        {
            var digest = (uint*)(digests + (group[lane] * MD5.HashSizeInBytes));
            for (var word = 0; word < 4; word++)
            {
                digest[word] = ((uint*)state)[(word * TLanes.Count) + lane];
            }
        }
    }

    /// <summary>The end of a text with a one bit, zeros, and its length in bits behind it.</summary>
    private static void Pad(byte* text, int length, int begin, Span<byte> target)
    {
        target.Clear();
        new ReadOnlySpan<byte>(text + begin, length - begin).CopyTo(target);
        target[length - begin] = 0x80;
        Unsafe.WriteUnaligned(ref target[^LengthSize], (ulong)length * 8);
    }
}
