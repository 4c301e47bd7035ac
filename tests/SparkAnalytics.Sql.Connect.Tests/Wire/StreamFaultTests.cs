using Grpc.Core;
using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>Streams that break: no row comes twice, none is lost, nothing hangs.</summary>
public sealed class StreamFaultTests
{
    private const int Batches = 3;
    private const int RowsInBatch = 4;
    private static readonly List<ExecutePlanResponse> s_responses = ScriptedResult.Numbers(Batches, RowsInBatch);
    private static readonly IEnumerable<long> s_rows = Enumerable.Range(0, Batches * RowsInBatch).Select(id => (long)id);

    public static TheoryData<int, string> Cuts =>
    [
        .. Enumerable.Range(0, s_responses.Count).SelectMany(count => new[] { "unavailable", "replaced", "ended" }.Select(how => new TheoryDataRow<int, string>(count, how))),
    ];

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Collect_WhenTheStreamIsCutAfterAResponse_GivesEachRowOnce(int responses, string how)
    {
        using var server = Server();
        server.Spark.Script.Enqueue(new Attachment(responses, Fault(how)));
        using var session = server.Session();

        Assert.Equal(s_rows, Ids(session));
        Assert.Single(server.Spark.Executed);
        var reattached = Assert.Single(server.Spark.Reattached);
        Assert.Equal(responses == 0 ? "" : (responses - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), reattached.LastResponseId);
    }

    [Fact]
    public void Collect_WhenTheServerIsAwayAgainAndAgain_StartsToCountAnewAfterEachResponse()
    {
        using var server = Server();
        foreach (var _ in s_responses)
        {
            Enumerable.Range(0, 3).ToList().ForEach(_ => server.Spark.Script.Enqueue(new Attachment(0, Fault("unavailable"))));
            server.Spark.Script.Enqueue(new Attachment(1, Fault("unavailable")));
        }

        using var session = server.Session(options => options with { MaxRetries = 4 });

        Assert.Equal(s_rows, Ids(session));
    }

