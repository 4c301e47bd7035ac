using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>Finds out how a lakehouse stands. It takes no lock and writes nothing.</summary>
internal sealed class StatusReader(SparkSession spark, LakehousePaths paths, TimeProvider time)
{
    private const int ShownRuns = 10;

    private readonly RunLog _log = new(spark, paths);

    /// <summary>Reads.</summary>
    /// <exception cref="PipelineException">The lakehouse has had no run.</exception>
    public LakehouseStatus Read()
    {
        var (held, history) = LockAndRuns();
        var runs = _log.Overview(history);
        var last = history.LastOrDefault(run => run.State == RunState.Completed);
        var report = _log.LastReport() is { } text ? RunReportJson.Read(text) : null;
        return new LakehouseStatus
        {
            Lakehouse = paths.Root,
            FormatVersion = history.Max(run => run.FormatVersion),
            LastCompleted = last is null ? null : Completed(last, runs.First(run => run.RunId == last.RunId)),
            Watermark = report?.Watermark,
            Lateness = report?.Lateness,
            UnfinishedRuns = Unfinished(history, last, held),
            Lock = held,
            Settings = last is null ? null : SettingsOf(last),
            Tables = [.. Tables(last)],
            Runs = [.. runs.Take(ShownRuns).Select(run => new RunStatus(run.RunId, run.Kind, run.State, run.StartedAt, run.Length?.TotalSeconds, run.Rows))],
        };
    }

    /// <summary>The lock before the runs: a run that ends in between is completed. One that begins in between would look interrupted, so the two are read once more.</summary>
    private (LockStatus? Lock, ImmutableArray<RunRecord> Runs) LockAndRuns()
    {
        var first = (Lock: Lock(), Runs: _log.Read());
        return first.Runs is [.., { State: RunState.Started } newest] && first.Lock?.IsOf(newest) != true ? (Lock(), _log.Read()) : first;
    }

    private LockStatus? Lock() =>
        DeltaTable.IsDeltaTable(spark, paths.Lock) && new LockTable(spark, paths.Lock).Read() is { } holder ? LockStatus.Of(holder, time.GetUtcNow()) : null;

    private static CompletedRun Completed(RunRecord last, RunOverview overview) =>
        new(last.RunId, last.Kind, overview.StartedAt, last.At, (last.At - overview.StartedAt).TotalSeconds, last.Clock);

    private ImmutableArray<UnfinishedRun> Unfinished(ImmutableArray<RunRecord> history, RunRecord? last, LockStatus? held)
    {
        var interrupted = RunStart.InterruptedIn(history).Select(run => run.RunId).ToHashSet();
        var later = history.Where(run => run.RunId > (last?.RunId ?? 0) || interrupted.Contains(run.RunId)).GroupBy(run => run.RunId).OrderByDescending(run => run.Key).ToList();
        if (later.Count == 0)
        {
            return [];
        }

        var failures = _log.Failures(last?.RunId ?? 0);
        return [.. later.Select((rows, index) => Unfinished(rows.First(), rows.Last(), index == 0 && held?.IsOf(rows.First()) == true))];

        UnfinishedRun Unfinished(RunRecord first, RunRecord end, bool isAtWork)
        {
            var hasFailed = end.State == RunState.Failed;
            var state = hasFailed ? UnfinishedState.Failed : isAtWork ? UnfinishedState.AtWork : UnfinishedState.Interrupted;
            return new(first.RunId, first.Kind, state, first.At, hasFailed ? end.At : null, failures.GetValueOrDefault(first.RunId), NextRun.About(first.Kind, state, last is null));
        }
    }

    private SettingsStatus SettingsOf(RunRecord last)
    {
        var defaults = SettingsLoader.Load();
        return SettingsStatus.Of(last.SettingsHash, new SettingsLog(spark, paths).Read(last.SettingsHash), defaults.Hash, defaults.Canonical);
    }

    private IEnumerable<TableStatus> Tables(RunRecord? last)
    {
        var models = ModelSteps.Tables.Select(table => (table.Name, Path: paths.Of(table.Name), IsState: false));
        var state = new[] { paths.Runs, paths.LoadedFiles, paths.Settings, paths.Restatements, paths.Lock }.Select(path => (Name: path[paths.Of("").Length..], Path: path, IsState: true));
        foreach (var (name, path, isState) in models.Concat(state).Where(table => DeltaTable.IsDeltaTable(spark, table.Path)))
        {
            long? version = isState ? TableVersions.Latest(spark, path) : last?.Versions.TryGetValue(name, out var named) == true ? named : null;
            var detail = DeltaTable.ForPath(spark, path).Detail().Collect().Single();
            yield return new TableStatus(name, version, detail.GetAs<long>("numFiles"), detail.GetAs<long>("sizeInBytes"));
        }
    }
}
