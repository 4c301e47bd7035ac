namespace SparkAnalytics.Models.Settings;

/// <summary>How the files of a lakehouse are written and kept in order. Nothing of it alters a row of the seven tables.</summary>
public sealed record FileSettings
{
    /// <summary>Size in bytes that a data file should have, about. At least 1 MiB.</summary>
    public long TargetFileSize { get; init; } = 16L * 1024 * 1024;

    /// <summary>Whether increments mark rows that alter as deleted in their files, instead of writing those files anew. Readers of the tables must know Delta's deletion vectors then.</summary>
    public bool DeletionVectors { get; init; }

    /// <summary>How many files a table may have beyond what its size needs; when it has more, a run joins the small ones. 0 for never.</summary>
    public int CompactAbove { get; init; } = 50;

    /// <summary>How long the log of restatements is kept.</summary>
    public TimeSpan KeepRestatements { get; init; } = TimeSpan.FromDays(400);
}
