using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>A real gRPC server on loopback that answers as a script says, faults included.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly WebApplication _application;

    public ScriptedServer(ScriptedSpark? spark = null)
    {
        Spark = spark ?? new ScriptedSpark();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(Spark);
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _application = builder.Build();
        _application.MapGrpcService<ScriptedSpark>();
        _application.StartAsync().GetAwaiter().GetResult();
        Port = new Uri(_application.Urls.Single()).Port;
    }

    public ScriptedSpark Spark { get; }

    public int Port { get; }

    /// <summary>A session on an engine that repeats within milliseconds.</summary>
    public SparkSession Session(Func<ConnectEngineOptions, ConnectEngineOptions>? change = null, string parameters = "")
    {
        var options = new ConnectEngineOptions
        {
            Remote = RemoteAddress.Parse($"sc://127.0.0.1:{Port}/{parameters}"),
            FirstDelay = TimeSpan.FromMilliseconds(1),
            LongestDelay = TimeSpan.FromMilliseconds(2),
            InterruptGrace = TimeSpan.FromMilliseconds(50),
        };
        return SparkSession.Create(new ConnectEngine(change?.Invoke(options) ?? options));
    }

    public void Dispose()
    {
        Spark.LetGo();
        _application.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
