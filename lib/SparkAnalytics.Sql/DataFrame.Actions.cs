using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>What runs the plan.</content>
public sealed partial class DataFrame
{
    /// <summary>All rows. The plan runs when they are enumerated, and again at each enumeration.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    public IEnumerable<Row> Collect() => Run(Plan);

    /// <summary>All rows, as they come, few in memory at a time.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    public IEnumerable<Row> ToLocalIterator() => Collect();

    /// <summary>All rows, as they come.</summary>
    /// <param name="prefetchPartitions">Has no meaning for an engine that streams.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    public IEnumerable<Row> ToLocalIterator(bool prefetchPartitions) => Collect();

    /// <summary>The first rows.</summary>
    /// <param name="n">How many.</param>
    /// <returns>The rows, run at each enumeration.</returns>
    public IEnumerable<Row> Take(int n) => Limit(n).Collect();

    /// <summary>The first rows.</summary>
    /// <param name="n">How many.</param>
    /// <returns>The rows, run at each enumeration.</returns>
    public IEnumerable<Row> Head(int n) => Take(n);

    /// <summary>The first row.</summary>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public Row Head() => Take(1).First();

    /// <summary>The first row.</summary>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public Row First() => Head();

    /// <summary>The last rows; all rows pass, so many are kept.</summary>
    /// <param name="n">How many.</param>
    /// <returns>The rows, run at each enumeration.</returns>
    public IEnumerable<Row> Tail(int n) => Collect().TakeLast(n);

    /// <summary>How many rows there are.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    public long Count() => Agg(Functions.Count(Functions.Lit(1))).Collect().First().GetAs<long>(0);

    /// <summary>Whether there is no row.</summary>
    /// <returns>True where there is none.</returns>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    public bool IsEmpty() => !Take(1).Any();

    /// <summary>Whether rows are at hand without an engine's work.</summary>
    /// <returns>True for rows that the program handed in.</returns>
    public bool IsLocal() => Plan is LocalRelation;

    /// <summary>The paths that the plan reads, as they were given.</summary>
    /// <returns>The paths.</returns>
    public IEnumerable<string> InputFiles() => ReadPaths(Plan).Distinct(StringComparer.Ordinal);

    /// <summary>A writer for the rows.</summary>
    /// <returns>The writer.</returns>
    public DataFrameWriter Write() => new(this);

    /// <summary>Keeps the rows from their first use on. This DataFrame and those made from it afterwards use them.</summary>
    /// <returns>This.</returns>
    public DataFrame Cache() => Persist(Sql.StorageLevel.MEMORY_AND_DISK);

    /// <summary>As <see cref="Cache"/>.</summary>
    /// <returns>This.</returns>
    public DataFrame Persist() => Cache();

    /// <summary>As <see cref="Cache"/>, with a say in where the rows lie. Rows that are kept already stay where they are.</summary>
    /// <param name="storageLevel">Where; with <see cref="StorageLevel.NONE"/> nothing is kept.</param>
    /// <returns>This.</returns>
    public DataFrame Persist(StorageLevel storageLevel)
    {
        ArgumentNullException.ThrowIfNull(storageLevel);
        if (Plan is not Cached && storageLevel != Sql.StorageLevel.NONE)
        {
            var kept = new Cached(Plan, Guid.NewGuid(), storageLevel);
            SparkSession.Engine.Execute(new CacheCommand(kept));
            Plan = kept;
        }

        return this;
    }

    /// <summary>Where the rows are kept.</summary>
    /// <returns>The level, or <see cref="StorageLevel.NONE"/>.</returns>
    public StorageLevel StorageLevel() => Plan is Cached cached ? cached.Level ?? Sql.StorageLevel.MEMORY_AND_DISK : Sql.StorageLevel.NONE;

    /// <summary>Releases the rows kept by <see cref="Cache"/>.</summary>
    /// <param name="blocking">Has no meaning here: the call always waits.</param>
    /// <returns>This.</returns>
    public DataFrame Unpersist(bool blocking = false)
    {
        if (Plan is Cached cached)
        {
            SparkSession.Engine.Execute(new UncacheCommand(cached.Key));
            Plan = cached.Input;
        }

        return this;
    }

    /// <summary>Computes the rows now and keeps them, so that later plans begin there.</summary>
    /// <param name="eager">False waits until the first use.</param>
    /// <returns>The kept rows.</returns>
    /// <exception cref="QueryExecutionException">The plan failed while it ran.</exception>
    public DataFrame Checkpoint(bool eager = true)
    {
        var kept = With(new Cached(Plan, Guid.NewGuid()));
        if (eager)
        {
            kept.Count();
        }

        return kept;
    }

    /// <summary>As <see cref="Checkpoint"/>.</summary>
    /// <param name="eager">False waits until the first use.</param>
    /// <returns>The kept rows.</returns>
    public DataFrame LocalCheckpoint(bool eager = true) => Checkpoint(eager);

    /// <summary>Names the rows for this session; an error where the name is taken.</summary>
    /// <param name="viewName">The name.</param>
    /// <exception cref="AnalysisException">There is a view of that name.</exception>
    public void CreateTempView(string viewName) => SparkSession.CreateView(viewName, Plan, false);

    /// <summary>Names the rows for this session, in place of what had the name.</summary>
    /// <param name="viewName">The name.</param>
    public void CreateOrReplaceTempView(string viewName) => SparkSession.CreateView(viewName, Plan, true);

    private static IEnumerable<string> ReadPaths(Relation plan) =>
        plan is Read read ? read.Paths : plan.Inputs.SelectMany(ReadPaths);

    private IEnumerable<Row> Run(Relation plan)
    {
        foreach (var row in SparkSession.Engine.Execute(plan))
        {
            yield return row;
        }
    }
}
