namespace SparkAnalytics.SparkServer;

/// <summary>One server for all tests of a process, started when the first asks for it; an assembly fixture ends it.</summary>
public sealed class SharedSparkServer : IDisposable
{
    /// <summary>Few tasks, as there is little data; and what Spark compiled for one plan, of which it keeps 100 classes by default, is there for the next.</summary>
    private static readonly string[] s_settings = ["spark.sql.files.minPartitionNum=2", "spark.sql.codegen.cache.maxEntries=5000"];

    private static readonly Lazy<LocalSparkServer> s_server = new(() => LocalSparkServer.Start("4g", LocalSparkServer.ForLittleData, s_settings), LazyThreadSafetyMode.ExecutionAndPublication);

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
