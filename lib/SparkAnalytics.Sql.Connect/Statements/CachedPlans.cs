using System.Collections.Concurrent;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>What <c>Cache()</c> keeps on the server, by its key: the plan is compiled once, so that the server knows it again.</summary>
internal sealed class CachedPlans(SparkConnection connection, Func<Relation, Proto.Relation> compile)
{
    private readonly ConcurrentDictionary<Guid, Lazy<Proto.Relation>> _plans = new();

    public Proto.Relation Relation(Cached cached)
    {
        var plan = _plans.GetOrAdd(cached.Key, _ => new Lazy<Proto.Relation>(() => Keep(cached)));
        try
        {
            return plan.Value;
        }
        catch
        {
            _plans.TryRemove(cached.Key, out _);
            throw;
        }
    }

    public CommandResult Release(Guid key)
    {
        if (_plans.TryRemove(key, out var plan) && plan.IsValueCreated)
        {
            Analyze(request => request.Unpersist = new() { Relation = plan.Value });
        }

        return CommandResult.None;
    }

    private Proto.Relation Keep(Cached cached)
    {
        var relation = compile(cached.Input);
        var level = cached.Level ?? StorageLevel.MEMORY_AND_DISK;
        Analyze(request => request.Persist = new()
        {
            Relation = relation,
            StorageLevel = new() { UseDisk = level.UseDisk, UseMemory = level.UseMemory, UseOffHeap = level.UseOffHeap, Deserialized = level.Deserialized, Replication = level.Replication },
        });
        return relation;
    }

    private void Analyze(Action<Proto.AnalyzePlanRequest> ask)
    {
        var request = connection.NewAnalysis();
        ask(request);
        connection.Call((stub, options) => stub.AnalyzePlan(request, options));
    }
}
