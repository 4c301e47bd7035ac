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
    public void Version_WhenSomethingListensAndSaysNothing_FailsAfterTheTimeoutForAnswers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var failure = FailureAt(listener, options => options with { AnswerTimeout = TimeSpan.FromMilliseconds(100) });

        Assert.EndsWith("did not answer within 0.1 seconds. Is the address right, and may this machine reach it?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_WhenNoConnectionIsOpened_FailsAfterTheTimeoutForConnections()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems refuse what does not fit into the queue of connections");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 0);
        using var first = new TcpClient(AddressFamily.InterNetwork);
        first.Connect((IPEndPoint)listener.LocalEndpoint);

        var failure = FailureAt(listener, options => options with { ConnectTimeout = TimeSpan.FromMilliseconds(100) });

        Assert.StartsWith("Nothing answers as a Spark Connect server at sc://127.0.0.1:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_OfASlowServer_IsWaitedForLongerThanForAConnection()
    {
        using var server = new ScriptedServer();
        using var session = server.Session(options => options with { ConnectTimeout = TimeSpan.FromSeconds(20), AnswerTimeout = TimeSpan.FromHours(2) });

        Assert.Equal("Spark 4.0.4", session.Version());
        Assert.All(server.Spark.Deadlines, deadline => Assert.InRange(deadline - TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromHours(1), TimeSpan.FromHours(2)));
        Assert.Equal(3, server.Spark.Deadlines.Count);
    }

    private static QueryExecutionException FailureAt(TcpListener listener, Func<ConnectEngineOptions, ConnectEngineOptions> change)
    {
        var options = new ConnectEngineOptions { Remote = RemoteAddress.Parse($"sc://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}") };
        using var session = SparkSession.Create(new ConnectEngine(change(options)));
        var failure = Assert.Throws<QueryExecutionException>(session.Version);
        Assert.Equal(QueryErrorKind.Resources, failure.Kind);
        return failure;
    }
}
