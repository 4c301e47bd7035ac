using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>The gRPC channel to a server, and the headers of its calls.</summary>
internal static class Channels
{
    private static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(30);

    public static GrpcChannel Open(ConnectEngineOptions options)
    {
        var remote = options.Remote;
        var address = string.Create(CultureInfo.InvariantCulture, $"{(remote.UseTls ? "https" : "http")}://{remote.Host}:{remote.Port}");
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            // Spark's batches may have 128 MiB; gRPC's own limit is 4.
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = null,
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                ConnectTimeout = options.ConnectTimeout,
                EnableMultipleHttp2Connections = true,
                KeepAlivePingDelay = s_keepAlive,
                KeepAlivePingTimeout = s_keepAlive,
                UseProxy = false,
            },
        });
    }

    /// <summary>The secret goes as a header, since gRPC's call credentials are left out on plain connections.</summary>
    public static Metadata Headers(RemoteAddress remote)
    {
        var headers = new Metadata();
        if (remote.Token is { } token)
        {
            headers.Add("authorization", $"Bearer {token}");
        }

        foreach (var (name, value) in remote.Headers)
        {
            headers.Add(name, value);
        }

        return headers;
    }
}
