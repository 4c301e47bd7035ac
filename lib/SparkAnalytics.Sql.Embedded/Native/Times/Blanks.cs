namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>What Spark's conversions of text leave out at both ends: blanks and control characters of ASCII.</summary>
internal static class Blanks
{
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && IsBlank(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsBlank(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static bool IsBlank(byte sign) => sign is <= 0x20 or 0x7F;
}
