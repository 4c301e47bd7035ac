using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.State;

/// <summary>One row of <c>_state/runs</c>: a run has one when it starts and one when it ends.</summary>
public sealed record RunRecord
{
    /// <summary>The run's number, from 1.</summary>
    public required long RunId { get; init; }

    /// <summary>How far it came.</summary>
    public required RunState State { get; init; }

    /// <summary>What it does: <c>rebuild</c> or <c>optimize</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When this row was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The clock that events are measured against.</summary>
    public required DateTimeOffset Clock { get; init; }

    /// <summary>The engine and its version.</summary>
    public required string Engine { get; init; }

    /// <summary>SHA-256 of the effective settings.</summary>
    public required string SettingsHash { get; init; }

    /// <summary>The inputs as they were named.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>The version of each table: before the run in a started row, the set that belongs together in a completed one.</summary>
    public required ImmutableSortedDictionary<string, long> Versions { get; init; }

    /// <summary>The run report as JSON, or why the run failed, or null.</summary>
    public string? Report { get; init; }
}
