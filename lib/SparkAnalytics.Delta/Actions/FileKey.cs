namespace SparkAnalytics.Delta;

/// <summary>What tells one logical file from another: the same data file with other deleted rows is another one.</summary>
internal readonly record struct FileKey(string Path, string? DeletionVectorId);
