using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>Several top-level members of one JSON text in one pass.</summary>
internal static class JsonMembers
{
    /// <summary>Stands between the members asked for.</summary>
    public const char Separator = '\n';

    [ThreadStatic]
    private static byte[]? t_text;

    [ThreadStatic]
    private static (JsonWanted Wanted, byte[] Name)[]? t_asked;

    /// <summary>A member asked for, as the function's second argument lists them.</summary>
    public static string Ask(JsonWanted wanted, string name) => $"{(int)wanted}{name}";

    /// <summary>The members, in the order asked for; each NULL where it is absent, null or of another kind, all where the text is not valid.</summary>
    public static bool Values(ref NativeCall call)
    {
        var asked = Asked(call.Bytes(1));
        if (!Find(ref call, asked, isStrict: false))
        {
            for (var index = 0; index < asked.Length; index++)
            {
                call.Items[index] = null;
            }
        }

        return true;
    }

    /// <summary>The same of a text that <see cref="JsonFunctions.IsStrict"/> takes; false for any other.</summary>
    public static bool StrictValues(ref NativeCall call) => Find(ref call, Asked(call.Bytes(1)), isStrict: true);

    private static bool Find(ref NativeCall call, (JsonWanted Wanted, byte[] Name)[] asked, bool isStrict)
    {
        foreach (var _ in asked)
        {
            call.Items.Add(null);
        }

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
        Span<bool> isDone = stackalloc bool[asked.Length];
        do
        {
            if (!cursor.TakeName(out var name) || (isStrict && !names.Add(name)))
            {
                return false;
            }

            var kind = cursor.Peek();
            var start = cursor.Position;
            if (!cursor.Skip())
            {
                return false;
            }

            for (var index = 0; index < asked.Length; index++)
            {
                if (isDone[index] || !asked[index].Wanted.Accepts(kind) || !name.Equals(asked[index].Name))
                {
                    continue;
                }

                if (asked[index].Wanted == JsonWanted.Member)
                {
                    isDone[index] = !TakeMember(ref call, kind, cursor.Slice(start, cursor.Position), index);
                }
                else
                {
                    var from = call.Output.WrittenCount;
                    var extractor = new JsonExtractor(cursor.Slice(start, cursor.Position), call.Output, asked[index].Wanted);
                    var isFound = extractor.Find([], 0, isQuoted: false);

                    // A value that is no text, such as half a surrogate pair, says nothing of the other members.
                    isDone[index] = isFound || !extractor.IsValid;
                    call.Items[index] = isFound && extractor.IsValid ? from..call.Output.WrittenCount : null;
                }
            }
        }
        while (cursor.Take(','));
        return cursor.Take('}') && (!isStrict || cursor.IsAtEnd());
    }

    /// <summary>Notes a member's text; false where a string is no text, which no later value of the name mends.</summary>
    private static bool TakeMember(ref NativeCall call, byte kind, ReadOnlySpan<byte> raw, int index)
    {
        var from = call.Output.WrittenCount;
        var isText = kind == (byte)'n' || JsonFunctions.WriteMember(ref call, kind, raw);
        call.Items[index] = isText && kind != (byte)'n' ? from..call.Output.WrittenCount : null;
        return isText;
    }

    private static (JsonWanted Wanted, byte[] Name)[] Asked(ReadOnlySpan<byte> text)
    {
        if (!text.SequenceEqual(t_text))
        {
            t_text = text.ToArray();
            t_asked = [.. Encoding.UTF8.GetString(text).Split(Separator).Select(part => ((JsonWanted)(part[0] - '0'), Encoding.UTF8.GetBytes(part[1..])))];
        }

        return t_asked!;
    }
}
