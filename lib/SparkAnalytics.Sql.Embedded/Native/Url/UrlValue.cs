using System.Text;
using System.Text.Unicode;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>A parameter's value as it stands in a URL.</summary>
internal static class UrlValue
{
    /// <summary>Adds the value to the call's output, percent-decoded as UTF-8, plus as a blank; as written where an escape is broken or the bytes are not UTF-8.</summary>
    /// <returns>Where it stands there without white space around it; null where it says nothing.</returns>
    public static Range? Write(ref NativeCall call, ReadOnlySpan<byte> value)
    {
        var target = call.Output.GetSpan(value.Length);
        var length = value.ContainsAny((byte)'%', (byte)'+') ? Decode(value, target) : -1;
        if (length < 0 || !Utf8.IsValid(target[..length]))
        {
            value.CopyTo(target);
            length = value.Length;
        }

        var start = 0;
        while (start < length && IsSpace(target[start]))
        {
            start++;
        }

        var end = length;
        while (end > start && IsSpace(target[end - 1]))
        {
            end--;
        }

        if (SaysNothing(target[start..end]))
        {
            return null;
        }

        var from = call.Output.WrittenCount;
        call.Output.Advance(length);
        return (from + start)..(from + end);
    }

    /// <summary>Whether it is nothing but white space, plus signs and the escapes of white space.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            var length = value[0] == (byte)'%' && value.Length >= 3 ? 3 : 1;
            var item = length == 3 ? Hex(value[1], value[2]) : value[0] == (byte)'+' ? ' ' : value[0];
            if (!IsSpace(item))
            {
                return false;
            }

            value = value[length..];
        }

        return true;
    }

    private static bool IsSpace(int item) => item is ' ' or (>= '\t' and <= '\r');

    private static bool SaysNothing(ReadOnlySpan<byte> text) => text.Length switch
    {
        0 => true,
        4 => Ascii.EqualsIgnoreCase(text, "null"u8),
        9 => Ascii.EqualsIgnoreCase(text, "undefined"u8) || Ascii.EqualsIgnoreCase(text, "(not set)"u8),
        _ => false,
    };

    /// <summary>How many bytes it has decoded; negative where an escape is broken.</summary>
    private static int Decode(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var length = 0;
        for (var index = 0; index < value.Length; index++)
        {
            var item = value[index] == (byte)'+' ? ' ' : (int)value[index];
            if (item == '%')
            {
                item = index + 2 < value.Length ? Hex(value[index + 1], value[index + 2]) : -1;
                index += 2;
            }

            if (item < 0)
            {
                return -1;
            }

            target[length++] = (byte)item;
        }

        return length;
    }

    private static int Hex(byte high, byte low) => char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low) ? (Digit(high) << 4) | Digit(low) : -1;

    private static int Digit(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
