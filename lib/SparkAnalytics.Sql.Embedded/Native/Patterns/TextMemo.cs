using System.Diagnostics.CodeAnalysis;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>Computes a number for a text.</summary>
internal delegate long TextQuestion(ReadOnlySpan<byte> utf8);

/// <summary>Remembers the answers to one question by text, for one thread, so that it is asked once for each distinct text.</summary>
internal sealed class TextMemo(TextQuestion question)
{
    private const int MostTexts = 65_536;

    private const int LongestText = 1024;

    private const int Places = 256;

    private readonly Dictionary<byte[], long> _answers = new(ByteComparer.Instance);

    private readonly (long Vector, nint Place, int Length, long Answer)[] _places = new (long, nint, int, long)[Places];

    /// <summary>The answer for the first argument. Within one vector the same text mostly lies in the same place, and is not even compared then.</summary>
    public unsafe long Answer(ref NativeCall call)
    {
        var utf8 = call.Bytes(0);
        if (utf8.Length <= NativeCall.InlineLength)
        {
            return Answer(utf8);
        }

        fixed (byte* bytes = utf8)
        {
            ref var known = ref _places[(int)(((nint)bytes >> 3) ^ ((nint)bytes >> 11)) & (Places - 1)];
            if (known.Place != (nint)bytes || known.Vector != call.Vector || known.Length != utf8.Length)
            {
                known = (call.Vector, (nint)bytes, utf8.Length, Answer(utf8));
            }

            return known.Answer;
        }
    }

    /// <summary>The answer for a text; long ones are not remembered.</summary>
    private long Answer(ReadOnlySpan<byte> utf8)
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
