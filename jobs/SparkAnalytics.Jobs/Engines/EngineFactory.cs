using System.Globalization;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Connect;
using SparkAnalytics.Sql.Embedded;
using SparkAnalytics.Sql.Engines;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>Makes the engine; the only place that knows which ones there are.</summary>
internal static class EngineFactory
{
    /// <summary>What DuckDB gets of the memory that is given, in percent: it counts neither all that it takes nor what functions in C# do.</summary>
    private const int ShareOfDuckDb = 85;

    private const string Advice = "--allow-files lets a query read files, but never write any";

    public static IEngine Create(EngineSettings settings) => settings.Remote is { } remote ? Spark(remote, settings) : Embedded(settings);

    /// <summary>The address of a server as it may be shown: without anything secret.</summary>
    /// <exception cref="AnalysisException">It is no such address.</exception>
    public static string Shown(string remote) => RemoteAddress.Parse(remote).ToString();

    private static EmbeddedEngine Embedded(EngineSettings settings) => new(new EmbeddedEngineOptions
    {
        MemoryLimit = settings.MemoryBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes * ShareOfDuckDb / 100}B") : null,
        Threads = settings.Threads,
        TempDirectory = settings.TemporaryFolder,
        OnlyBelow = settings.OnlyBelow is { } folder ? [folder] : null,
        OnlyBelowAdvice = Advice,
    });

    private static ConnectEngine Spark(string remote, EngineSettings settings) => new(new ConnectEngineOptions
    {
        Remote = RemoteAddress.Parse(remote, Environment.GetEnvironmentVariable("SPARK_CONNECT_AUTHENTICATE_TOKEN"), Environment.UserName),
        OnProgress = progress => settings.Activity.Report(new ServerWork(progress.Stages, progress.DoneStages, progress.Tasks, progress.DoneTasks, progress.BytesRead)),
        OnlyViews = settings.OnlyBelow is not null,
        OnlyViewsAdvice = Advice,
    });
}
