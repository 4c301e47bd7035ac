namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>
/// Text as patterns in ASCII see it: each character beyond ASCII is one sign that is neither letter, digit nor blank, so that <c>.</c> takes one character, not half of a
/// surrogate pair, and only ASCII letters make words.
/// </summary>
internal static class AsciiText
{
    private const char Other = '\uE000';

    /// <summary>Writes the signs of UTF-8 bytes and gives their number, which is at most that of the bytes.</summary>
    public static int Read(ReadOnlySpan<byte> utf8, Span<char> signs)
    {
        var count = 0;
        foreach (var item in utf8)
        {
            if (!IsContinuation(item))
            {
                signs[count++] = item < 0x80 ? (char)item : Other;
            }
        }

        return count;
    }

    /// <summary>Where in the bytes a sign begins.</summary>
    public static int ByteOf(ReadOnlySpan<byte> utf8, int sign)
    {
        var offset = 0;
        for (var seen = 0; offset < utf8.Length; offset++)
        {
            if (!IsContinuation(utf8[offset]) && seen++ == sign)
            {
                break;
            }
        }

        return offset;
    }

    private static bool IsContinuation(byte item) => (item & 0xC0) == 0x80;
}
