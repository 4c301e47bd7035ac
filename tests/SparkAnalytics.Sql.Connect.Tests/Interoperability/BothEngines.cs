using SparkAnalytics.SparkServer;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Spark and the embedded engine, over the same folders.</summary>
public sealed class BothEngines : IDisposable
{
    private readonly Lazy<(SparkConnection Connection, SparkSession Session)> _spark = new(() =>
    {
        // Each table has other columns; to compile code for its few rows takes longer than to go without.
        var options = new ConnectEngineOptions
        {
            Remote = RemoteAddress.Parse(SharedSparkServer.Remote),
            Configuration = new Dictionary<string, string> { ["spark.sql.codegen.wholeStage"] = "false", ["spark.sql.codegen.factoryMode"] = "NO_CODEGEN" },
        };
        return (new SparkConnection(options), SparkSession.Create(new ConnectEngine(options)));
    });

    private readonly SparkSession _embedded = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions()));

    /// <summary>Skips the test without SPARK_HOME.</summary>
    public static void RequireSpark() => Assert.SkipWhen(LocalSparkServer.Home is null, LocalSparkServer.SkipReason);

    /// <summary>A table of its own; without SPARK_HOME the test is skipped.</summary>
    public SharedTable NewTable()
    {
        RequireSpark();
        return new SharedTable(_spark.Value.Session, _embedded, statement => SqlCommands.Run(statement, _spark.Value.Connection));
    }

    public void Dispose()
    {
        _embedded.Dispose();
        if (_spark.IsValueCreated)
        {
            _spark.Value.Session.Dispose();
            _spark.Value.Connection.Dispose();
        }
    }
}
