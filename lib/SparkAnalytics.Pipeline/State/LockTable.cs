using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.State;

/// <summary>The Delta table behind a lakehouse's lock: one row while it is held, changed by commits of which only one can win.</summary>
internal sealed class LockTable(SparkSession spark, string path)
{
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

    /// <summary>Takes the lock if it is free.</summary>
    /// <returns>Who holds it now.</returns>
    public LockHolder? Take(LockHolder mine)
    {
        if (TryCreate(mine))
        {
            return mine;
        }

        try
        {
            Merge(mine, Read());
        }
        catch (QueryExecutionException exception) when (exception.Kind == QueryErrorKind.Conflict)
        {
            // Somebody else was faster; the row tells who.
        }

        return Read();
    }

    /// <summary>Notes a holder's new expiry.</summary>
    /// <returns>False where somebody else holds the lock.</returns>
    public bool Extend(LockHolder holder)
    {
        DeltaTable.ForPath(spark, path).Update(
            Col("holder") == holder.Token,
            new Dictionary<string, Column> { ["expires_at"] = Lit(new Timestamp(holder.ExpiresAt.UtcDateTime)) });
        return Read()?.Token == holder.Token;
    }

    /// <summary>Frees the lock if this holder has it.</summary>
    public void Remove(LockHolder holder) => DeltaTable.ForPath(spark, path).Delete(Col("holder") == holder.Token);

    /// <summary>Who holds the lock, or null.</summary>
    public LockHolder? Read() =>
        spark.Read().Format("delta").Load(path).Collect().Select(FromRow).FirstOrDefault();

    /// <summary>The first holder of a lakehouse makes the table, with its row in it, by the one commit that can be version 0.</summary>
    /// <returns>False where the table is there.</returns>
    private bool TryCreate(LockHolder mine)
    {
        if (DeltaTable.IsDeltaTable(spark, path))
        {
            return false;
        }

        try
        {
            spark.CreateDataFrame([ToRow(mine)], s_schema).Write().Format("delta").Mode(SaveMode.ErrorIfExists).Save(path);
            return true;
        }
        catch (Exception exception) when (exception is AnalysisException or QueryExecutionException { Kind: QueryErrorKind.Conflict or QueryErrorKind.BadInput })
        {
            if (!DeltaTable.IsDeltaTable(spark, path))
            {
                throw;
            }

            return false;
        }
    }

    private void Merge(LockHolder mine, LockHolder? present)
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
}
