using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>An increment: what is new in the inputs, then table by table the rows that it alters, then the report. The tables are then what a rebuild of all events would make.</summary>
internal sealed class IncrementRun(RunEnvironment environment, RunRequest request)
{
    private readonly DateTimeOffset _startedAt = environment.Time.GetUtcNow();
    private readonly long _start = environment.Time.GetTimestamp();
    private readonly LoadedFiles _loaded = new(environment.Spark, environment.Paths);

    /// <summary>Runs.</summary>
    /// <returns>What was done, or null where nothing was new.</returns>
    public RunReport? Execute()
    {
        var history = environment.Log.Read();
        if (history.LastOrDefault(run => run.State == RunState.Completed) is not { } last)
        {
            return Rebuild(request.Inputs);
        }

        RequireClock(last);
        if (last.SettingsHash == environment.Settings.Hash)
        {
            return Increment();
        }

        var change = ChangeSince(last);
        if (!request.RebuildChanged)
        {
            throw Changed(last, change);
        }

        if (change.NeedsRawEvents)
        {
            return Rebuild([.. _loaded.Read(history).Select(file => file.Path), .. request.Inputs]);
        }

        var recomputed = new RecomputeRun(environment, change, last, Clock).Execute();
        return Increment() ?? recomputed;
    }

    private RunReport? Increment() => new RunFrame(environment).Execute<RunReport>(RunKind.Run, Plan);

    private RunReport Rebuild(ImmutableArray<string> inputs) =>
        new RebuildRun(environment, new RebuildRequest(inputs) { InputFormat = request.InputFormat, Now = request.Now }).Execute();

    private SettingChange ChangeSince(RunRecord last) =>
        SettingChange.Of(new SettingsLog(environment.Spark, environment.Paths).Read(last.SettingsHash), environment.Settings.Canonical);

    private static PipelineException Changed(RunRecord last, SettingChange change) => new(
        ExitCode.BadUsage,
        FormattableString.Invariant($"The settings differ from those of run {last.RunId} ({change.Text}), so {string.Join(", ", change.Tables)} would hold rows of both. Give the settings of then, or --rebuild-changed, which makes {Counted.Word(change.Tables.Length, "this table", "these tables")} anew from {(change.NeedsRawEvents ? "all files loaded so far" : "the others")}."));

    private DateTimeOffset Clock => request.Now ?? _startedAt;

    private PlannedRun<RunReport>? Plan(RunStart start)
    {
        RequireClock(start.Last!);
        if (start.Last!.SettingsHash != environment.Settings.Hash)
        {
            throw Changed(start.Last, ChangeSince(start.Last));
        }

        var stored = new StoredTables(environment, start.Versions);
        var (input, _) = environment.Step("input", () => NewInput.Find(environment, request, Clock, start, stored));
        return input is null ? null : new PlannedRun<RunReport>(new RunIntent([.. request.Inputs.Select(InputListing.FullPath)], Clock, environment.Settings.Hash), run => Work(run, input, stored));
    }

    /// <summary>Events that an earlier run took in would be in the future by an earlier clock.</summary>
    private void RequireClock(RunRecord last)
    {
        if (Clock < last.Clock)
        {
            throw new PipelineException(ExitCode.BadUsage, FormattableString.Invariant($"The run's clock {Clock.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFZ} is before that of run {last.RunId}, {last.Clock.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFZ}: what is in the future by the one is not by the other. Give --now with that instant or a later one, or rebuild."));
        }
    }

    private RunOutcome<RunReport> Work(ActiveRun run, NewInput input, StoredTables stored)
    {
        using var kept = new KeptRows();
        var added = AddedEvents.Of(environment, input, stored, kept);
        var changed = new IncrementalTables(run, stored, kept).Write(added);
        var (report, _) = environment.Step("report", () => new IncrementReport(run, input, added, changed, stored, kept).Write(_startedAt));
        var upkeep = new Upkeep(run);
        report = upkeep.Compact(report);
        upkeep.OfState();
        report = report with { Seconds = environment.Time.GetElapsedTime(_start).TotalSeconds };

        run.BeforeCommit();
        _loaded.Append([.. input.Files.Files.Select(file => file.File)], run.Started.RunId);
        return new RunOutcome<RunReport>(
            report.Tables.ToImmutableSortedDictionary(table => table.Name, table => table.Version),
            RunReportJson.Write(report),
            report);
    }
}
