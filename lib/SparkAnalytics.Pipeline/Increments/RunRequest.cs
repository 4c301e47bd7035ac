using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Input;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>What an increment is asked to do.</summary>
/// <param name="Inputs">Files, folders, globs or Delta tables; of them only what was not loaded before is read.</param>
public sealed record RunRequest(ImmutableArray<string> Inputs)
{
    /// <summary>The inputs' format, or null where names tell it.</summary>
    public InputFormat? InputFormat { get; init; }

    /// <summary>The run's clock, or null for the present; not before that of the run before.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How long ago a file must have been changed last to be loaded, or null for any time: others wait for a later run.</summary>
    public TimeSpan? MinAge { get; init; }

    /// <summary>Whether tables that changed settings or rules concern are made anew; otherwise a change is refused.</summary>
    public bool RebuildChanged { get; init; }
}
