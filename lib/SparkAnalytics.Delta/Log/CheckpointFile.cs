namespace SparkAnalytics.Delta;

/// <summary>A complete checkpoint: one file, or all parts of one.</summary>
internal sealed record CheckpointFile(long Version, IReadOnlyList<StoredFile> Parts);
