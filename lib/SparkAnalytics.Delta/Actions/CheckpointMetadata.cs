namespace SparkAnalytics.Delta;

/// <summary>Marks a checkpoint as one of the second form (PROTOCOL.md, "Checkpoint Metadata").</summary>
/// <param name="Version">The version that it is of.</param>
internal sealed record CheckpointMetadata(long Version) : LogAction;
