using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.State;

/// <summary>
/// The right to change a lakehouse: a lease in <c>_state/lock</c>, renewed in the background while it is held.
/// </summary>
internal sealed class LakehouseLock : IDisposable
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(10);

    /// <summary>Between two looks at a lock that is waited for.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly LockTable _table;
    private readonly string _root;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly ITimer _renewal;
    private LockHolder _holder;

    private LakehouseLock(LockTable table, string root, TimeProvider clock, LockHolder holder)
    {
        (_table, _root, _clock, _holder) = (table, root, clock, holder);
        _renewal = clock.CreateTimer(_ => TryRenew(), null, s_lease / 3, s_lease / 3);
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="paths">The lakehouse.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="command">What it is taken for.</param>
    /// <param name="wait">How long to wait for the holder to give it back; zero for not at all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PipelineException">Somebody else holds it, after the wait still.</exception>
    public static LakehouseLock Acquire(SparkSession spark, LakehousePaths paths, TimeProvider clock, string command, TimeSpan wait = default, CancellationToken cancellation = default)
    {
        var until = clock.GetUtcNow() + wait;
        var table = new LockTable(spark, paths.Lock);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (acquired, holder) = TryAcquire(table, paths.Root, clock, command);
            if (acquired is not null)
            {
                return acquired;
            }

            var left = until - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                throw Held(paths.Root, holder);
            }

            Task.Delay(left < s_pause ? left : s_pause, clock, cancellation).GetAwaiter().GetResult();
        }
    }

    private static (LakehouseLock? Acquired, LockHolder? Holder) TryAcquire(LockTable table, string root, TimeProvider clock, string command)
    {
        var mine = LockHolder.ThisProcess(command, clock.GetUtcNow(), s_lease);
        try
        {
            var winner = table.Take(mine);
            if (winner?.Token == mine.Token)
            {
                return (new LakehouseLock(table, root, clock, mine), mine);
            }

            mine.End();
            return (null, winner);
        }
        catch
        {
            mine.End();
            throw;
        }
    }

    /// <summary>Makes sure that the lock is still held, before a commit.</summary>
    /// <exception cref="PipelineException">It ran out and somebody else took it.</exception>
    public void Check()
    {
        lock (_gate)
        {
            if (_clock.GetUtcNow() >= _holder.ExpiresAt - (s_lease / 2) && !Renew())
            {
                throw Lost(_root, _table.Read());
            }
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        _renewal.Dispose();
        lock (_gate)
        {
            _holder.End();
            try
            {
                _table.Remove(_holder);
            }
            catch (Exception exception) when (IsEngineFailure(exception))
            {
                // A lease that cannot be given back is taken over as its run has ended, on another host when it runs out.
            }
        }
    }

    private static PipelineException Held(string root, LockHolder? holder) => new(
        ExitCode.Locked,
        holder is null
            ? $"The lock of the lakehouse {root} was taken by another process at the same moment. Try again."
            : FormattableString.Invariant($"The lakehouse {root} is locked by '{holder.Command}' on {holder.Host} (process {holder.ProcessId}) since {holder.AcquiredAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}. Wait until it has ended, or give --wait-lock; a dead holder's lock is free at {holder.ExpiresAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} at the latest."));

    private static PipelineException Lost(string root, LockHolder? holder) => new(
        ExitCode.Locked,
        $"This run could not renew its lock of the lakehouse {root} in time (the machine slept, or its storage was out of reach), and {(holder is null ? "another run" : $"'{holder.Command}' on {holder.Host}")} took it. The tables show what they showed before; run again.");

    private void TryRenew()
    {
        try
        {
            lock (_gate)
            {
                Renew();
            }
        }
        catch (Exception exception) when (IsEngineFailure(exception))
        {
            // The next check before a commit tries again and says what is wrong.
        }
    }

    /// <summary>Extends the lease; false where somebody else has taken it, so that it must not count as extended.</summary>
    private bool Renew()
    {
        var later = _holder with { ExpiresAt = _clock.GetUtcNow() + s_lease };
        if (!_table.Extend(later))
        {
            return false;
        }

        _holder = later;
        return true;
    }

    private static bool IsEngineFailure(Exception exception) => exception is QueryExecutionException or AnalysisException or OperationCanceledException;
}
