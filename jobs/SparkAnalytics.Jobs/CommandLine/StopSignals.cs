using System.Runtime.InteropServices;
using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>
/// Turns the first SIGINT (Ctrl+C) or SIGTERM into a cancellation, so that a run ends cleanly; the second one ends the process at once, as the system does by default.
/// A program that a Spark driver started is told to stop by the end of its input too: that pipe ends with the driver, however it ends.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const string WithInput = "SPARK_ANALYTICS_STOP_AT_END_OF_INPUT";

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;
    private int _signals;

    public StopSignals()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Pipeline.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Pipeline.ExitCode.Terminated)),
        ];
        if (Environment.GetEnvironmentVariable(WithInput) is { Length: > 0 })
        {
            new Thread(StopAtEndOfInput) { IsBackground = true, Name = "end of input" }.Start();
        }
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>How the program has to end; null while no signal has come.</summary>
    public ExitCode? ExitCode => Volatile.Read(ref _exitCode) is var code and not 0 ? (ExitCode)code : null;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void StopAtEndOfInput()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[256];
        while (input.Read(ignored) > 0)
        {
        }

        try
        {
            Stop(Pipeline.ExitCode.Terminated);
        }
        catch (ObjectDisposedException)
        {
            // The program had come to its own end in the same moment.
        }
    }

    private void Stop(PosixSignalContext context, ExitCode exitCode)
    {
        // The end of the input is none of the two signals: a driver that is told to stop may send one too.
        context.Cancel = Interlocked.Increment(ref _signals) == 1;
        Stop(exitCode);
    }

    private void Stop(ExitCode exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, (int)exitCode, 0) == 0)
        {
            _source.Cancel();
        }
    }
}
