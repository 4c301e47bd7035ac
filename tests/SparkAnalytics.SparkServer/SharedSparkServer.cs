namespace SparkAnalytics.SparkServer;

/// <summary>One server for all tests of a process, started when the first asks for it; an assembly fixture ends it.</summary>
public sealed class SharedSparkServer : IDisposable
{
    /// <summary>Many plans over little data: compiling thoroughly costs more than it gains. One level of compiled code has a small cache unless it is told to have more.</summary>
    private const string JavaOptions = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=512m";

    private static readonly Lazy<LocalSparkServer> s_server = new(() => LocalSparkServer.Start("4g", JavaOptions), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The server's connection string.</summary>
    public static string Remote => s_server.Value.Remote;

    /// <summary>What the server has printed.</summary>
    public static string Output => s_server.IsValueCreated ? s_server.Value.Output : string.Empty;

    public void Dispose()
    {
        if (s_server.IsValueCreated)
        {
            s_server.Value.Dispose();
        }
    }
}
