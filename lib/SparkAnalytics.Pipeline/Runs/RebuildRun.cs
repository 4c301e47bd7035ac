using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Analysis;
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
        using var planned = environment.Step("input", Read).Result;
        return new RunFrame(environment).Execute(RunKind.Rebuild, start => Intend(start.History, planned.Input.Files.Files), run => Work(run, planned));
    }

    private DateTimeOffset Clock => request.Now ?? _startedAt;

    private PlannedInput Read()
    {
        var input = CheckedInput.Of(environment.Spark, environment.Settings, request.Inputs, request.InputFormat, environment.Paths.Root, Clock);
        var tables = new StepInputs(input.Events, environment.Settings.Analytics, environment.Settings.Channels);

        // What is set aside is kept, so that an engine may come by it while it stages the other events.
        tables.SetAside.Persist();
        var planned = new PlannedInput(input, tables);
        var staged = Task.Run(() => StagedRows.Require(input.Events));
        try
        {
            // Each takes about as long as the other, and none needs the other.
            ModelSteps.Plan(tables);
        }
        finally
        {
            Task.WhenAny(staged).Wait();
        }

        staged.GetAwaiter().GetResult();
        return planned;
    }

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
            throw new PipelineException(ExitCode.BadUsage, FormattableString.Invariant($"The lakehouse {environment.Paths.Root} holds {Counted.Of(missing.Count, "file that is", "files that are")} not among the inputs{Counted.Word(missing.Count, ": ", ", the first ")}{missing[0]}. Name {Counted.Word(missing.Count, "it", "them")} too, or give --replace to leave {Counted.Word(missing.Count, "its", "their")} events out."));
        }
    }

    private RunOutcome<RunReport> Work(ActiveRun run, PlannedInput planned)
    {
        var input = planned.Input;
        var written = WriteTables(run, planned.Tables);
        var (report, _) = environment.Step("report", () => Report(run, input, written));
        report = report with { Seconds = environment.Time.GetElapsedTime(_start).TotalSeconds };

        run.BeforeCommit();
        _loaded.Replace(input.Files.Files.Select(file => file.File), run.Started.RunId, run.History);
        return new RunOutcome<RunReport>(
            report.Tables.ToImmutableSortedDictionary(table => table.Name, table => table.Version),
            RunReportJson.Write(report),
            report);
    }

    /// <summary>Each table from those before it as they were written, so that nothing is computed twice.</summary>
    private static Dictionary<TableDefinition, WrittenTable> WriteTables(ActiveRun run, StepInputs tables)
    {
        var writer = new TableWriter(run);
        var written = new Dictionary<TableDefinition, WrittenTable>();
        foreach (var step in ModelSteps.All)
        {
            var table = writer.Replace(step.Table, step.Needs.Count == 0 ? tables[step.Table] : step.Plan(tables));
            tables[step.Table] = table.Rows;
            written.Add(step.Table, table);
        }

        return written;
    }

    private RunReport Report(ActiveRun run, CheckedInput checkedInput, Dictionary<TableDefinition, WrittenTable> tables)
    {
        var input = Input(checkedInput, tables);
        return run.Report(_startedAt, input, tables, input.Quarantined);
    }

    private static InputReport Input(CheckedInput input, Dictionary<TableDefinition, WrittenTable> tables)
    {
        var (events, quarantined) = (tables[StgEvents.Table], tables[QuarantinedEvents.Table]);
        var kept = events.Report.Rows + quarantined.Report.Rows;

        // Where the engine does not count what it drops, the rows that came in are counted.
        var rows = kept + (events.Duplicates + quarantined.Duplicates) ?? input.Raw.Rows.Count();
        return new InputReport(
            input.Files.Files.Length,
            input.Files.Files.Where(file => file.Format != InputFormat.Delta).Sum(file => file.File.Size),
            rows,
            rows - kept,
            Totals.ByReason(quarantined.Rows),
            input.Raw.UnknownColumns,
            input.Files.PassedOver);
    }

    /// <summary>The input, and the plans of all tables over it.</summary>
    private sealed record PlannedInput(CheckedInput Input, StepInputs Tables) : IDisposable
    {
        public void Dispose()
        {
            Tables.SetAside.Unpersist();
            Input.Dispose();
        }
    }
}
