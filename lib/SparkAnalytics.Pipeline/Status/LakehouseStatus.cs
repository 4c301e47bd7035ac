using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Reports;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>How a lakehouse stands; written as JSON with snake_case names and shown on the screen.</summary>
public sealed record LakehouseStatus
{
    /// <summary>The lakehouse's folder.</summary>
    public required string Lakehouse { get; init; }

    /// <summary>The layout of its state, from 1.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>The run whose tables readers see; null where none has completed.</summary>
    public required CompletedRun? LastCompleted { get; init; }

    /// <summary>The newest event that is not after the clock of its run; null where there is none, or no report tells it.</summary>
    public required DateTimeOffset? Watermark { get; init; }

    /// <summary>What came late in the last run that loaded events, and what it altered; null where that was no increment.</summary>
    public required LatenessReport? Lateness { get; init; }

    /// <summary>The runs after it that have no end or failed, newest first.</summary>
    public required ImmutableArray<UnfinishedRun> UnfinishedRuns { get; init; }

    /// <summary>What stands in the lock; null where it is free.</summary>
    public required LockStatus? Lock { get; init; }

    /// <summary>The settings of the last completed run; null where none has completed.</summary>
    public required SettingsStatus? Settings { get; init; }

    /// <summary>The tables that there are: those of the models, the quarantine, then those of the state.</summary>
    public required ImmutableArray<TableStatus> Tables { get; init; }

    /// <summary>The last ten runs, newest first.</summary>
    public required ImmutableArray<RunStatus> Runs { get; init; }
}

/// <summary>A table of a lakehouse.</summary>
/// <param name="Name">Its name; of a table of the state its path, as in <c>_state/runs</c>.</param>
/// <param name="Version">Its version in the last completed run, null where that names none; of a table of the state the latest.</param>
/// <param name="Files">Files of the latest version.</param>
/// <param name="Bytes">Their bytes.</param>
public sealed record TableStatus(string Name, long? Version, long Files, long Bytes);
