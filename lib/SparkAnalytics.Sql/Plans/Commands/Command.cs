using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Something an engine does, as opposed to rows that it gives.</summary>
public abstract record Command;

/// <summary>What a command did.</summary>
public sealed class CommandResult
{
    private readonly Lazy<ImmutableDictionary<string, long>> _metrics;

    /// <summary>A result whose counts are known.</summary>
    /// <param name="version">The version that the command made, or null.</param>
    /// <param name="metrics">The counts.</param>
    /// <param name="paths">For vacuum: the files deleted or to be deleted.</param>
    public CommandResult(long? version, ImmutableDictionary<string, long> metrics, ImmutableArray<string> paths) =>
        (Version, _metrics, Paths) = (version, new(metrics), paths);

    /// <summary>A result whose counts are looked up when somebody asks for one, once.</summary>
    /// <param name="version">The version that the command made.</param>
    /// <param name="metrics">Looks the counts up.</param>
    public CommandResult(long version, Func<ImmutableDictionary<string, long>> metrics) => (Version, _metrics, Paths) = (version, new(metrics), []);

    /// <summary>Nothing to tell.</summary>
    public static CommandResult None { get; } = new(null, ImmutableDictionary<string, long>.Empty, []);

    /// <summary>The table version that the command made; null where it made none, or where the engine does not tell (see <see cref="Engines.IEngine.Execute(Command)"/>).</summary>
    public long? Version { get; }

    /// <summary>Counts by Spark's names, e.g. <c>numOutputRows</c>, <c>numAddedFiles</c>, <c>numOutputBytes</c>; only those that the engine tells.</summary>
    public ImmutableDictionary<string, long> Metrics => _metrics.Value;

    /// <summary>For vacuum: the files deleted or to be deleted.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>A count.</summary>
    /// <param name="name">Spark's name for it.</param>
    /// <returns>The count, or null where the engine does not tell.</returns>
    public long? Count(string name) => Metrics.TryGetValue(name, out var count) ? count : null;
}
