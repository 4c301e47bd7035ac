using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.State;

/// <summary>
/// The lease in <c>_state/lock</c>, one row, taken, renewed and given back by Delta commits, of which only one can win.
/// It is renewed in the background while it is held.
/// </summary>
internal sealed class LakehouseLock : IDisposable
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(10);

    private static readonly StructType s_schema = new(
    [
        new StructField("lock", new StringType()),
        new StructField("holder", new StringType()),
        new StructField("host", new StringType()),
        new StructField("process_id", new IntegerType()),
        new StructField("process_started_at", new TimestampType()),
        new StructField("command", new StringType()),
        new StructField("acquired_at", new TimestampType()),
        new StructField("expires_at", new TimestampType()),
    ]);

    private readonly SparkSession _spark;
    private readonly LakehousePaths _paths;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly ITimer _renewal;
    private LockHolder _holder;

    private LakehouseLock(SparkSession spark, LakehousePaths paths, TimeProvider clock, LockHolder holder)
    {
        (_spark, _paths, _clock, _holder) = (spark, paths, clock, holder);
        _renewal = clock.CreateTimer(_ => TryRenew(), null, s_lease / 3, s_lease / 3);
    }

    /// <summary>Takes the lock.</summary>
    /// <exception cref="PipelineException">Somebody else holds it.</exception>
    public static LakehouseLock Acquire(SparkSession spark, LakehousePaths paths, TimeProvider clock, string command)
    {
        var mine = LockHolder.ThisProcess(command, clock.GetUtcNow(), s_lease);
        try
        {
            CreateTable(spark, paths.Lock);
            var winner = Take(spark, paths.Lock, mine);
            return winner?.Token == mine.Token ? new LakehouseLock(spark, paths, clock, mine) : throw Held(paths.Root, winner);
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
                throw Lost(_paths.Root, Read(_spark, _paths.Lock));
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
                DeltaTable.ForPath(_spark, _paths.Lock).Delete(Col("holder") == _holder.Token);
            }
            catch (Exception exception) when (IsEngineFailure(exception))
            {
                // A lease that cannot be given back is taken over as its run has ended, on another host when it runs out.
            }
        }
    }

    private static void CreateTable(SparkSession spark, string path)
    {
        if (DeltaTable.IsDeltaTable(spark, path))
        {
            return;
        }

        try
        {
            spark.CreateDataFrame(Enumerable.Empty<GenericRow>(), s_schema).Write().Format("delta").Mode(SaveMode.ErrorIfExists).Save(path);
        }
        catch (Exception exception) when (exception is AnalysisException or QueryExecutionException { Kind: QueryErrorKind.Conflict or QueryErrorKind.BadInput })
        {
            if (!DeltaTable.IsDeltaTable(spark, path))
            {
                throw;
            }
        }
    }

    /// <summary>Takes the lock if it is free.</summary>
    /// <returns>Who holds it now.</returns>
    private static LockHolder? Take(SparkSession spark, string path, LockHolder mine)
    {
        try
        {
            Merge(spark, path, mine, Read(spark, path));
        }
        catch (QueryExecutionException exception) when (exception.Kind == QueryErrorKind.Conflict)
        {
            // Somebody else was faster; the row tells who.
        }

        return Read(spark, path);
    }

    private static void Merge(SparkSession spark, string path, LockHolder mine, LockHolder? present)
    {
        var isFree = Col("held.expires_at") <= Lit(new Timestamp(mine.AcquiredAt.UtcDateTime));
        if (present is not null && present.IsDeadHere())
        {
            isFree |= Col("held.holder") == present.Token;
        }

        DeltaTable.ForPath(spark, path).As("held")
            .Merge(spark.CreateDataFrame([ToRow(mine)], s_schema).As("wanted"), Col("held.lock") == Col("wanted.lock"))
            .WhenMatched(isFree).UpdateAll()
            .WhenNotMatched().InsertAll()
            .Execute();
    }

    private static LockHolder? Read(SparkSession spark, string path) =>
        spark.Read().Format("delta").Load(path).Collect().Select(FromRow).FirstOrDefault();

    private static PipelineException Held(string root, LockHolder? holder) => new(
        ExitCode.Locked,
        holder is null
            ? $"The lock of the lakehouse {root} was taken by another process at the same moment. Try again."
            : FormattableString.Invariant($"The lakehouse {root} is locked by '{holder.Command}' on {holder.Host} (process {holder.ProcessId}) since {holder.AcquiredAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}. Wait until it has ended; a dead holder's lock is free at {holder.ExpiresAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} at the latest."));

    private static PipelineException Lost(string root, LockHolder? holder) => new(
        ExitCode.Locked,
        $"This run could not renew its lock of the lakehouse {root} in time (the machine slept, or its storage was out of reach), and {(holder is null ? "another run" : $"'{holder.Command}' on {holder.Host}")} took it. The tables show what they showed before; run again.");

    private static GenericRow ToRow(LockHolder holder) => new(
    [
        "lakehouse",
        holder.Token,
        holder.Host,
        holder.ProcessId,
        new Timestamp(holder.ProcessStartedAt.UtcDateTime),
        holder.Command,
        new Timestamp(holder.AcquiredAt.UtcDateTime),
        new Timestamp(holder.ExpiresAt.UtcDateTime),
    ]);

    private static LockHolder FromRow(Row row) => new(
        row.GetAs<string>("holder"),
        row.GetAs<string>("host"),
        row.GetAs<int>("process_id"),
        row.GetAs<Timestamp>("process_started_at").ToDateTime(),
        row.GetAs<string>("command"),
        row.GetAs<Timestamp>("acquired_at").ToDateTime(),
        row.GetAs<Timestamp>("expires_at").ToDateTime());

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
        var expiry = _clock.GetUtcNow() + s_lease;
        DeltaTable.ForPath(_spark, _paths.Lock).Update(
            Col("holder") == _holder.Token,
            new Dictionary<string, Column> { ["expires_at"] = Lit(new Timestamp(expiry.UtcDateTime)) });
        if (Read(_spark, _paths.Lock)?.Token != _holder.Token)
        {
            return false;
        }

        _holder = _holder with { ExpiresAt = expiry };
        return true;
    }

    private static bool IsEngineFailure(Exception exception) => exception is QueryExecutionException or AnalysisException or OperationCanceledException;
}
