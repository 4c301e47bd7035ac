namespace SparkAnalytics.Delta;

/// <summary>What a commit says of itself.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="Timestamp">When it was committed.</param>
public sealed record HistoryEntry(long Version, DateTimeOffset Timestamp)
{
    /// <summary>The operation, such as <c>WRITE</c> or <c>MERGE</c>; null where the writer did not say.</summary>
    public string? Operation { get; init; }

    /// <summary>How the operation was called.</summary>
    public required IReadOnlyDictionary<string, string?> OperationParameters { get; init; }

    /// <summary>What the operation counted.</summary>
    public required IReadOnlyDictionary<string, string?> OperationMetrics { get; init; }

    /// <summary>The version that the operation read, or null.</summary>
    public long? ReadVersion { get; init; }

    /// <summary>True where files were added without a look at those that were there; null where the writer did not say.</summary>
    public bool? IsBlindAppend { get; init; }

    /// <summary>The program that wrote, or null.</summary>
    public string? EngineInfo { get; init; }

    /// <summary>The user's note, or null.</summary>
    public string? UserMetadata { get; init; }
}
