using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>A full rebuild: input, checks, then table by table as <see cref="ModelSteps"/> says, then the report.</summary>
internal sealed class RebuildRun(RunEnvironment environment, RebuildRequest request)
{
    private readonly DateTimeOffset _startedAt = environment.Time.GetUtcNow();
    private readonly long _start = environment.Time.GetTimestamp();
    private readonly LoadedFiles _loaded = new(environment.Spark, environment.Paths);

    public RunReport Execute()
    {
        var ((files, raw), _) = environment.Step("input", () =>
        {
            var found = new InputListing(environment.Spark).List(request.Inputs, request.InputFormat);
            return (found, new InputReader(environment.Spark, environment.Settings.Analytics.Input).Read(found));
        });
        var checkedEvents = RawEvents.Check(raw.Rows, environment.Settings.Analytics, environment.Settings.Channels, Lit(new Timestamp(Clock.UtcDateTime)));
        ModelSteps.Plan(checkedEvents, environment.Settings.Analytics, environment.Settings.Channels);

        return new RunFrame(environment).Execute(RunKind.Rebuild, history => Intend(history, files), run => Work(run, files, raw, checkedEvents));
    }

    private DateTimeOffset Clock => request.Now ?? _startedAt;

    private RunIntent Intend(ImmutableArray<RunRecord> history, ImmutableArray<InputFile> files)
    {
        if (!request.Replace)
        {
            RequireAllLoaded(history, files);
        }

        return new RunIntent(request.Inputs, Clock, environment.Settings.Hash);
    }

    private void RequireAllLoaded(ImmutableArray<RunRecord> history, ImmutableArray<InputFile> files)
    {
        var given = files.Select(file => file.File.Path).ToHashSet(StringComparer.Ordinal);
        var missing = _loaded.Read(history).Select(file => file.Path).Where(path => !given.Contains(path)).ToList();
        if (missing.Count > 0)
        {
            throw new PipelineException(ExitCode.BadUsage, FormattableString.Invariant($"The lakehouse {environment.Paths.Root} holds {missing.Count} files that are not among the inputs, the first {missing[0]}. Name them too, or give --replace to leave their events out."));
        }
    }

    private RunOutcome<RunReport> Work(ActiveRun run, ImmutableArray<InputFile> files, RawInput raw, DataFrame checkedEvents)
    {
        var written = WriteTables(run, checkedEvents);
        var (report, _) = environment.Step("report", () => Report(run, files, raw, written));
        report = report with { Seconds = environment.Time.GetElapsedTime(_start).TotalSeconds };

        run.BeforeCommit();
        _loaded.Replace(files.Select(file => file.File), run.Started.RunId, run.History);
        return new RunOutcome<RunReport>(
            report.Tables.ToImmutableSortedDictionary(table => table.Name, table => table.Version),
            RunReportJson.Write(report),
            report);
    }

    /// <summary>Each table from those before it as they were written, so that nothing is computed twice.</summary>
    private Dictionary<TableDefinition, WrittenTable> WriteTables(ActiveRun run, DataFrame checkedEvents)
    {
        var writer = new TableWriter(run);
        var inputs = new StepInputs(checkedEvents, environment.Settings.Analytics, environment.Settings.Channels);
        var written = new Dictionary<TableDefinition, WrittenTable>();
        foreach (var step in ModelSteps.All)
        {
            var table = writer.Replace(step.Table, step.Plan(inputs));
            inputs[step.Table] = table.Rows;
            written.Add(step.Table, table);
        }

        return written;
    }

    private RunReport Report(ActiveRun run, ImmutableArray<InputFile> files, RawInput raw, Dictionary<TableDefinition, WrittenTable> tables)
    {
        var totals = Totals.Of(tables, environment.Settings);
        var input = Input(files, raw, tables);
        return new RunReport
        {
            RunId = run.Started.RunId,
            Kind = run.Started.Kind,
            Engine = run.Started.Engine,
            Lakehouse = environment.Paths.Root,
            StartedAt = _startedAt,
            Seconds = 0,
            Clock = run.Started.Clock,
            SettingsHash = run.Started.SettingsHash,
            Input = input,
            Tables = [.. ModelSteps.Tables.Select(table => tables[table].Report)],
            Totals = totals,
            Channels = Totals.ByChannel(tables[FctOrderAttribution.Table].Rows),
            Warnings = Warnings.Of(input, totals, environment.Settings.Analytics.ClickIds),
        };
    }

    private static InputReport Input(ImmutableArray<InputFile> files, RawInput raw, Dictionary<TableDefinition, WrittenTable> tables)
    {
        var (events, quarantined) = (tables[StgEvents.Table], tables[QuarantinedEvents.Table]);
        var kept = events.Report.Rows + quarantined.Report.Rows;

        // Where the engine does not count what it drops, the rows that came in are counted.
        var rows = kept + (events.Duplicates + quarantined.Duplicates) ?? raw.Rows.Count();
        return new InputReport(
            files.Length,
            files.Where(file => file.Format != InputFormat.Delta).Sum(file => file.File.Size),
            rows,
            rows - kept,
            Totals.ByReason(quarantined.Rows),
            raw.UnknownColumns);
    }
}
