namespace SparkAnalytics.Delta;

/// <summary>What a reader or writer of the table must be able to do.</summary>
/// <param name="MinReaderVersion">The reader version, 1 to 3.</param>
/// <param name="MinWriterVersion">The writer version, 1 to 7.</param>
public sealed record TableProtocol(int MinReaderVersion, int MinWriterVersion) : LogAction
{
    /// <summary>The features that a reader needs; only with reader version 3.</summary>
    public IReadOnlyList<string> ReaderFeatures { get; init; } = [];

    /// <summary>The features that a writer needs; only with writer version 7.</summary>
    public IReadOnlyList<string> WriterFeatures { get; init; } = [];
}
