using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Url;

/// <summary>Spark's functions on URLs, which follow <c>java.net.URI</c> and <c>URLDecoder</c>.</summary>
internal static partial class UrlFunctions
{
    /// <summary>Form encoding: letters, digits and <c>.-*_</c> stay, a blank becomes <c>+</c>.</summary>
    public static bool Encode(ref NativeCall call)
    {
        foreach (var item in call.Bytes(0))
        {
            var sign = (char)item;
            if (char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '*' or '_')
            {
                call.Write([item]);
            }
            else if (sign == ' ')
            {
                call.Write("+"u8);
            }
            else
            {
                call.Write($"%{item:X2}");
            }
        }

        return true;
    }

    /// <summary>A part of a URL by Spark's name (<c>HOST</c>, <c>PATH</c>, <c>QUERY</c>, ...).</summary>
    public static bool ParsePart(ref NativeCall call)
    {
        var url = call.Text(0);
        var match = Match(url);
        if (match is null)
        {
            return false;
        }

        return call.Text(1) switch
        {
            "HOST" => Write(ref call, match.Groups["host"]),
            "PATH" => Write(ref call, match.Groups["path"]),
            "QUERY" => Write(ref call, match.Groups["query"]),
            "REF" => Write(ref call, match.Groups["ref"]),
            "PROTOCOL" => Write(ref call, match.Groups["scheme"]),
            "AUTHORITY" => Write(ref call, match.Groups["authority"]),
            "USERINFO" => Write(ref call, match.Groups["user"]),
            "FILE" => WriteFile(ref call, match),
            _ => false,
        };
    }

    /// <summary>The first value of a query parameter, as it stands.</summary>
    public static bool ParseKey(ref NativeCall call)
    {
        var match = call.Text(1) == "QUERY" ? Match(call.Text(0)) : null;
        if (match is null || !match.Groups["query"].Success)
        {
            return false;
        }

        var prefix = call.Text(2) + "=";
        var pair = match.Groups["query"].Value.Split('&').FirstOrDefault(part => part.StartsWith(prefix, StringComparison.Ordinal));
        if (pair is not null)
        {
            call.Write(pair.AsSpan(prefix.Length));
        }

        return pair is not null;
    }

    private static Match? Match(string url)
    {
        var match = Reference().Match(url);
        var authority = match.Groups["authority"];
        return match.Success && (!authority.Success || Authority().IsMatch(authority.Value)) ? match : null;
    }

    private static bool Write(ref NativeCall call, Group group)
    {
        if (group.Success)
        {
            call.Write(group.ValueSpan);
        }

        return group.Success;
    }

    private static bool WriteFile(ref NativeCall call, Match match)
    {
        call.Write(match.Groups["path"].ValueSpan);
        if (match.Groups["query"].Success)
        {
            call.Write($"?{match.Groups["query"].Value}");
        }

        return true;
    }

    [GeneratedRegex(@"\A(?:(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*):)?(?://(?<authority>(?:(?<user>[^/?#@\s]*)@)?(?<host>\[[0-9A-Fa-f:.]+\]|[^/?#:@\s]*)(?::[0-9]*)?))?(?<path>(?:[^\s?#""<>\\^`{|}%\[\]]|%[0-9A-Fa-f]{2})*)(?:\?(?<query>(?:[^\s#""<>\\^`{|}%]|%[0-9A-Fa-f]{2})*))?(?:#(?<ref>(?:[^\s""#<>\\^`{|}%]|%[0-9A-Fa-f]{2})*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    /// <summary>A server-based authority: labels of letters, digits and inner hyphens, or an address.</summary>
    [GeneratedRegex(@"\A(?:[^@]*@)?(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.?)(?::[0-9]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();
}
