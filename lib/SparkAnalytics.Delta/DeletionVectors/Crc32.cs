namespace SparkAnalytics.Delta;

/// <summary>The CRC-32 of zip and gzip, which guards deletion vectors in files.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Entry(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
        }

        return value;
    }
}
