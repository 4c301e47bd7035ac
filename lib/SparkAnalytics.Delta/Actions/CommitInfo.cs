namespace SparkAnalytics.Delta;

/// <summary>What a commit says of itself.</summary>
internal sealed record CommitInfo : LogAction
{
    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? InCommitTimestamp { get; init; }

    public string? Operation { get; init; }

    public IReadOnlyDictionary<string, string?> OperationParameters { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyDictionary<string, string?> OperationMetrics { get; init; } = new Dictionary<string, string?>();

    public long? ReadVersion { get; init; }

    public string? IsolationLevel { get; init; }

    public bool? IsBlindAppend { get; init; }

    public string? EngineInfo { get; init; }

    public string? UserMetadata { get; init; }

    public string? TransactionId { get; init; }
}
