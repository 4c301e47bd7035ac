namespace SparkAnalytics.Delta;

/// <summary>How to vacuum.</summary>
public sealed record VacuumOptions
{
    /// <summary>How long files that no longer belong to the table stay; null for what the table says, which is a week unless set.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>True to tell what would be deleted, and delete nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Versions of which every file stays, however old. Versions that can no longer be read are passed over.</summary>
    public IEnumerable<long> KeepVersions { get; init; } = [];

    /// <summary>
    /// True to allow a retention below 168 hours. Only where nobody reads an older version or writes: their files may be deleted
    /// under them.
    /// </summary>
    public bool AllowShortRetention { get; init; }
}
