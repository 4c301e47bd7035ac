namespace SparkAnalytics.Delta;

/// <summary>The version of its own work that an application has committed.</summary>
internal sealed record TransactionIdentifier(string ApplicationId, long Version, DateTimeOffset? LastUpdated) : LogAction;
