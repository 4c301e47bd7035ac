namespace SparkAnalytics.Delta;

/// <summary>The Z85 encoding of ZeroMQ's RFC 32: five characters for four bytes, most significant first.</summary>
internal static class Z85
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

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

            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(group * 4), checked((uint)value));
        }

        return bytes;
    }
}
