using System.Buffers;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Hosts of URLs.</summary>
internal static class UrlHosts
{
    private static readonly SearchValues<byte> s_ends = SearchValues.Create("/?#"u8);

    private static readonly SearchValues<byte> s_schemeBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-"u8);

    private static readonly SearchValues<byte> s_addressBytes = SearchValues.Create("0123456789abcdefABCDEF:."u8);

    private static readonly SearchValues<byte> s_foreignToNames = SearchValues.Create(":@[] \t\n\v\f\r"u8);

    /// <summary>The host in ASCII lower case, without user, port and final dot.</summary>
    public static bool Find(ref NativeCall call)
    {
        var url = call.Bytes(0).Trim(" \t\n\v\f\r"u8);
        var colon = url.IndexOf((byte)':');
        if (colon <= 0 || !char.IsAsciiLetter((char)url[0]) || url[..colon].ContainsAnyExcept(s_schemeBytes) || !url[(colon + 1)..].StartsWith("//"u8))
        {
            return false;
        }

        var authority = url[(colon + 3)..];
        authority = authority.IndexOfAny(s_ends) is >= 0 and var end ? authority[..end] : authority;
        authority = authority[(authority.IndexOf((byte)'@') + 1)..];
        var host = WithoutPort(authority);
        host = host.EndsWith("."u8) ? host[..^1] : host;
        if (host.IsEmpty || !IsHost(host))
        {
            return false;
        }

        var lower = call.Output.Take(host.Length);
        if (Ascii.ToLower(host, lower, out _) != OperationStatus.Done)
        {
            // It stops at a byte of another sign.
            for (var index = 0; index < host.Length; index++)
            {
                lower[index] = host[index] is >= (byte)'A' and <= (byte)'Z' ? (byte)(host[index] | 0x20) : host[index];
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithoutPort(ReadOnlySpan<byte> authority)
    {
        var colon = authority.LastIndexOf((byte)':');
        return colon >= 0 && !authority[(colon + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9') ? authority[..colon] : authority;
    }

    private static bool IsHost(ReadOnlySpan<byte> host) => host[0] == (byte)'['
        ? host.Length > 2 && host[^1] == (byte)']' && !host[1..^1].ContainsAnyExcept(s_addressBytes)
        : !host.ContainsAny(s_foreignToNames);
}
