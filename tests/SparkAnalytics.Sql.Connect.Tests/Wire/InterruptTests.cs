using Grpc.Core;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>An operation can be stopped in each of its states, and the server is told.</summary>
public sealed class InterruptTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task InterruptAll_WhileNothingComes_EndsTheWaitAndTellsTheServer(int responses)
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Numbers(3, 2) });
        server.Spark.Script.Enqueue(new Attachment(responses, IsSilent: true));
        using var session = server.Session();
        var reading = Task.Run(() => session.Range(1).Collect().ToList());
        server.Spark.Waits.Wait();

        session.InterruptAll();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        server.Spark.IsInterrupted.Wait();
        Assert.Equal(server.Spark.Executed.Single().OperationId, Assert.Single(server.Spark.Interrupted).OperationId);
    }

    [Fact]
    public async Task InterruptAll_WhileTheServerIsAway_EndsTheRetries()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Numbers(3, 2) });
        using var isAway = new ManualResetEventSlim();
        for (var attachment = 0; attachment < 2; attachment++)
        {
            server.Spark.Script.Enqueue(new Attachment(0, () =>
            {
                isAway.Set();
                return new RpcException(new Status(StatusCode.Unavailable, "away"));
            }));
        }

        using var session = server.Session(options => options with { FirstDelay = TimeSpan.FromMinutes(5), LongestDelay = TimeSpan.FromMinutes(5) });
        var reading = Task.Run(() => session.Range(1).Collect().ToList());
        isAway.Wait();

        session.InterruptAll();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task InterruptAll_WhileTheFirstAnswerIsMissing_EndsTheWaitAndTheNextCallAsksAgain()
    {
        using var server = new ScriptedServer(new ScriptedSpark { KeepsSilent = true });
        using var session = server.Session(options => options with { AnswerTimeout = TimeSpan.FromMinutes(10) });
        var asking = Task.Run(session.Version);
        server.Spark.Waits.Wait();

        session.InterruptAll();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(TimeSpan.FromMinutes(1)));
        server.Spark.KeepsSilent = false;
        Assert.Equal("Spark 4.0.4", session.Version());
    }

    [Fact]
    public void InterruptAll_BetweenRows_EndsTheIteration()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Numbers(3, 2) });
        server.Spark.Script.Enqueue(new Attachment(3, IsSilent: true));
        using var session = server.Session();
        using var rows = session.Range(1).ToLocalIterator().GetEnumerator();
        Assert.True(rows.MoveNext());

        session.InterruptAll();

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });
    }

    [Fact]
    public void Dispose_OfHalfReadRows_InterruptsTheOperation()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Numbers(3, 2) });
        using var session = server.Session();
        using (var rows = session.Range(1).ToLocalIterator().GetEnumerator())
        {
            Assert.True(rows.MoveNext());
        }

        server.Spark.IsInterrupted.Wait();
        Assert.Equal(server.Spark.Executed.Single().OperationId, server.Spark.Interrupted.First().OperationId);
    }

    [Fact]
    public void Collect_AfterAnInterruption_Works()
    {
        using var server = new ScriptedServer(new ScriptedSpark { Responses = ScriptedResult.Numbers(3, 2) });
        using var session = server.Session();
        session.InterruptAll();

        Assert.Equal(6, session.Range(1).Collect().Count());
    }
}
