using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>A run between its intent and its last row.</summary>
internal sealed class ActiveRun(RunEnvironment environment, LakehouseLock held, RunRecord started, ImmutableArray<RunRecord> history)
{
    /// <summary>What the run works with.</summary>
    public RunEnvironment Environment => environment;

    /// <summary>The run's first row: its number, clock, and the versions of the tables before it.</summary>
    public RunRecord Started => started;

    /// <summary>The mark of the run's commits in the histories of the tables, as their <c>userMetadata</c>.</summary>
    public string Mark => FormattableString.Invariant($"{Recovery.Mark}run {started.RunId}");

    /// <summary>All runs before this one.</summary>
    public ImmutableArray<RunRecord> History => history;

    /// <summary>Makes sure that the run may still change the lakehouse.</summary>
    /// <exception cref="PipelineException">Another run took the lock.</exception>
    /// <exception cref="OperationCanceledException">The run is to end.</exception>
    public void BeforeCommit()
    {
        environment.Cancellation.ThrowIfCancellationRequested();
        held.Check();
    }

    /// <summary>The run's report, but for its length.</summary>
    /// <param name="startedAt">When the command began.</param>
    /// <param name="input">What came in.</param>
    /// <param name="tables">All tables as they stand.</param>
    /// <param name="totals">The figures.</param>
    /// <param name="watermark">The newest event that is not after the clock.</param>
    public RunReport Report(DateTimeOffset startedAt, InputReport input, IReadOnlyDictionary<TableDefinition, WrittenTable> tables, TotalsReport totals, DateTimeOffset? watermark) => new()
    {
        RunId = started.RunId,
        Kind = started.Kind,
        Engine = started.Engine,
        Lakehouse = environment.Paths.Root,
        StartedAt = startedAt,
        Seconds = 0,
        Clock = started.Clock,
        SettingsHash = started.SettingsHash,
        Watermark = watermark,
        Input = input,
        Tables = [.. ModelSteps.Tables.Select(table => tables[table].Report)],
        Totals = totals,
        Channels = Totals.ByChannel(tables[FctOrderAttribution.Table].Rows),
        Warnings = Warnings.Of(input, totals, environment.Settings.Analytics.ClickIds),
    };

    /// <summary>The report of a run that may have written whole tables: its figures are taken from all of their rows.</summary>
    /// <param name="startedAt">When the command began.</param>
    /// <param name="input">What came in.</param>
    /// <param name="tables">All tables as they stand.</param>
    /// <param name="setAside">The rows of the quarantine, by reason.</param>
    public RunReport Report(DateTimeOffset startedAt, InputReport input, IReadOnlyDictionary<TableDefinition, WrittenTable> tables, IReadOnlyDictionary<string, long> setAside) => Report(
        startedAt, input, tables, Totals.Of(tables, setAside, environment.Settings), Totals.Watermark(tables[StgEvents.Table].Rows, started.Clock));
}
