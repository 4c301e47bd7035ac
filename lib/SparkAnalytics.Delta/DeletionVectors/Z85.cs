using System.Buffers.Binary;

namespace SparkAnalytics.Delta;

/// <summary>The Z85 encoding of ZeroMQ's RFC 32: five characters for four bytes, most significant first.</summary>
internal static class Z85
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

    /// <summary>The text of some bytes, with zeros after them up to a multiple of four.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var padded = new byte[(bytes.Length + 3) / 4 * 4];
        bytes.CopyTo(padded);
        var text = new char[padded.Length / 4 * 5];
        for (var group = 0; group < padded.Length / 4; group++)
        {
            var value = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(group * 4));
            for (var digit = 4; digit >= 0; digit--)
            {
                text[(group * 5) + digit] = Alphabet[(int)(value % 85)];
                value /= 85;
            }
        }

        return new string(text);
    }

    public static byte[] Decode(string text)
    {
        if (text.Length % 5 != 0)
        {
            throw new FormatException($"Z85 text comes in groups of five characters; '{text}' has {text.Length}.");
        }

        var bytes = new byte[text.Length / 5 * 4];
        for (var group = 0; group < text.Length / 5; group++)
        {
            var value = 0UL;
            foreach (var character in text.AsSpan(group * 5, 5))
            {
                var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
                value = digit < 0 ? throw new FormatException($"'{character}' is no Z85 character.") : (value * 85) + (ulong)digit;
            }

            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(group * 4), checked((uint)value));
        }

        return bytes;
    }
}
