using System.Collections.Immutable;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>
/// The one way to change the tables of a lakehouse: lock, number, intent, work, finish or failure. What a kind of run does is the work; readers see it all at once, when the run's
/// last row stands in <c>_state/runs</c>.
/// </summary>
internal sealed class RunFrame(RunEnvironment environment)
{
    private readonly RunLog _log = environment.Log;

    /// <summary>Runs something. What a run that did not end left in the tables is taken back first, unless all of them are replaced anyway.</summary>
    /// <param name="kind">What kind of run.</param>
    /// <param name="intend">Gets all runs so far, once the lock is held; says what the run is about to do, or refuses by an exception, which leaves no trace.</param>
    /// <param name="work">What it does, commit by commit, each behind <see cref="ActiveRun.BeforeCommit"/>.</param>
    /// <returns>The work's result.</returns>
    /// <exception cref="PipelineException">Another run holds the lock, or took it because this one could not renew it.</exception>
    public T Execute<T>(RunKind kind, Func<RunStart, RunIntent> intend, Func<ActiveRun, RunOutcome<T>> work)
        where T : notnull => Execute(kind, start => new PlannedRun<T>(intend(start), work))!;

    /// <summary>Runs something, unless there is nothing to do.</summary>
    /// <param name="kind">What kind of run.</param>
    /// <param name="plan">As above, with the work; null where there is nothing to do, which leaves no trace.</param>
    /// <returns>The work's result, or null.</returns>
    /// <inheritdoc cref="Execute{T}(RunKind, Func{RunStart, RunIntent}, Func{ActiveRun, RunOutcome{T}})"/>
    public T? Execute<T>(RunKind kind, Func<RunStart, PlannedRun<T>?> plan)
        where T : notnull
    {
        using var held = environment.AcquireLock(kind.Text());
        var history = _log.Read();
        var last = history.LastOrDefault(run => run.State == RunState.Completed);
        var versions = kind == RunKind.Rebuild || last is null ? TableVersions.Present(environment.Spark, environment.Paths) : new Recovery(environment, held).Execute(last);
        if (plan(new RunStart(history, versions)) is not var (intent, work))
        {
            return default;
        }

        var started = new RunRecord
        {
            RunId = history.Select(earlier => earlier.RunId).DefaultIfEmpty(0).Max() + 1,
            State = RunState.Started,
            Kind = kind,
            At = environment.Time.GetUtcNow(),
            Clock = intent.Clock,
            Engine = environment.Spark.Version(),
            SettingsHash = intent.SettingsHash,
            Inputs = intent.Inputs,
            Versions = versions,
        };
        if (intent.SettingsHash == environment.Settings.Hash)
        {
            new SettingsLog(environment.Spark, environment.Paths).Note(environment.Settings);
        }

        _log.Append(started);
        try
        {
            var run = new ActiveRun(environment, held, started, history);
            var outcome = work(run);
            run.BeforeCommit();
            _log.Append(started with { State = RunState.Completed, At = environment.Time.GetUtcNow(), Versions = outcome.Versions }, outcome.Report);
            return outcome.Result;
        }
        catch (Exception exception)
        {
            NoteFailure(started, exception);
            throw;
        }
    }

    private void NoteFailure(RunRecord started, Exception exception)
    {
        try
        {
            _log.Append(started with { State = RunState.Failed, At = environment.Time.GetUtcNow(), Versions = ImmutableSortedDictionary<string, long>.Empty }, exception.Message);
        }
        catch (Exception second) when (second is QueryExecutionException or OperationCanceledException)
        {
            // The first failure is the one to tell; a run without a last row counts as not completed anyway.
        }
    }
}

/// <summary>A lakehouse as a run finds it, once it holds the lock.</summary>
/// <param name="History">All runs so far.</param>
/// <param name="Versions">The version of each table: the latest where all are to be replaced, else one that holds the rows of the last completed run.</param>
internal sealed record RunStart(ImmutableArray<RunRecord> History, ImmutableSortedDictionary<string, long> Versions)
{
    /// <summary>The last completed run, or null.</summary>
    public RunRecord? Last => History.LastOrDefault(run => run.State == RunState.Completed);

    /// <summary>The increments that this run loads too.</summary>
    public IEnumerable<RunRecord> Interrupted => InterruptedIn(History);

    /// <summary>
    /// The increments since the last load that have no end: their process was killed, and nobody was told that what they were to load is not loaded. An optimize that came between
    /// has not loaded it either.
    /// </summary>
    /// <param name="history">All runs.</param>
    public static IEnumerable<RunRecord> InterruptedIn(ImmutableArray<RunRecord> history)
    {
        var lastLoad = history.Where(IsLoad).Select(load => load.RunId).DefaultIfEmpty(0).Max();
        return history.Where(run => run.Kind == RunKind.Run && run.RunId > lastLoad)
            .GroupBy(run => run.RunId).Where(rows => rows.All(row => row.State == RunState.Started)).Select(rows => rows.First());
    }

    private static bool IsLoad(RunRecord run) => run is { State: RunState.Completed, Kind: RunKind.Run or RunKind.Rebuild };
}

/// <summary>A run that has something to do.</summary>
/// <param name="Intent">What it is about to do.</param>
/// <param name="Work">What it does.</param>
internal sealed record PlannedRun<T>(RunIntent Intent, Func<ActiveRun, RunOutcome<T>> Work);

/// <summary>What a run is about to do, noted before its first change.</summary>
/// <param name="Inputs">The inputs as they were named.</param>
/// <param name="Clock">The clock that events are measured against.</param>
/// <param name="SettingsHash">The settings by which the tables will have been made.</param>
internal sealed record RunIntent(ImmutableArray<string> Inputs, DateTimeOffset Clock, string SettingsHash);

/// <summary>What a run did.</summary>
/// <param name="Versions">The versions of all tables that belong together.</param>
/// <param name="Report">The run report as JSON, or null.</param>
/// <param name="Result">What the caller gets.</param>
internal sealed record RunOutcome<T>(ImmutableSortedDictionary<string, long> Versions, string? Report, T Result);
