using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>
/// Interrupts the engine again and again from the moment that a run is to end until its step has ended: an interrupt stops what runs at that moment,
/// and between two operations of one step, while the next is made ready, there is nothing to stop. What tidies up behind the step is left alone.
/// </summary>
internal sealed class StepInterruption : IDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(250);

    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _start;

    public StepInterruption(SparkSession spark, CancellationToken cancellation)
    {
        _timer = new Timer(_ => spark.InterruptAll());
        _start = cancellation.Register(() => _timer.Change(s_between, s_between));
    }

    public void Dispose()
    {
        _start.Dispose();
        using var ended = new ManualResetEvent(initialState: false);
        if (_timer.Dispose(ended))
        {
            ended.WaitOne();
        }
    }
}
