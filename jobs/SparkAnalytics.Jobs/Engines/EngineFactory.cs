using System.Globalization;
using SparkAnalytics.Sql.Embedded;
using SparkAnalytics.Sql.Engines;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>Chooses the engine; the only place that knows which ones there are.</summary>
internal static class EngineFactory
{
    public static IEngine Create(EngineSettings settings) => new EmbeddedEngine(new EmbeddedEngineOptions
    {
        MemoryLimit = settings.MemoryBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes}B") : null,
        Threads = settings.Threads,
        TempDirectory = settings.TemporaryFolder,
        OnlyBelow = settings.OnlyBelow is { } folder ? [folder] : null,
        OnlyBelowAdvice = "--allow-files lets a query read files, but never write any",
    });
}
