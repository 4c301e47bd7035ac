namespace SparkAnalytics.Pipeline.State;

/// <summary>A run in short.</summary>
/// <param name="RunId">Its number, from 1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">How far it came; a run that was killed stays started.</param>
/// <param name="StartedAt">When it noted what it was about to do.</param>
/// <param name="Length">How long it took; null while it has no end.</param>
/// <param name="Rows">Raw rows that it read; null without a report, as of an optimize.</param>
public sealed record RunOverview(long RunId, RunKind Kind, RunState State, DateTimeOffset StartedAt, TimeSpan? Length, long? Rows);
