using System.Text;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>Seeded changes to files, such as transfers, exports and editors make.</summary>
internal static class Mutation
{
    private static readonly (byte[] From, byte[] To)[] s_swaps =
    [
        (","u8.ToArray(), ";"u8.ToArray()), (","u8.ToArray(), "\t"u8.ToArray()), ("\""u8.ToArray(), "'"u8.ToArray()), ("\""u8.ToArray(), "\"\""u8.ToArray()),
        ("\n"u8.ToArray(), "\r\n"u8.ToArray()), ("\n"u8.ToArray(), "\r"u8.ToArray()), ("\n"u8.ToArray(), ""u8.ToArray()), ("{"u8.ToArray(), "["u8.ToArray()),
        ("timestamp"u8.ToArray(), " TimeStamp "u8.ToArray()), ("timestamp"u8.ToArray(), "event_time"u8.ToArray()), ("2025-03-01T"u8.ToArray(), "2095-03-01T"u8.ToArray()),
    ];

    private static readonly Encoding[] s_encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, new UTF8Encoding(true)];

    private static readonly byte[] s_odd = [0, 1, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)'\\', (byte)'{', (byte)'}', (byte)' ', 0x80, 0xC3, 0xED, 0xFF];

    /// <summary>The file with one to three changes.</summary>
    public static byte[] Of(byte[] whole, Random random)
    {
        var bytes = whole;
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            bytes = Once(bytes, random);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var (start, end) = (random.Next(bytes.Length), random.Next(bytes.Length + 1));
        (start, end) = (Math.Min(start, end), Math.Max(start, end));
        return random.Next(8) switch
        {
            0 => bytes[..end],
            1 => [.. bytes[..end], .. bytes[start..]],
            2 => [.. bytes[..start], .. bytes[end..]],
            3 => Replaced(bytes, random),
            4 when random.Next(3) == 0 => Encoded(bytes, random),
            5 => [.. bytes[..start], s_odd[random.Next(s_odd.Length)], .. bytes[start..]],
            6 => Flipped(bytes, s_odd, random),
            _ => Flipped(bytes, [(byte)random.Next(256)], random),
        };
    }

    private static byte[] Flipped(byte[] bytes, byte[] choice, Random random)
    {
        var flipped = bytes.ToArray();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            flipped[random.Next(flipped.Length)] = choice[random.Next(choice.Length)];
        }

        return flipped;
    }

    private static byte[] Encoded(byte[] bytes, Random random)
    {
        var encoding = s_encodings[random.Next(s_encodings.Length)];
        byte[] mark = random.Next(2) == 0 ? encoding.GetPreamble() : [];
        return [.. mark, .. encoding.GetBytes(Encoding.UTF8.GetString(bytes))];
    }

    private static byte[] Replaced(byte[] bytes, Random random)
    {
        var (from, to) = s_swaps[random.Next(s_swaps.Length)];
        var result = new List<byte>();
        var share = random.Next(1, 4);
        for (var index = 0; index < bytes.Length;)
        {
            var isFound = bytes.AsSpan(index).StartsWith(from) && (share == 1 || random.Next(share) == 0);
            result.AddRange(isFound ? to : bytes[index..(index + 1)]);
            index += isFound ? from.Length : 1;
        }

        return [.. result];
    }
}
