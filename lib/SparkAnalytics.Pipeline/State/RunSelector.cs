namespace SparkAnalytics.Pipeline.State;

/// <summary>Which completed run's set of table versions a reader wants. With neither set it is the last.</summary>
/// <param name="RunId">A run's number, or null.</param>
/// <param name="AsOf">The last run completed at or before this instant, or null.</param>
public sealed record RunSelector(long? RunId = null, DateTimeOffset? AsOf = null)
{
    /// <summary>The last completed run.</summary>
    public static RunSelector Latest { get; } = new();
}
