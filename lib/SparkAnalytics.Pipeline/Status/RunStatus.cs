using System.Text.Json.Serialization;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>A run in one line.</summary>
/// <param name="RunId">Its number, from 1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">How far it came; a run that was killed stays started.</param>
/// <param name="StartedAt">When it noted what it was about to do.</param>
/// <param name="Seconds">How long it took; null while it has no end.</param>
/// <param name="Rows">Raw rows that it read; null without a report.</param>
public sealed record RunStatus(long RunId, RunKind Kind, RunState State, DateTimeOffset StartedAt, double? Seconds, long? Rows);

/// <summary>The last run that completed.</summary>
/// <param name="RunId">Its number, from 1.</param>
/// <param name="Kind">What it did.</param>
/// <param name="StartedAt">When it noted what it was about to do.</param>
/// <param name="CompletedAt">When its tables became those that readers see.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Clock">The clock that events were measured against.</param>
public sealed record CompletedRun(long RunId, RunKind Kind, DateTimeOffset StartedAt, DateTimeOffset CompletedAt, double Seconds, DateTimeOffset Clock);

/// <summary>A run after the last completed one.</summary>
/// <param name="RunId">Its number, from 1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">How it stands.</param>
/// <param name="StartedAt">When it noted what it was about to do.</param>
/// <param name="FailedAt">When it failed, or null.</param>
/// <param name="Message">Why it failed, or null.</param>
/// <param name="Next">What the next <c>run</c> does about it, in a sentence.</param>
public sealed record UnfinishedRun(long RunId, RunKind Kind, UnfinishedState State, DateTimeOffset StartedAt, DateTimeOffset? FailedAt, string? Message, string Next);

/// <summary>How a run without a result stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnfinishedState>))]
public enum UnfinishedState
{
    /// <summary>It has no end, and its process holds the lock.</summary>
    [JsonStringEnumMemberName("at_work")]
    AtWork,

    /// <summary>It has no end, and no living process holds the lock for it.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,

    /// <summary>It ended without a result and said why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
