using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>The rounds of MD5 (RFC 1321) for several texts at once.</summary>
internal static unsafe class Md5Rounds<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>The four numbers that each digest starts with.</summary>
    public static void Begin(TVector* state)
    {
        state[0] = TLanes.All(0x67452301);
        state[1] = TLanes.All(0xEFCDAB89);
        state[2] = TLanes.All(0x98BADCFE);
        state[3] = TLanes.All(0x10325476);
    }

    /// <summary>Takes blocks of each text into the digests.</summary>
    /// <param name="state">The digests so far, four vectors.</param>
    /// <param name="texts">Where the first block of each text begins.</param>
    /// <param name="blocks">How many follow one another there.</param>
    [SkipLocalsInit]
    public static void Absorb(TVector* state, byte** texts, long blocks)
    {
        var words = stackalloc TVector[Md5Rounds.Block / sizeof(uint)];
        for (var block = 0L; block < blocks; block++)
        {
            for (var word = 0; word < Md5Rounds.Block / sizeof(uint); word++)
            {
                words[word] = TLanes.Gather(texts, (block * Md5Rounds.Block) + (word * sizeof(uint)));
            }

            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            a = Step(a, b, TLanes.Select(b, c, d), words[0], 0xD76AA478, 7);
            d = Step(d, a, TLanes.Select(a, b, c), words[1], 0xE8C7B756, 12);
            c = Step(c, d, TLanes.Select(d, a, b), words[2], 0x242070DB, 17);
            b = Step(b, c, TLanes.Select(c, d, a), words[3], 0xC1BDCEEE, 22);
            a = Step(a, b, TLanes.Select(b, c, d), words[4], 0xF57C0FAF, 7);
            d = Step(d, a, TLanes.Select(a, b, c), words[5], 0x4787C62A, 12);
            c = Step(c, d, TLanes.Select(d, a, b), words[6], 0xA8304613, 17);
            b = Step(b, c, TLanes.Select(c, d, a), words[7], 0xFD469501, 22);
            a = Step(a, b, TLanes.Select(b, c, d), words[8], 0x698098D8, 7);
            d = Step(d, a, TLanes.Select(a, b, c), words[9], 0x8B44F7AF, 12);
            c = Step(c, d, TLanes.Select(d, a, b), words[10], 0xFFFF5BB1, 17);
            b = Step(b, c, TLanes.Select(c, d, a), words[11], 0x895CD7BE, 22);
            a = Step(a, b, TLanes.Select(b, c, d), words[12], 0x6B901122, 7);
            d = Step(d, a, TLanes.Select(a, b, c), words[13], 0xFD987193, 12);
            c = Step(c, d, TLanes.Select(d, a, b), words[14], 0xA679438E, 17);
            b = Step(b, c, TLanes.Select(c, d, a), words[15], 0x49B40821, 22);

            a = Step(a, b, TLanes.Select(d, b, c), words[1], 0xF61E2562, 5);
            d = Step(d, a, TLanes.Select(c, a, b), words[6], 0xC040B340, 9);
            c = Step(c, d, TLanes.Select(b, d, a), words[11], 0x265E5A51, 14);
            b = Step(b, c, TLanes.Select(a, c, d), words[0], 0xE9B6C7AA, 20);
            a = Step(a, b, TLanes.Select(d, b, c), words[5], 0xD62F105D, 5);
            d = Step(d, a, TLanes.Select(c, a, b), words[10], 0x02441453, 9);
            c = Step(c, d, TLanes.Select(b, d, a), words[15], 0xD8A1E681, 14);
            b = Step(b, c, TLanes.Select(a, c, d), words[4], 0xE7D3FBC8, 20);
            a = Step(a, b, TLanes.Select(d, b, c), words[9], 0x21E1CDE6, 5);
            d = Step(d, a, TLanes.Select(c, a, b), words[14], 0xC33707D6, 9);
            c = Step(c, d, TLanes.Select(b, d, a), words[3], 0xF4D50D87, 14);
            b = Step(b, c, TLanes.Select(a, c, d), words[8], 0x455A14ED, 20);
            a = Step(a, b, TLanes.Select(d, b, c), words[13], 0xA9E3E905, 5);
            d = Step(d, a, TLanes.Select(c, a, b), words[2], 0xFCEFA3F8, 9);
            c = Step(c, d, TLanes.Select(b, d, a), words[7], 0x676F02D9, 14);
            b = Step(b, c, TLanes.Select(a, c, d), words[12], 0x8D2A4C8A, 20);

            a = Step(a, b, TLanes.Xor(TLanes.Xor(b, c), d), words[5], 0xFFFA3942, 4);
            d = Step(d, a, TLanes.Xor(TLanes.Xor(a, b), c), words[8], 0x8771F681, 11);
            c = Step(c, d, TLanes.Xor(TLanes.Xor(d, a), b), words[11], 0x6D9D6122, 16);
            b = Step(b, c, TLanes.Xor(TLanes.Xor(c, d), a), words[14], 0xFDE5380C, 23);
            a = Step(a, b, TLanes.Xor(TLanes.Xor(b, c), d), words[1], 0xA4BEEA44, 4);
            d = Step(d, a, TLanes.Xor(TLanes.Xor(a, b), c), words[4], 0x4BDECFA9, 11);
            c = Step(c, d, TLanes.Xor(TLanes.Xor(d, a), b), words[7], 0xF6BB4B60, 16);
            b = Step(b, c, TLanes.Xor(TLanes.Xor(c, d), a), words[10], 0xBEBFBC70, 23);
            a = Step(a, b, TLanes.Xor(TLanes.Xor(b, c), d), words[13], 0x289B7EC6, 4);
            d = Step(d, a, TLanes.Xor(TLanes.Xor(a, b), c), words[0], 0xEAA127FA, 11);
            c = Step(c, d, TLanes.Xor(TLanes.Xor(d, a), b), words[3], 0xD4EF3085, 16);
            b = Step(b, c, TLanes.Xor(TLanes.Xor(c, d), a), words[6], 0x04881D05, 23);
            a = Step(a, b, TLanes.Xor(TLanes.Xor(b, c), d), words[9], 0xD9D4D039, 4);
            d = Step(d, a, TLanes.Xor(TLanes.Xor(a, b), c), words[12], 0xE6DB99E5, 11);
            c = Step(c, d, TLanes.Xor(TLanes.Xor(d, a), b), words[15], 0x1FA27CF8, 16);
            b = Step(b, c, TLanes.Xor(TLanes.Xor(c, d), a), words[2], 0xC4AC5665, 23);

            a = Step(a, b, TLanes.Xor(c, TLanes.OrNot(b, d)), words[0], 0xF4292244, 6);
            d = Step(d, a, TLanes.Xor(b, TLanes.OrNot(a, c)), words[7], 0x432AFF97, 10);
            c = Step(c, d, TLanes.Xor(a, TLanes.OrNot(d, b)), words[14], 0xAB9423A7, 15);
            b = Step(b, c, TLanes.Xor(d, TLanes.OrNot(c, a)), words[5], 0xFC93A039, 21);
            a = Step(a, b, TLanes.Xor(c, TLanes.OrNot(b, d)), words[12], 0x655B59C3, 6);
            d = Step(d, a, TLanes.Xor(b, TLanes.OrNot(a, c)), words[3], 0x8F0CCC92, 10);
            c = Step(c, d, TLanes.Xor(a, TLanes.OrNot(d, b)), words[10], 0xFFEFF47D, 15);
            b = Step(b, c, TLanes.Xor(d, TLanes.OrNot(c, a)), words[1], 0x85845DD1, 21);
            a = Step(a, b, TLanes.Xor(c, TLanes.OrNot(b, d)), words[8], 0x6FA87E4F, 6);
            d = Step(d, a, TLanes.Xor(b, TLanes.OrNot(a, c)), words[15], 0xFE2CE6E0, 10);
            c = Step(c, d, TLanes.Xor(a, TLanes.OrNot(d, b)), words[6], 0xA3014314, 15);
            b = Step(b, c, TLanes.Xor(d, TLanes.OrNot(c, a)), words[13], 0x4E0811A1, 21);
            a = Step(a, b, TLanes.Xor(c, TLanes.OrNot(b, d)), words[4], 0xF7537E82, 6);
            d = Step(d, a, TLanes.Xor(b, TLanes.OrNot(a, c)), words[11], 0xBD3AF235, 10);
            c = Step(c, d, TLanes.Xor(a, TLanes.OrNot(d, b)), words[2], 0x2AD7D2BB, 15);
            b = Step(b, c, TLanes.Xor(d, TLanes.OrNot(c, a)), words[9], 0xEB86D391, 21);

            state[0] = TLanes.Add(state[0], a);
            state[1] = TLanes.Add(state[1], b);
            state[2] = TLanes.Add(state[2], c);
            state[3] = TLanes.Add(state[3], d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Step(TVector value, TVector next, TVector mixed, TVector word, uint constant, [ConstantExpected] byte bits) =>
        TLanes.Add(next, TLanes.RotateLeft(TLanes.Add(TLanes.Add(value, mixed), TLanes.Add(word, TLanes.All(constant))), bits));
}

/// <summary>What the rounds have in common for any number of texts.</summary>
internal static class Md5Rounds
{
    /// <summary>What MD5 takes at once, in bytes.</summary>
    public const int Block = 64;
}