    [Fact]
    public void Collect_WhenTheServerIsGoneForGood_FailsAfterTheLastRetry()
    {
        using var server = Server();
        server.Spark.Script.Enqueue(new Attachment(2, Fault("unavailable")));
        Enumerable.Range(0, 20).ToList().ForEach(_ => server.Spark.Script.Enqueue(new Attachment(0, Fault("unavailable"))));
        using var session = server.Session(options => options with { MaxRetries = 5 });

        var failure = Assert.Throws<QueryExecutionException>(() => Ids(session));

        Assert.Equal(QueryErrorKind.Resources, failure.Kind);
        Assert.Contains($"sc://127.0.0.1:{server.Port}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Spark.Reattached.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Collect_OnAServerThatWasGivenUp_FailsSoonUntilItAnswersAgain(bool isInterrupted)
    {
        using var server = Server();
        void GoAway(int attachments) => Enumerable.Range(0, attachments).ToList().ForEach(_ => server.Spark.Script.Enqueue(new Attachment(0, Fault("unavailable"))));
        int Attached() => server.Spark.Executed.Count + server.Spark.Reattached.Count;
        using var session = server.Session(options => options with { MaxRetries = 6 });
        Assert.Equal(s_rows, Ids(session));
        if (isInterrupted)
        {
            session.InterruptAll();
        }
        else
        {
            GoAway(7);
            Assert.Throws<QueryExecutionException>(() => Ids(session));
        }

        var before = Attached();
        GoAway(4);
        Assert.Throws<QueryExecutionException>(() => Ids(session));
        Assert.Equal(4, Attached() - before);

        Assert.Equal(s_rows, Ids(session));
        GoAway(6);
        Assert.Equal(s_rows, Ids(session));
    }

    [Fact]
    public void Collect_WhenTheRequestWasLost_SendsItAgainUnderTheSameId()
    {
        using var server = Server();
        server.Spark.Script.Enqueue(new Attachment(0, Fault("unavailable")));
        server.Spark.Script.Enqueue(new Attachment(0, Fault("INVALID_HANDLE.OPERATION_NOT_FOUND")));
        using var session = server.Session();

        Assert.Equal(s_rows, Ids(session));
        Assert.Equal(2, server.Spark.Executed.Count);
        Assert.Single(server.Spark.Executed.Select(request => request.OperationId).Distinct());
    }

    [Fact]
    public void Collect_WhenTheOperationIsForgottenAfterSomeRows_FailsAndDoesNotRunItAgain()
    {
        using var server = Server();
        server.Spark.Script.Enqueue(new Attachment(3, Fault("unavailable")));
        server.Spark.Script.Enqueue(new Attachment(0, Fault("INVALID_HANDLE.OPERATION_NOT_FOUND")));
        using var session = server.Session();

        Assert.Equal(QueryErrorKind.Resources, Assert.Throws<QueryExecutionException>(() => Ids(session)).Kind);
        Assert.Single(server.Spark.Executed);
    }

    [Fact]
    public void Collect_WhenTheSessionHasExpired_SaysSo()
    {
        using var server = Server();
        server.Spark.Script.Enqueue(new Attachment(0, Fault("INVALID_HANDLE.SESSION_NOT_FOUND")));
        using var session = server.Session();

        var failure = Assert.Throws<QueryExecutionException>(() => Ids(session));

        Assert.Equal((QueryErrorKind.Resources, true), (failure.Kind, failure.Message.Contains("SESSION_NOT_FOUND", StringComparison.Ordinal)));
    }

    [Fact]
    public void Collect_WhenTheServerWasStartedAnew_FailsAndSaysSo()
    {
        using var server = Server();
        using var session = server.Session();
        Assert.Equal(s_rows, Ids(session));

        server.Spark.ServerSession = "server-2";

        var failure = Assert.Throws<QueryExecutionException>(() => Ids(session));
        Assert.Equal((QueryErrorKind.Resources, true), (failure.Kind, failure.Message.Contains("started anew", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Collect_OfABatchInChunks_JoinsThemOverACut(int responses)
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Chunked(100, 3) });
        server.Spark.Script.Enqueue(new Attachment(responses, Fault("unavailable")));
        using var session = server.Session();

        Assert.Equal(Enumerable.Range(0, 100).Select(id => (long)id), Ids(session));
    }

    [Fact]
    public void ToLocalIterator_OfTwoHundredMegabytes_HandsThemOutAsTheyCome()
    {
        // 200 batches of 131,072 numbers, a megabyte each; the one batch is sent again and again.
        var batch = ScriptedResult.Numbers(1, 131_072)[2];
        using var server = new ScriptedServer(new ScriptedSpark { Responses = [.. Enumerable.Repeat(batch, 200), new() { ResultComplete = new() }] });
        using var session = server.Session();
        var most = 0L;
        var rows = 0L;

        foreach (var _ in session.Range(1).ToLocalIterator())
        {
            if (++rows % 1_000_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(200 * 131_072, rows);
        Assert.InRange(most, 1, 150_000_000);
    }

    private static ScriptedServer Server() => new(new ScriptedSpark { Responses = s_responses });

    private static List<long> Ids(SparkSession session) => [.. session.Range(1).Collect().Select(row => row.GetAs<long>(0))];

    private static Func<RpcException>? Fault(string how) => how switch
    {
        "ended" => null,
        "unavailable" => () => new RpcException(new Status(StatusCode.Unavailable, "the connection was lost")),
        "replaced" => () => new RpcException(new Status(StatusCode.Internal, "[INVALID_CURSOR.DISCONNECTED] The cursor has been disconnected")),
        _ => () => new RpcException(new Status(StatusCode.Internal, $"[{how}] The handle is invalid.")),
    };
}
