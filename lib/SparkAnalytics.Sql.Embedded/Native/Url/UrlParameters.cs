using System.Runtime.InteropServices;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Parameters of a URL by their names, in one pass for all of them.</summary>
internal static class UrlParameters
{
    [ThreadStatic]
    private static byte[]? t_text;

    [ThreadStatic]
    private static UrlNames? t_names;

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
        CollectionsMarshal.SetCount(call.Items, names.Count);
        var items = CollectionsMarshal.AsSpan(call.Items);
        items.Clear();
        while (names.TryNext(ref parameters, out var index, out var value))
        {
            items[index] ??= UrlValue.Write(ref call, value);
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
            while (call.LongResult == 0 && names.TryNext(ref parameters, out _, out var value))
            {
                call.LongResult = UrlValue.IsBlank(value) ? 0 : 1;
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

    private static UrlNames Names(ReadOnlySpan<byte> text)
    {
        if (t_names is null || !text.SequenceEqual(t_text))
        {
            t_text = text.ToArray();
            t_names = new UrlNames(Encoding.UTF8.GetString(text));
        }

        return t_names;
    }
}
