using SparkAnalytics.Pipeline;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>A session on an engine that starts when it is first needed, and stops its work when the program is told to end.</summary>
internal sealed class OpenEngine(EngineSettings settings, CancellationToken cancellation) : IDisposable
{
    private SparkSession? _session;
    private CancellationTokenRegistration _stop;

    public SparkSession Session => _session ??= Start();

    public void Dispose()
    {
        _stop.Dispose();
        _session?.Dispose();
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
