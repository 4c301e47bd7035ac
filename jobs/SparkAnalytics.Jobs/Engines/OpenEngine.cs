using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Engines;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>An engine that starts when it is first needed, and stops its work when the program is told to end.</summary>
internal sealed class OpenEngine(EngineSettings settings, CancellationToken cancellation) : IDisposable
{
    private IEngine? _engine;
    private SparkSession? _session;
    private CancellationTokenRegistration _stop;

    public SparkSession Session => _session ??= Start();

    public void Dispose()
    {
        _stop.Dispose();
        _engine?.Dispose();
    }

    private SparkSession Start()
    {
        cancellation.ThrowIfCancellationRequested();
        _engine = EngineFactory.Create(settings);
        _stop = cancellation.Register(_engine.Interrupt);
        return new SparkSession(_engine);
    }
}
