namespace SparkAnalytics.Delta;

/// <summary>A complete checkpoint: the path of its file, or of all parts.</summary>
internal sealed record CheckpointFile(long Version, IReadOnlyList<string> Parts);
