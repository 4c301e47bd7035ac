using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>What every run of a lakehouse works with.</summary>
/// <param name="Spark">The session.</param>
/// <param name="Paths">The lakehouse.</param>
/// <param name="Settings">The settings in force.</param>
/// <param name="Time">The machine's clock, for what is measured and noted.</param>
/// <param name="Progress">Told about each step, or null.</param>
/// <param name="Cancellation">Ends the run cleanly between two steps.</param>
internal sealed record RunEnvironment(
    SparkSession Spark, LakehousePaths Paths, EffectiveSettings Settings, TimeProvider Time, IProgress<RunProgress>? Progress = null, CancellationToken Cancellation = default)
{
    /// <summary>How long to wait for another run to give the lock back.</summary>
    public TimeSpan WaitForLock { get; init; }

    /// <summary>Takes the lakehouse's lock.</summary>
    /// <param name="command">What for.</param>
    /// <exception cref="PipelineException">Somebody else holds it.</exception>
    public LakehouseLock AcquireLock(string command) => LakehouseLock.Acquire(Spark, Paths, Time, command, WaitForLock, Cancellation);

    /// <summary>The runs so far.</summary>
    public RunLog Log => new(Spark, Paths);

    /// <summary>Does one step and tells about it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="work">What to do.</param>
    /// <param name="rows">How many rows its result stands for, or null where it stands for none.</param>
    /// <returns>The work's result, and how long it took.</returns>
    public (T Result, TimeSpan Elapsed) Step<T>(string name, Func<T> work, Func<T, long>? rows = null)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Report(new RunProgress(name, RunStepState.Started));
        var start = Time.GetTimestamp();
        using var interruption = new StepInterruption(Spark, Cancellation);
        var result = work();
        var elapsed = Time.GetElapsedTime(start);
        Progress?.Report(new RunProgress(name, RunStepState.Finished, rows?.Invoke(result), elapsed));
        return (result, elapsed);
    }
}
