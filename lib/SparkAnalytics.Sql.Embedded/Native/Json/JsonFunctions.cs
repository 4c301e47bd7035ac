using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>Functions on JSON text.</summary>
internal static class JsonFunctions
{
    [ThreadStatic]
    private static byte[]? t_pathText;

    [ThreadStatic]
    private static JsonPath? t_path;

    /// <summary>Spark's <c>get_json_object</c>.</summary>
    public static bool GetJsonObject(ref NativeCall call) => Extract(ref call, JsonWanted.Any);

    /// <summary>The text of a JSON string.</summary>
    public static bool GetString(ref NativeCall call) => Extract(ref call, JsonWanted.String);

    /// <summary>The text of a JSON number.</summary>
    public static bool GetNumber(ref NativeCall call) => Extract(ref call, JsonWanted.Number);

    private static bool Extract(ref NativeCall call, JsonWanted wanted)
    {
        var path = PathOf(call.Bytes(1));
        if (path is null)
        {
            return false;
        }

        var extractor = new JsonExtractor(call.Bytes(0), call.Output, wanted);
        return extractor.Find(path.Steps, 0, isQuoted: false) && extractor.IsValid && !extractor.IsOtherKind;
    }

    /// <summary>Whether a text is exactly one JSON object by RFC 8259, no name at its top level given twice and no half of a surrogate pair in it.</summary>
    public static bool IsStrict(ref NativeCall call)
    {
        call.LongResult = IsStrictObject(call.Bytes(0)) ? 1 : 0;
        return true;
    }

    /// <summary>A top-level member as text: a string's text, anything else as written; the last of a name given twice, as <c>from_json</c> takes it.</summary>
    public static bool MemberText(ref NativeCall call) => Member(ref call, isCompact: false);

    /// <summary>The same, but anything that is no string without the white space outside its strings.</summary>
    public static bool CompactMemberText(ref NativeCall call) => Member(ref call, isCompact: true);

    /// <summary>Spark's <c>json_object_keys</c>: the names at the top level in their order; what comes behind the object is not looked at.</summary>
    public static bool Keys(ref NativeCall call) => Keys(ref call, isStrict: false);

    /// <summary>The same of a text that <see cref="IsStrict"/> takes; NULL for any other.</summary>
    public static bool StrictKeys(ref NativeCall call) => Keys(ref call, isStrict: true);

    private static bool Keys(ref NativeCall call, bool isStrict)
    {
        var text = call.Bytes(0);
        var cursor = new JsonCursor(text, isStrict);
        if (!cursor.Take('{'))
        {
            return false;
        }

        if (cursor.Take('}'))
        {
            return !isStrict || cursor.IsAtEnd();
        }

        var names = new JsonNames(text, stackalloc Range[JsonNames.Few]);
        do
        {
            if (!cursor.TakeName(out var name) || (isStrict && !names.Add(name)) || !cursor.Skip())
            {
                return false;
            }

            var from = call.Output.WrittenCount;
            name.Decode(call.Output);
            call.Items.Add(from..call.Output.WrittenCount);
        }
        while (cursor.Take(','));
        return cursor.Take('}') && (!isStrict || cursor.IsAtEnd());
    }

    /// <summary>Spark's <c>json_array_length</c>.</summary>
    public static bool ArrayLength(ref NativeCall call)
    {
        var cursor = new JsonCursor(call.Bytes(0), isStrict: false);
        if (!cursor.Take('['))
        {
            return false;
        }

        var count = 0;
        if (!cursor.Take(']'))
        {
            do
            {
                if (!cursor.Skip())
                {
                    return false;
                }

                count++;
            }
            while (cursor.Take(','));
            if (!cursor.Take(']'))
            {
                return false;
            }
        }

        call.LongResult = count;
        return true;
    }

    internal static bool IsStrictObject(ReadOnlySpan<byte> text)
    {
        var cursor = new JsonCursor(text, isStrict: true);
        if (!cursor.Take('{'))
        {
            return false;
        }

        if (cursor.Take('}'))
        {
            return cursor.IsAtEnd();
        }

        var names = new JsonNames(text, stackalloc Range[JsonNames.Few]);
        do
        {
            if (!cursor.TakeName(out var name) || !names.Add(name) || !cursor.Skip())
            {
                return false;
            }
        }
        while (cursor.Take(','));
        return cursor.Take('}') && cursor.IsAtEnd();
    }

    /// <summary>The path; nearly always the one of the row before.</summary>
    private static JsonPath? PathOf(ReadOnlySpan<byte> path)
    {
        if (!path.SequenceEqual(t_pathText))
        {
            t_pathText = path.ToArray();
            t_path = JsonPath.Parse(Encoding.UTF8.GetString(path));
        }

        return t_path;
    }

    private static bool Member(ref NativeCall call, bool isCompact)
    {
        var text = call.Bytes(0);
        var name = call.Bytes(1);
        var cursor = new JsonCursor(text, isStrict: false);
        var isFound = false;
        if (!cursor.Take('{') || cursor.Take('}'))
        {
            return false;
        }

        do
        {
            if (!cursor.TakeName(out var member))
            {
                return false;
            }

            var kind = cursor.Peek();
            var start = cursor.Position;
            var isWanted = member.Equals(name);
            if (isWanted)
            {
                call.TakeBack();
                isFound = kind != (byte)'n';
            }

            if (!cursor.Skip() || (isWanted && isFound && !Write(ref call, kind, cursor.Slice(start, cursor.Position), isCompact)))
            {
                return false;
            }
        }
        while (cursor.Take(','));
        return isFound && cursor.Take('}');
    }

    /// <summary>Writes a valid value as <see cref="CompactMemberText"/> gives it; false where half a surrogate pair stands in it.</summary>
    internal static bool WriteMember(ref NativeCall call, byte kind, ReadOnlySpan<byte> raw) => Write(ref call, kind, raw, isCompact: true);

    private static bool Write(ref NativeCall call, byte kind, ReadOnlySpan<byte> raw, bool isCompact)
    {
        if (kind is (byte)'"' or (byte)'\'')
        {
            return new JsonString(raw[1..^1], raw.Contains((byte)'\\')).Decode(call.Output);
        }

        if (isCompact && raw.IndexOfAny(" \t\r\n"u8) >= 0)
        {
            WriteCompact(ref call, raw);
            return true;
        }

        call.Write(raw);
        return true;
    }

    private static void WriteCompact(ref NativeCall call, ReadOnlySpan<byte> raw)
    {
        var (isInside, start) = (false, 0);
        for (var position = 0; position < raw.Length; position++)
        {
            var sign = raw[position];
            if (isInside && sign == (byte)'\\')
            {
                position++;
            }
            else if (sign == (byte)'"')
            {
                isInside = !isInside;
            }
            else if (!isInside && (sign is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                call.Write(raw[start..position]);
                start = position + 1;
            }
        }

        call.Write(raw[start..]);
    }
}
