using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;
using SparkAnalytics.Sql.Embedded.Native.Texts;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Spark's <c>url_decode</c>, which is Java's <c>URLDecoder</c>.</summary>
internal static class UrlDecoding
{
    /// <summary>Percent-decodes and turns <c>+</c> into a blank; NULL where an escape is broken.</summary>
    public static bool Decode(ref NativeCall call)
    {
        var text = call.Text(0);
        var bytes = new List<byte>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '%')
            {
                if (Escaped(text, index + 1) is not { } value)
                {
                    return false;
                }

                bytes.Add(value);
                index += 2;
                continue;
            }

            Flush(ref call, bytes);
            var next = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
            call.Write(text[index] == '+' ? " " : text.AsSpan(index, next));
            index += next - 1;
        }

        Flush(ref call, bytes);
        return true;
    }

    /// <summary>The byte of the two signs after a percent sign, which Java reads as a number: a plus, a minus before zero and digits of other scripts pass.</summary>
    private static byte? Escaped(string text, int start)
    {
        if (start + 1 >= text.Length)
        {
            return null;
        }

        var (first, second) = (Digit(text[start]), Digit(text[start + 1]));
        return (text[start], first, second) switch
        {
            (_, >= 0, >= 0) => (byte)((first * 16) + second),
            ('+', _, >= 0) => (byte)second,
            ('-', _, 0) => 0,
            _ => null,
        };
    }

    private static int Digit(char sign) => sign switch
    {
        >= 'a' and <= 'f' or >= 'A' and <= 'F' => (sign | 0x20) - 'a' + 10,
        >= '\uFF21' and <= '\uFF26' => sign - '\uFF21' + 10,
        >= '\uFF41' and <= '\uFF46' => sign - '\uFF41' + 10,
        _ => JavaText.Digit(sign),
    };

    private static void Flush(ref NativeCall call, List<byte> bytes)
    {
        for (var index = 0; index < bytes.Count;)
        {
            var rest = bytes.GetRange(index, Math.Min(4, bytes.Count - index)).ToArray();
            var state = Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
            index += state == System.Buffers.OperationStatus.Done ? consumed : Broken(rest, consumed);
            call.Write(rune.ToString());
        }

        bytes.Clear();
    }

    /// <summary>How many bytes one sign of replacement stands for: Java takes the bytes of a surrogate together, .NET each for itself.</summary>
    private static int Broken(byte[] bytes, int consumed) =>
        bytes[0] != 0xED || bytes.Length < 2 || bytes[1] is < 0xA0 or > 0xBF ? consumed : bytes.Length > 2 && bytes[2] is >= 0x80 and <= 0xBF ? 3 : 2;
}
