using System.Globalization;

namespace SparkAnalytics.Sql.Connect;

/// <summary>A Spark Connect server by its connection string, <c>sc://host:port/;key=value;...</c>, as Spark's own clients read it.</summary>
/// <param name="Host">The server's name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="UseTls">Whether the connection is encrypted.</param>
/// <param name="UserId">Whose sessions the server counts this one among.</param>
public sealed record RemoteAddress(string Host, int Port, bool UseTls, string UserId)
{
    private const string Scheme = "sc://";
    private const int DefaultPort = 15002;

    /// <summary>The secret that the server asks for, or null. It stands in no text that this record gives.</summary>
    internal string? Token { get; init; }

    /// <summary>What the string calls the program, or null.</summary>
    internal string? UserAgent { get; init; }

    /// <summary>The session's id where the string names one; else each session gets its own.</summary>
    internal Guid? SessionId { get; init; }

    /// <summary>Headers that go with every call.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">Such as <c>sc://spark.example.com:443/;use_ssl=true;token=...</c>.</param>
    /// <param name="token">The secret where the string has none, as from the environment.</param>
    /// <param name="user">Who the user is where the string does not say.</param>
    /// <exception cref="AnalysisException">The text is no such string; the message shows no secret.</exception>
    public static RemoteAddress Parse(string text, string? token = null, string user = "spark-analytics")
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong("it must begin with sc://");
        }

        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (rest, string.Empty) : (rest[..slash], rest[(slash + 1)..]);
        if (authority.Contains(';', StringComparison.Ordinal) || (path.Length > 0 && path[0] != ';'))
        {
            throw Wrong("parameters stand behind '/;', as in sc://host:15002/;use_ssl=true");
        }

        var parameters = Parameters(path);
        var (host, port) = HostAndPort(authority);
        var given = parameters.GetValueOrDefault("token");
        return new RemoteAddress(host, port, UsesTls(parameters, given is not null), parameters.GetValueOrDefault("user_id") ?? user)
        {
            Token = given ?? (string.IsNullOrEmpty(token) ? null : token),
            UserAgent = parameters.GetValueOrDefault("user_agent"),
            SessionId = parameters.TryGetValue("session_id", out var id) ? Guid.TryParse(id, out var session) ? session : throw Wrong("session_id must be a UUID") : null,
            Headers = parameters.Where(parameter => parameter.Key.StartsWith("x-", StringComparison.Ordinal)).ToDictionary(),
        };
    }

    /// <summary>The address without anything secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{Host}:{Port}");

    private static Dictionary<string, string> Parameters(string path)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in path.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? part : part[..equals];
            var isKnown = key is "token" or "use_ssl" or "user_id" or "user_agent" or "session_id" or "grpc_max_message_size" || key.StartsWith("x-", StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1)
            {
                // Where no key stands, it may be a part of the secret.
                throw Wrong($"{(isKnown && equals > 0 ? $"the parameter '{key}'" : "one of its parameters")} has no value; write key=value");
            }

            if (!isKnown)
            {
                throw Wrong($"there is no parameter '{key}'; there are token, use_ssl, user_id, user_agent, session_id, grpc_max_message_size and headers that begin with x-");
            }

            parameters[key] = Uri.UnescapeDataString(part[(equals + 1)..]);
        }

        return parameters;
    }

    private static (string Host, int Port) HostAndPort(string authority)
    {
        var colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        if (host.Length == 0 || Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown)
        {
            throw Wrong("there is no host name in it");
        }

        return colon < 0
            ? (host, DefaultPort)
            : int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
                ? (host, port)
                : throw Wrong("its port is not a number from 1 to 65535");
    }

    private static bool UsesTls(Dictionary<string, string> parameters, bool hasToken) => parameters.GetValueOrDefault("use_ssl") switch
    {
        null => hasToken,
        "true" => true,
        "false" when hasToken => throw Wrong("a token in the string needs use_ssl=true; on a plain connection give it as SPARK_CONNECT_AUTHENTICATE_TOKEN"),
        "false" => false,
        _ => throw Wrong("use_ssl is true or false"),
    };

    private static AnalysisException Wrong(string what) => new($"The address of the Spark server is wrong: {what}. It looks like sc://host:15002 or sc://host:443/;use_ssl=true;user_id=me.");
}
