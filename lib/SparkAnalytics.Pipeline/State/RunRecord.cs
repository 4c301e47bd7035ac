using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SparkAnalytics.Pipeline.State;

/// <summary>One row of <c>_state/runs</c>, but for its report: a run has one when it starts and one when it ends.</summary>
public sealed record RunRecord
{
    /// <summary>The run's number, from 1.</summary>
    public required long RunId { get; init; }

    /// <summary>How far it came.</summary>
    public required RunState State { get; init; }

    /// <summary>What it does.</summary>
    public required RunKind Kind { get; init; }

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

    /// <summary>The layout of the lakehouse that the writer of this row knew.</summary>
    public int FormatVersion { get; init; } = RunLog.FormatVersion;
}

/// <summary>How far a run came; the text in <c>_state/runs</c> is the name in lower case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>Noted before the first change.</summary>
    [JsonStringEnumMemberName("started")]
    Started,

    /// <summary>Ended well: the versions that it names belong together.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Ended without a result.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>What a run does; the text in <c>_state/runs</c> and in reports is the name in lower case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunKind>))]
public enum RunKind
{
    /// <summary>Replaces all tables by the full history.</summary>
    [JsonStringEnumMemberName("rebuild")]
    Rebuild,

    /// <summary>Loads what is new and brings all tables to what a rebuild would make.</summary>
    [JsonStringEnumMemberName("run")]
    Run,

    /// <summary>Makes the tables anew that changed settings or rules concern.</summary>
    [JsonStringEnumMemberName("recompute")]
    Recompute,

    /// <summary>Joins small files and alters no row.</summary>
    [JsonStringEnumMemberName("optimize")]
    Optimize,
}

/// <summary>Kinds and states of runs as text.</summary>
public static class RunKinds
{
    /// <summary>A state as it stands in <c>_state/runs</c> and on the screen.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Its name in lower case.</returns>
    public static string Text(this RunState state) => state.ToString().ToLowerInvariant();

    /// <summary>A kind as it stands in <c>_state/runs</c>, in reports and on the screen.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Its name in lower case.</returns>
    public static string Text(this RunKind kind) => kind.ToString().ToLowerInvariant();
}
