namespace SparkAnalytics.Models.Settings;

/// <summary>How table files are written.</summary>
public sealed record FileSettings
{
    /// <summary>Size in bytes that a data file should have, about. At least 1 MiB.</summary>
    public long TargetFileSize { get; init; } = 16L * 1024 * 1024;
}
