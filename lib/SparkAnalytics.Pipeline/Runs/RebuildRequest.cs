using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Input;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>What a full rebuild is asked to do.</summary>
/// <param name="Inputs">Files, folders or globs, in the order in which they count as loaded.</param>
public sealed record RebuildRequest(ImmutableArray<string> Inputs)
{
    /// <summary>The inputs' format, or null where names tell it.</summary>
    public InputFormat? InputFormat { get; init; }

    /// <summary>The run's clock, or null for the present: events later than it by more than <c>max_future</c> are quarantined.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whether a lakehouse may be overwritten that holds files which are not among the inputs.</summary>
    public bool Replace { get; init; }
}
