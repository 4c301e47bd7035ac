using System.Collections.Immutable;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What a run did; written as JSON with snake_case names and shown as the summary on the screen.</summary>
public sealed record RunReport
{
    /// <summary>How the program ends: done. A run that failed has a <see cref="FailureReport"/> instead.</summary>
    public int ExitCode => (int)Pipeline.ExitCode.Done;

    /// <summary>The run's number, from 1 in each lakehouse.</summary>
    public required long RunId { get; init; }

    /// <summary>What kind of run.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>The engine and its version.</summary>
    public required string Engine { get; init; }

    /// <summary>The lakehouse's folder.</summary>
    public required string Lakehouse { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The clock that events are measured against.</summary>
    public required DateTimeOffset Clock { get; init; }

    /// <summary>SHA-256 of the effective settings.</summary>
    public required string SettingsHash { get; init; }

    /// <summary>The newest event so far that is not after the clock; what is before it and comes later is late. Null where there is none.</summary>
    public DateTimeOffset? Watermark { get; init; }

    /// <summary>The input.</summary>
    public required InputReport Input { get; init; }

    /// <summary>The tables written, in the order of the specification, quarantine last.</summary>
    public required ImmutableArray<TableReport> Tables { get; init; }

    /// <summary>What came late in an increment, and what it altered; null in other runs.</summary>
    public LatenessReport? Lateness { get; init; }

    /// <summary>The figures people look at.</summary>
    public required TotalsReport Totals { get; init; }

    /// <summary>Orders and revenue by attribution model and channel.</summary>
    public required ImmutableArray<ChannelReport> Channels { get; init; }

    /// <summary>What deserves a look, each a sentence.</summary>
    public required ImmutableArray<string> Warnings { get; init; }
}
