namespace SparkAnalytics.SampleData;

/// <summary>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), written out since the sequence of System.Random is not specified.</summary>
internal sealed class SampleRandom(ulong seed)
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>A number that depends on both and looks like neither.</summary>
    public static ulong Mix(ulong first, ulong second) => Finish(Finish(first + Increment) ^ (second * Increment));

    public ulong Next() => Finish(_state += Increment);

    /// <summary>A whole number from 0 to below the bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A whole number from the first to the last, both included.</summary>
    public long Between(long first, long last) => first + (long)Math.BigMul(Next(), (ulong)(last - first + 1), out _);

    public bool Chance(int perTenThousand) => Below(10_000) < perTenThousand;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Text of the given length from the characters of base64url, as click ids are made of.</summary>
    public string Token(int length) => string.Create(length, this, static (span, random) =>
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = alphabet[random.Below(alphabet.Length)];
        }
    });

    private static ulong Finish(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
