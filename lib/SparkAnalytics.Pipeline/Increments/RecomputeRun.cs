using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>Makes the tables anew that a change of settings or rules concerns, of the others as they stand.</summary>
internal sealed class RecomputeRun(RunEnvironment environment, SettingChange change, RunRecord since, DateTimeOffset clock)
{
    private readonly DateTimeOffset _startedAt = environment.Time.GetUtcNow();
    private readonly long _start = environment.Time.GetTimestamp();

    public RunReport Execute() => new RunFrame(environment).Execute(
        RunKind.Recompute, Intend, Work);

    /// <summary>What has changed was found out without the lock: it holds since that run and no other.</summary>
    private RunIntent Intend(RunStart start) => start.Last!.RunId == since.RunId
        ? new RunIntent(since.Inputs, clock, environment.Settings.Hash)
        : throw new PipelineException(ExitCode.Locked, FormattableString.Invariant($"Run {start.Last.RunId} of the lakehouse {environment.Paths.Root} came between, so other tables may have to be made anew. Run again."));

    private RunOutcome<RunReport> Work(ActiveRun run)
    {
        var stored = new StoredTables(environment, run.Started.Versions);
        var writer = new TableWriter(run);
        var inputs = new StepInputs(null, environment.Settings.Analytics, environment.Settings.Channels);
        var tables = new Dictionary<TableDefinition, WrittenTable>();
        foreach (var step in ModelSteps.All)
        {
            var table = change.Tables.Contains(step.Table.Name) ? writer.Replace(step.Table, step.Plan(inputs)) : AsItStands(step.Table, stored);
            inputs[step.Table] = table.Rows;
            tables.Add(step.Table, table);
        }

        var none = new InputReport(0, 0, 0, 0, ImmutableSortedDictionary<string, long>.Empty, [], []);
        var (report, _) = environment.Step("report", () => run.Report(_startedAt, none, tables, Totals.ByReason(tables[QuarantinedEvents.Table].Rows)));
        report = report with { Seconds = environment.Time.GetElapsedTime(_start).TotalSeconds };
        return new RunOutcome<RunReport>(report.Tables.ToImmutableSortedDictionary(table => table.Name, table => table.Version), RunReportJson.Write(report), report);
    }

    private static WrittenTable AsItStands(TableDefinition table, StoredTables stored)
    {
        var rows = stored[table];
        return new WrittenTable(rows, new TableReport(table.Name, rows.Count(), stored.Version(table), 0, null), null);
    }
}
