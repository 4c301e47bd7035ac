using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Parameters of a URL by their names, in one pass for all of them.</summary>
internal static class UrlParameters
{
    [ThreadStatic]
    private static byte[]? t_text;

    [ThreadStatic]
    private static byte[][]? t_names;

    /// <summary>For each name the first value that says something, decoded and trimmed.</summary>
    public static bool Tags(ref NativeCall call)
    {
        var url = call.Bytes(0);
        var part = call.Bytes(1);
        var isFound = part.SequenceEqual("query"u8) ? TryQuery(url, out var parameters)
            : TryFragment(url, out parameters) && part.SequenceEqual("fragment"u8);
        if (!isFound)
        {
            return false;
        }

        var names = Names(call.Bytes(2));
        foreach (var _ in names)
        {
            call.Items.Add(null);
        }

        foreach (var range in parameters.Split((byte)'&'))
        {
            if (TrySplit(parameters[range], out var name, out var value) && IndexOf(names, name) is >= 0 and var index && call.Items[index] is null)
            {
                call.Items[index] = UrlValue.Write(ref call, value);
            }
        }

        return true;
    }

    /// <summary>Whether the query has one of the parameters, not blank.</summary>
    public static bool Has(ref NativeCall call)
    {
        call.LongResult = 0;
        if (TryQuery(call.Bytes(0), out var parameters))
        {
            var names = Names(call.Bytes(1));
            foreach (var range in parameters.Split((byte)'&'))
            {
                if (TrySplit(parameters[range], out var name, out var value) && IndexOf(names, name) >= 0 && !UrlValue.IsBlank(value))
                {
                    call.LongResult = 1;
                    break;
                }
            }
        }

        return true;
    }

    private static bool TryQuery(ReadOnlySpan<byte> url, out ReadOnlySpan<byte> query)
    {
        var beforeFragment = url.IndexOf((byte)'#') is >= 0 and var fragment ? url[..fragment] : url;
        var mark = beforeFragment.IndexOf((byte)'?');
        query = beforeFragment[(mark + 1)..];
        return mark >= 0;
    }

    private static bool TryFragment(ReadOnlySpan<byte> url, out ReadOnlySpan<byte> fragment)
    {
        var mark = url.IndexOf((byte)'#');
        fragment = url[(mark + 1)..];
        return mark >= 0;
    }

    private static bool TrySplit(ReadOnlySpan<byte> parameter, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var equals = parameter.IndexOf((byte)'=');
        name = parameter[..Math.Max(equals, 0)];
        name = name.Length >= 4 && Ascii.EqualsIgnoreCase(name[..4], "amp;"u8) ? name[4..] : name;
        value = parameter[(equals + 1)..];
        return equals >= 0;
    }

    private static int IndexOf(byte[][] names, ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index].Length == name.Length && Ascii.EqualsIgnoreCase(name, names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private static byte[][] Names(ReadOnlySpan<byte> text)
    {
        if (!text.SequenceEqual(t_text))
        {
            t_text = text.ToArray();
            t_names = [.. Encoding.UTF8.GetString(text).Split('&').Select(Encoding.UTF8.GetBytes)];
        }

        return t_names!;
    }
}
