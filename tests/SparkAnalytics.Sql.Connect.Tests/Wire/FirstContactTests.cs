using System.Net;
using System.Net.Sockets;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>Servers that cannot be spoken to are told apart at once, and nothing secret is shown.</summary>
public sealed class FirstContactTests
{
    private const string Secret = "s3cret-of-the-test";

    [Theory]
    [InlineData("3.5.6")]
    [InlineData("2.4.0")]
    public void Version_OfAnOldServer_IsRefusedByName(string version)
    {
        using var server = new ScriptedServer(new ScriptedSpark { Version = version });
        using var session = server.Session();

        var failure = Assert.Throws<QueryExecutionException>(session.Version);

        Assert.Equal((QueryErrorKind.BadInput, $"The server at sc://127.0.0.1:{server.Port} is Spark {version}; Spark 4.0 or newer is needed."), (failure.Kind, failure.Message));
    }

    [Fact]
    public void Collect_WithAUserAgentInTheAddress_NamesTheProgramSo()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Numbers(1, 1) });
        using var session = server.Session(parameters: ";user_agent=nightly");

        Assert.Single(session.Range(1).Collect());
        Assert.Equal("nightly", server.Spark.Executed.Single().ClientType);
    }

    [Fact]
    public void Version_WithTheRightToken_IsTold()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Authorization = $"Bearer {Secret}" });
        using var session = server.Session(options => options with { Remote = RemoteAddress.Parse($"sc://127.0.0.1:{server.Port}", Secret) });

        Assert.Equal("Spark 4.0.4", session.Version());
    }

    [Fact]
    public void Version_WithAWrongToken_IsRefusedWithoutShowingIt()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Authorization = "Bearer another" });
        using var session = server.Session(options => options with { Remote = RemoteAddress.Parse($"sc://127.0.0.1:{server.Port}", Secret) });

        var failure = Assert.Throws<QueryExecutionException>(session.Version);

        Assert.Equal(QueryErrorKind.Resources, failure.Kind);
        Assert.Contains("refuses the token", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Version_WhenNothingListens_FailsAtOnce()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var session = SparkSession.Create(new ConnectEngine(new ConnectEngineOptions { Remote = RemoteAddress.Parse($"sc://127.0.0.1:{port}") }));

        var failure = Assert.Throws<QueryExecutionException>(session.Version);

        Assert.Equal(QueryErrorKind.Resources, failure.Kind);
        Assert.StartsWith($"Nothing answers as a Spark Connect server at sc://127.0.0.1:{port}: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_WhenSomethingListensAndSaysNothing_FailsAfterTheTimeout()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var remote = RemoteAddress.Parse($"sc://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var session = SparkSession.Create(new ConnectEngine(new ConnectEngineOptions { Remote = remote, ConnectTimeout = TimeSpan.FromMilliseconds(100) }));

        Assert.Equal(QueryErrorKind.Resources, Assert.Throws<QueryExecutionException>(session.Version).Kind);
    }
}
