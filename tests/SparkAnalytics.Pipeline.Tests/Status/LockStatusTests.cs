using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Pipeline.Status;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Tests.Status;

/// <summary>What the status tells of the lock, and of a run without an end beside it.</summary>
public sealed class LockStatusTests : IDisposable
{
    private static readonly DateTimeOffset s_taken = DateTimeOffset.Parse("2125-03-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private readonly TestLakehouse _test = new();
    private readonly FakeTimeProvider _clock = new(s_taken);

    public LockStatusTests() => _test.Rebuild(_test.File("in.csv", "client_id,timestamp,event_name\nu1,2025-03-01T09:00:00Z,page_view\n"));

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Status_WhileARunHoldsTheLock_SaysThatItIsAtWork()
    {
        using var held = Acquire("run");
        Start(2, s_taken.AddHours(-1));
        Start(3, s_taken);
        Start(4, s_taken.AddSeconds(1));

        var status = _test.Reopen(_clock).Status();

        Assert.Equal(new LockStatus(LockState.Held, "run", Environment.MachineName, Environment.ProcessId, s_taken, s_taken.AddMinutes(10)), status.Lock);
        Assert.Equal([(4L, UnfinishedState.AtWork), (3L, UnfinishedState.Interrupted), (2L, UnfinishedState.Interrupted)], status.UnfinishedRuns.Select(run => (run.RunId, run.State)));
        Assert.Equal("A run that starts before it has ended is refused with exit code 4, or waits with --wait-lock.", status.UnfinishedRuns[0].Next);
    }

    [Fact]
    public void Status_WhileALaterCommandHoldsTheLock_SaysThatTheRunWasInterrupted()
    {
        Start(2, s_taken.AddSeconds(-1));
        using var held = Acquire("vacuum");

        var status = _test.Reopen(_clock).Status();

        Assert.Equal((LockState.Held, "vacuum"), (status.Lock!.State, status.Lock.Command));
        Assert.Equal(UnfinishedState.Interrupted, Assert.Single(status.UnfinishedRuns).State);
    }

    [Fact]
    public void Status_WhenTheHoldersProcessHasEnded_SaysSo()
    {
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        Assert.True(ended.WaitForExit(TimeSpan.FromSeconds(60)));
        using var killed = Acquire("run");
        Change("process_id", Lit(ended.Id));
        Start(2, s_taken);

        var status = _test.Reopen(_clock).Status();

        Assert.Equal((LockState.Dead, ended.Id), (status.Lock!.State, status.Lock.ProcessId));
        Assert.Equal(UnfinishedState.Interrupted, Assert.Single(status.UnfinishedRuns).State);
    }

    [Fact]
    public void Status_WhenTheLeaseOfAnotherHostRanOut_SaysSo()
    {
        using var gone = Acquire("run");
        Change("host", Lit("another-machine"));
        Start(2, s_taken);

        var before = _test.Reopen(new FakeTimeProvider(s_taken.AddMinutes(9))).Status();
        var after = _test.Reopen(new FakeTimeProvider(s_taken.AddMinutes(10))).Status();

        Assert.Equal((LockState.Held, UnfinishedState.AtWork), (before.Lock!.State, before.UnfinishedRuns.Single().State));
        Assert.Equal((LockState.Expired, "another-machine", UnfinishedState.Interrupted), (after.Lock!.State, after.Lock.Host, after.UnfinishedRuns.Single().State));
    }

    [Fact]
    public void Status_BesideALock_WritesNothing()
    {
        using var held = Acquire("run");
        var before = Files();

        _test.Reopen(_clock).Status();

        Assert.Equal(before, Files());
    }

    private LakehouseLock Acquire(string command) => LakehouseLock.Acquire(_test.Spark, new LakehousePaths(_test.Path), _clock, command);

    private void Start(long id, DateTimeOffset at)
    {
        var log = new RunLog(_test.Spark, new LakehousePaths(_test.Path));
        log.Append(log.Select(RunSelector.Latest) with { RunId = id, Kind = RunKind.Run, State = RunState.Started, At = at });
    }

    private void Change(string column, Column value) =>
        DeltaTable.ForPath(_test.Spark, new LakehousePaths(_test.Path).Lock).Update(new Dictionary<string, Column> { [column] = value });

    private string[] Files() => [.. Directory.GetFiles(_test.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
