using SparkAnalytics.SparkServer;
using SparkAnalytics.Sql.Behaviour;

[assembly: AssemblyFixture(typeof(SharedSparkServer))]

namespace SparkAnalytics.Sql.Connect.Tests.Support;

/// <summary>A session of its own on the one server of the test run; without SPARK_HOME every test that asks for it is skipped.</summary>
public sealed class SparkFixture : EngineFixture
{
    private SparkSession? _session;

    public override SparkSession Spark => _session ??= SparkSession.Create(NewEngine());

    public override IReadOnlyDictionary<string, string> Gaps => SparkGaps.Reasons;

    public static ConnectEngine NewEngine()
    {
        Assert.SkipWhen(LocalSparkServer.Home is null, LocalSparkServer.SkipReason);
        return new ConnectEngine(new ConnectEngineOptions { Remote = RemoteAddress.Parse(SharedSparkServer.Remote) });
    }

    public override EngineFolder NewFolder() => new TemporaryFolder();

    public override void Advance(TimeSpan time) => throw new NotSupportedException("The server's clock is the machine's.");

    public override void Dispose() => _session?.Dispose();
}
