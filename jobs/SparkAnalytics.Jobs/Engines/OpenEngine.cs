using SparkAnalytics.Pipeline;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>A session on an engine that starts when it is first needed, or in the background before that, and stops its work when the program is told to end.</summary>
internal sealed class OpenEngine(EngineSettings settings, CancellationToken cancellation) : IDisposable
{
    private Task<SparkSession>? _starting;
    private CancellationTokenRegistration _stop;

    /// <exception cref="PipelineException">The folder for temporary files is none.</exception>
    public SparkSession Session => (_starting ??= Task.FromResult(Start())).GetAwaiter().GetResult();

    /// <summary>Starts it beside what the program does before it needs it; what fails is told when it is needed.</summary>
    public void Begin() => _starting ??= Task.Run(Start);

    public void Dispose()
    {
        if (_starting is not null)
        {
            // A process must not end while the engine's library is being loaded.
            Task.WhenAny(_starting).Wait();
        }

        _stop.Dispose();
        if (_starting is { IsCompletedSuccessfully: true, Result: var session })
        {
            session.Dispose();
        }
    }

    private SparkSession Start()
    {
        cancellation.ThrowIfCancellationRequested();
        if (File.Exists(settings.TemporaryFolder))
        {
            throw new PipelineException(ExitCode.BadUsage, $"--temp {settings.TemporaryFolder}: this is a file; name a folder");
        }

        var session = SparkSession.Create(EngineFactory.Create(settings));
        _stop = cancellation.Register(session.Engine.Interrupt);
        return session;
    }
}
