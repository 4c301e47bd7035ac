using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Tests.State;

public sealed class LockTests : IDisposable
{
    private readonly TestLakehouse _test = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Acquire_WhileAnotherRunHoldsIt_SaysWhoAndSinceWhen()
    {
        using var held = Acquire("rebuild");
        _clock.Advance(TimeSpan.FromMinutes(1));

        var error = Assert.Throws<PipelineException>(() => Acquire("optimize"));

        Assert.Equal(ExitCode.Locked, error.ExitCode);
        Assert.Contains($"'rebuild' on {Environment.MachineName} (process {Environment.ProcessId}) since 2025-03-01T12:00:00Z", error.Message, StringComparison.Ordinal);
        Assert.Contains("free at 2025-03-01T12:10:00Z at the latest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acquire_WithAWait_TakesItOnceItIsGivenBack()
    {
        var held = Acquire("rebuild");
        var waiting = Task.Run(() => LakehouseLock.Acquire(_test.Spark, new LakehousePaths(_test.Path), TimeProvider.System, "run", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));
        held.Dispose();

        using var taken = await waiting;
        Assert.Equal("run", Row().GetAs<string>("command"));
    }

    [Fact]
    public async Task Acquire_WhenTheWaitIsOver_SaysWhoHoldsIt()
    {
        using var held = Acquire("rebuild");
        var waiting = Task.Run(() => LakehouseLock.Acquire(_test.Spark, new LakehousePaths(_test.Path), _clock, "run", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));

        while (!waiting.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Contains("'rebuild' on", (await Assert.ThrowsAsync<PipelineException>(() => waiting)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Acquire_WhenItIsCancelledWhileItWaits_Ends()
    {
        using var held = Acquire("rebuild");
        using var stop = new CancellationTokenSource();
        using var timer = _clock.CreateTimer(_ => stop.Cancel(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        Assert.ThrowsAny<OperationCanceledException>(() => LakehouseLock.Acquire(_test.Spark, new LakehousePaths(_test.Path), _clock, "run", TimeSpan.FromMinutes(5), stop.Token));
    }

    [Fact]
    public void Acquire_ByManyAtOnce_IsWonByOne()
    {
        var held = new System.Collections.Concurrent.ConcurrentBag<LakehouseLock>();
        var refused = new System.Collections.Concurrent.ConcurrentBag<PipelineException>();

        Parallel.For(0, 6, number =>
        {
            try
            {
                held.Add(Acquire($"run {number}"));
            }
            catch (PipelineException error)
            {
                refused.Add(error);
            }
        });

        using var winner = Assert.Single(held);
        Assert.All(refused, error => Assert.Equal(ExitCode.Locked, error.ExitCode));
        Assert.Equal(5, refused.Count);
    }

    [Fact]
    public void Acquire_OfANewLakehouse_IsOneCommit()
    {
        using var held = Acquire("rebuild");

        Assert.Equal([0L], DeltaTable.ForPath(_test.Spark, new LakehousePaths(_test.Path).Lock).History().Collect().Select(commit => commit.GetAs<long>("version")));
    }

    [Fact]
    public void Rebuild_WhileAnotherRunHoldsTheLock_ChangesNothing()
    {
        var input = _test.File("1.csv", "client_id,timestamp,event_name\nu1,2025-03-01T09:00:00Z,page_view\n");
        using var held = LakehouseLock.Acquire(_test.Spark, new LakehousePaths(_test.Path), TimeProvider.System, "optimize");

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(input));

        Assert.Equal(ExitCode.Locked, error.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_test.Path, "stg_events")));
        Assert.False(Directory.Exists(Path.Combine(_test.Path, "_state", "runs")));
    }

    [Fact]
    public void Acquire_AfterTheHolderEnded_TakesItAndLeavesNoRowAtTheEnd()
    {
        Acquire("rebuild").Dispose();
        using (Acquire("optimize"))
        {
            Assert.Equal("optimize", Row().GetAs<string>("command"));
        }

        Assert.Empty(Rows());
    }

    [Fact]
    public void Acquire_WhenTheLeaseOfAnotherHostIsFresh_IsRefusedAndWhenItRanOut_TakesItOver()
    {
        using var gone = Acquire("rebuild");
        Change("host", Lit("another-machine"));
        _clock.SetUtcNow(_clock.GetUtcNow().AddSeconds(1));

        Assert.Contains("another-machine", Assert.Throws<PipelineException>(() => Acquire("optimize")).Message, StringComparison.Ordinal);

        Change("expires_at", Lit(new Timestamp(_clock.GetUtcNow().UtcDateTime)));
        using var taken = Acquire("optimize");
        Assert.Equal("optimize", Row().GetAs<string>("command"));
    }

    [Fact]
    public void Acquire_WhenTheHoldersProcessHasEnded_TakesItOverAtOnce()
    {
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        Assert.True(ended.WaitForExit(TimeSpan.FromSeconds(60)));
        using var killed = Acquire("rebuild");
        Change("process_id", Lit(ended.Id));

        using var taken = Acquire("optimize");

        Assert.Equal("optimize", Row().GetAs<string>("command"));
    }

    [Fact]
    public void Acquire_WhenTheHoldersNumberBelongsToALaterProcess_TakesItOverAtOnce()
    {
        using var killed = Acquire("rebuild");
        Change("process_started_at", Lit(new Timestamp(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))));

        using var taken = Acquire("optimize");

        Assert.Equal("optimize", Row().GetAs<string>("command"));
    }

    [Fact]
    public void Renewal_WhileTheRunLives_MovesTheExpiryOn()
    {
        using var held = Acquire("rebuild");

        _clock.Advance(TimeSpan.FromSeconds(201));

        Assert.Equal(new DateTime(2025, 3, 1, 12, 13, 21), Row().GetAs<Timestamp>("expires_at").ToDateTime());
        held.Check();
    }

    [Fact]
    public void Check_AfterTheMachineSleptAndNobodyTookTheLock_RenewsIt()
    {
        using var held = Acquire("rebuild");
        _clock.AdjustTime(_clock.GetUtcNow().AddHours(1));

        held.Check();

        Assert.Equal(new DateTime(2025, 3, 1, 13, 10, 0), Row().GetAs<Timestamp>("expires_at").ToDateTime());
    }

    [Fact]
    public void Check_WhenAnotherHostTookTheLock_IsRefusedAlsoAfterARenewalWasTried()
    {
        using var held = Acquire("rebuild");
        Change("holder", Lit("somebody"));
        Change("host", Lit("another-machine"));

        _clock.Advance(TimeSpan.FromMinutes(21));
        var error = Assert.Throws<PipelineException>(held.Check);

        Assert.Equal(ExitCode.Locked, error.ExitCode);
        Assert.Contains("'rebuild' on another-machine took it", error.Message, StringComparison.Ordinal);
        held.Dispose();
        Assert.Equal("somebody", Row().GetAs<string>("holder"));
    }

    private LakehouseLock Acquire(string command) => LakehouseLock.Acquire(_test.Spark, new LakehousePaths(_test.Path), _clock, command);

    private void Change(string column, Column value) =>
        DeltaTable.ForPath(_test.Spark, LockPath).Update(new Dictionary<string, Column> { [column] = value });

    private string LockPath => new LakehousePaths(_test.Path).Lock;

    private List<Row> Rows() => [.. _test.Spark.Read().Format("delta").Load(LockPath).Collect()];

    private Row Row() => Assert.Single(Rows());
}
