using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Query parameters by name.</summary>
internal static class UrlParameters
{
    /// <summary>The first value of a parameter that is not blank, as written.</summary>
    public static bool Find(ref NativeCall call)
    {
        var url = call.Bytes(0);
        var name = call.Bytes(1);
        if (url.IndexOf((byte)'#') is >= 0 and var fragment)
        {
            url = url[..fragment];
        }

        var rest = url[(url.IndexOf((byte)'?') + 1)..];
        if (rest.Length == url.Length)
        {
            return false;
        }

        foreach (var part in rest.Split((byte)'&'))
        {
            var parameter = rest[part];
            if (parameter.Length > name.Length && parameter[name.Length] == (byte)'=' && parameter.StartsWith(name) && !IsBlank(parameter[(name.Length + 1)..]))
            {
                call.Write(parameter[(name.Length + 1)..]);
                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            var length = value[0] is (byte)'+' or (byte)' ' or (>= 9 and <= 13) ? 1 : IsEscapedBlank(value) ? 3 : 0;
            if (length == 0)
            {
                return false;
            }

            value = value[length..];
        }

        return true;
    }

    private static bool IsEscapedBlank(ReadOnlySpan<byte> value) =>
        value.Length >= 3 && value[0] == (byte)'%'
        && ((value[1] == (byte)'2' && value[2] == (byte)'0')
            || (value[1] == (byte)'0' && value[2] is (byte)'9' or (byte)'A' or (byte)'B' or (byte)'C' or (byte)'D' or (byte)'a' or (byte)'b' or (byte)'c' or (byte)'d'));
}
