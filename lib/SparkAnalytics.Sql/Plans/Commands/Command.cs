using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Something an engine does, as opposed to rows that it gives.</summary>
public abstract record Command;

/// <summary>What a command did.</summary>
/// <param name="Version">The table version that it made; null where it made none, or where the engine does not tell (see <see cref="Engines.IEngine.Execute(Command)"/>).</param>
/// <param name="Metrics">Counts by Spark's names, e.g. <c>numOutputRows</c>, <c>numAddedFiles</c>, <c>numOutputBytes</c>; only those that the engine tells.</param>
/// <param name="Paths">For vacuum: the files deleted or to be deleted.</param>
public sealed record CommandResult(long? Version, ImmutableDictionary<string, long> Metrics, ImmutableArray<string> Paths)
{
    /// <summary>Nothing to tell.</summary>
    public static CommandResult None { get; } = new(null, ImmutableDictionary<string, long>.Empty, []);

    /// <summary>A count.</summary>
    /// <param name="name">Spark's name for it.</param>
    /// <returns>The count, or null where the engine does not tell.</returns>
    public long? Count(string name) => Metrics.TryGetValue(name, out var count) ? count : null;
}
