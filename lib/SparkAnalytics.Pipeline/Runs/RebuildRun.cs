using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>A full rebuild: lock, intent, input, stage, models, commit, finish, report. The tables show it all at once, when its last row stands in <c>_state/runs</c>.</summary>
internal sealed class RebuildRun(SparkSession spark, LakehousePaths paths, EffectiveSettings settings, TimeProvider time)
{
    private readonly RunLog _log = new(spark, paths);
    private readonly LoadedFiles _loaded = new(spark, paths);

    public RunReport Execute(RebuildRequest request, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var (startedAt, start) = (time.GetUtcNow(), time.GetTimestamp());
        progress?.Report(new RunProgress("input", RunStepState.Started));
        var files = new InputListing(spark).List(request.Inputs, request.InputFormat);
        var raw = new InputReader(spark).Read(files);
        progress?.Report(new RunProgress("input", RunStepState.Finished, null, time.GetElapsedTime(start)));

        using var held = LakehouseLock.Acquire(spark, paths, time, "rebuild");
        var history = _log.Read();
        RefuseToForget(history, files, request.Replace);

        var run = new RunContext(spark, paths, settings, time, history.Select(earlier => earlier.RunId).DefaultIfEmpty(0).Max() + 1, request.Now ?? startedAt);
        _log.Append(Note(run, request, RunState.Started, PresentVersions()));
        try
        {
            var writer = new TableWriter(run, held, progress, cancellation);
            var tables = ModelBuild.Run(run, raw.Rows, writer);
            var report = Report(run, startedAt, files, raw, tables, writer, progress) with { Seconds = time.GetElapsedTime(start).TotalSeconds };

            cancellation.ThrowIfCancellationRequested();
            held.Check();
            _loaded.Replace(files.Select(file => file.File), run.RunId, history);
            var versions = writer.Tables.ToImmutableSortedDictionary(table => table.Name, table => table.Version);
            _log.Append(Note(run, request, RunState.Completed, versions) with { Report = RunReportJson.Write(report) });
            return report;
        }
        catch (Exception exception)
        {
            NoteFailure(run, request, exception);
            throw;
        }
    }

    private RunReport Report(
        RunContext run, DateTimeOffset startedAt, ImmutableArray<InputFile> files, RawInput raw, ModelTables tables, TableWriter writer, IProgress<RunProgress>? progress)
    {
        var start = time.GetTimestamp();
        progress?.Report(new RunProgress("report", RunStepState.Started));
        var quarantined = Totals.ByReason(tables.QuarantinedEvents);
        var totals = Totals.Of(tables, settings.Analytics, settings.Channels);
        var input = new InputReport(
            files.Length,
            files.Where(file => file.Format != InputFormat.Delta).Sum(file => file.File.Size),
            totals.Events + quarantined.Values.Sum() + tables.Duplicates,
            tables.Duplicates,
            quarantined,
            raw.UnknownColumns);
        var report = new RunReport
        {
            RunId = run.RunId,
            Kind = "rebuild",
            Engine = spark.Version(),
            Lakehouse = paths.Root,
            StartedAt = startedAt,
            Seconds = 0,
            Clock = run.Clock,
            SettingsHash = settings.Hash,
            Input = input,
            Tables = [.. writer.Tables.OrderBy(table => TableNames.All.IndexOf(table.Name))],
            Totals = totals,
            Channels = Totals.ByChannel(tables.FctOrderAttribution),
            Warnings = Warnings.Of(input, totals, settings.Analytics.ClickIds),
        };
        progress?.Report(new RunProgress("report", RunStepState.Finished, null, time.GetElapsedTime(start)));
        return report;
    }

    private void RefuseToForget(ImmutableArray<RunRecord> history, ImmutableArray<InputFile> files, bool replace)
    {
        if (replace)
        {
            return;
        }

        var given = files.Select(file => file.File.Path).ToHashSet(StringComparer.Ordinal);
        var missing = _loaded.Read(history).Select(file => file.Path).Where(path => !given.Contains(path)).ToList();
        if (missing.Count > 0)
        {
            throw new PipelineException(ExitCode.BadUsage, FormattableString.Invariant($"The lakehouse {paths.Root} holds {missing.Count} files that are not among the inputs, the first {missing[0]}. Name them too, or give --replace to leave their events out."));
        }
    }

    private ImmutableSortedDictionary<string, long> PresentVersions() =>
        TableNames.All
            .Where(table => DeltaTable.IsDeltaTable(spark, paths.Of(table)))
            .ToImmutableSortedDictionary(table => table, table => TableVersions.Latest(spark, paths.Of(table)));

    private RunRecord Note(RunContext run, RebuildRequest request, RunState state, ImmutableSortedDictionary<string, long> versions) => new()
    {
        RunId = run.RunId,
        State = state,
        Kind = "rebuild",
        At = time.GetUtcNow(),
        Clock = run.Clock,
        Engine = spark.Version(),
        SettingsHash = settings.Hash,
        Inputs = request.Inputs,
        Versions = versions,
    };

    private void NoteFailure(RunContext run, RebuildRequest request, Exception exception)
    {
        try
        {
            _log.Append(Note(run, request, RunState.Failed, ImmutableSortedDictionary<string, long>.Empty) with { Report = exception.Message });
        }
        catch (Exception second) when (second is QueryExecutionException or OperationCanceledException)
        {
            // The first failure is the one to tell; a run without a last row counts as not completed anyway.
        }
    }
}
