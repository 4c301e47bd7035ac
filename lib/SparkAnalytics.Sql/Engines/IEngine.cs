using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Engines;

/// <summary>The one port to what runs plans: a compiler from plan to its language and an executor behind it.</summary>
public interface IEngine : IDisposable
{
    /// <summary>The engine's name and version, e.g. <c>DuckDB 1.5.6</c>.</summary>
    string Version { get; }

    /// <summary>The schema of a leaf that only the engine can know: <see cref="Read"/> without columns and <see cref="SqlQuery"/>.</summary>
    /// <param name="leaf">The leaf, its columns still empty.</param>
    /// <returns>Names and types, in order.</returns>
    StructType Schema(Relation leaf);

    /// <summary>Runs a plan and hands out its rows as they come; a new run for each enumeration.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The rows.</returns>
    IEnumerable<Row> Execute(Relation plan);

    /// <summary>
    /// Carries out a command. How the version that a write made is found: an engine that commits itself puts it into the result; one that hands the command on to a server may not know it,
    /// so who needs it marks the write with the writer option <c>userMetadata</c>, which every engine records, and asks <see cref="Delta.DeltaTable.CommitMarked"/> where the result has none.
    /// The same commit then tells the counts that the result lacks, under <c>operationMetrics</c>.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <returns>What it did, as far as the engine knows.</returns>
    CommandResult Execute(Command command);

    /// <summary>What is sent for a plan, in the engine's language, for people to read.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The text.</returns>
    string Explain(Relation plan);

    /// <summary>Stops what is running, from any thread; the running call fails with <see cref="OperationCanceledException"/>.</summary>
    void Interrupt();
}
