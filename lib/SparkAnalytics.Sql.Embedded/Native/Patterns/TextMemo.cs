using System.Diagnostics.CodeAnalysis;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>Computes a number for a text.</summary>
internal delegate long TextQuestion(ReadOnlySpan<byte> utf8);

/// <summary>Remembers the answers to one question by text, for one thread, so that it is asked once for each distinct text.</summary>
internal sealed class TextMemo(TextQuestion question)
{
    private const int MostTexts = 65_536;

    private const int LongestText = 1024;

    private readonly Dictionary<byte[], long> _answers = new(ByteComparer.Instance);

    /// <summary>The answer for a text; long ones are not remembered.</summary>
    public long Answer(ReadOnlySpan<byte> utf8)
    {
        var known = _answers.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(utf8, out var answer))
        {
            return answer;
        }

        answer = question(utf8);
        if (utf8.Length <= LongestText)
        {
            if (_answers.Count >= MostTexts)
            {
                _answers.Clear();
            }

            known[utf8] = answer;
        }

        return answer;
    }
}

/// <summary>Compares bytes, and looks spans up without a copy.</summary>
internal sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static ByteComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
