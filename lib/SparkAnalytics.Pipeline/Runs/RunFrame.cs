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

    /// <summary>Runs something.</summary>
    /// <param name="kind">What kind of run.</param>
    /// <param name="intend">Gets all runs so far, once the lock is held; says what the run is about to do, or refuses by an exception, which leaves no trace.</param>
    /// <param name="work">What it does, commit by commit, each behind <see cref="ActiveRun.BeforeCommit"/>.</param>
    /// <returns>The work's result.</returns>
    /// <exception cref="PipelineException">Another run holds the lock, or took it because this one could not renew it.</exception>
    public T Execute<T>(RunKind kind, Func<ImmutableArray<RunRecord>, RunIntent> intend, Func<ActiveRun, RunOutcome<T>> work)
    {
        using var held = LakehouseLock.Acquire(environment.Spark, environment.Paths, environment.Time, kind.Text());
        var history = _log.Read();
        var intent = intend(history);
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
            Versions = TableVersions.Present(environment.Spark, environment.Paths),
        };
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

/// <summary>A run between its intent and its last row.</summary>
internal sealed class ActiveRun(RunEnvironment environment, LakehouseLock held, RunRecord started, ImmutableArray<RunRecord> history)
{
    /// <summary>What the run works with.</summary>
    public RunEnvironment Environment => environment;

    /// <summary>The run's first row: its number, clock, and the versions of the tables before it.</summary>
    public RunRecord Started => started;

    /// <summary>The mark of the run's commits in the histories of the tables, as their <c>userMetadata</c>.</summary>
    public string Mark => FormattableString.Invariant($"spark-analytics run {started.RunId}");

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
}
