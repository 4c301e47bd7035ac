namespace SparkAnalytics.Delta;

/// <summary>What came of a transaction.</summary>
/// <param name="Version">The version that it made; where it was skipped, a version that holds the earlier commit.</param>
/// <param name="Skipped">True where the application had committed this version of its work before, so nothing was written.</param>
public sealed record CommitResult(long Version, bool Skipped)
{
    /// <summary>Why the checkpoint after the commit was not written, or null. The commit stands all the same.</summary>
    public Exception? CheckpointFailure { get; init; }
}
