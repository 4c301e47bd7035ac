using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>A lakehouse on an engine of its own.</summary>
internal sealed class OpenLakehouse : IDisposable
{
    private readonly OpenEngine _engine;

    private OpenLakehouse(string folder, Func<EffectiveSettings> settings, EngineSettings engine, CancellationToken cancellation, TimeSpan waitForLock = default)
    {
        if (!engine.IsHere)
        {
            ServerPaths.Require("--lakehouse", folder);
        }
        else if (File.Exists(folder))
        {
            throw new PipelineException(ExitCode.BadUsage, $"--lakehouse {folder}: this is a file; name a folder");
        }

        Activity = engine.Activity;
        _engine = new OpenEngine(engine, cancellation);
        try
        {
            if (engine.IsHere)
            {
                _engine.Begin();
            }

            // Takes about as long as the engine's start.
            var loaded = settings();
            Lakehouse = new Lakehouse(_engine.Session, folder, loaded, TimeProvider.System) { WaitForLock = waitForLock };
        }
        catch
        {
            _engine.Dispose();
            throw;
        }
    }

    public Lakehouse Lakehouse { get; }

    /// <summary>What the engine's server tells of its work.</summary>
    public ServerActivity Activity { get; }

    public SparkSession Session => _engine.Session;

    /// <summary>Opens a lakehouse to change it by a command that may wait for the lock.</summary>
    public static OpenLakehouse ToWrite(ParseResult parsed, Func<EffectiveSettings> settings, EngineSettings engine, CancellationToken cancellation) =>
        new(parsed.GetRequiredValue(SharedOptions.Lakehouse), settings, engine, cancellation, parsed.GetValue(SharedOptions.WaitLock) ?? TimeSpan.Zero);

    /// <summary>Opens a lakehouse to write it.</summary>
    public static OpenLakehouse At(string folder, Func<EffectiveSettings> settings, EngineSettings engine, CancellationToken cancellation) =>
        new(folder, settings, engine, cancellation);

    /// <summary>Opens a lakehouse to read it, which no setting changes.</summary>
    public static OpenLakehouse ToRead(ParseResult parsed, Screen screen, CancellationToken cancellation) =>
        new(parsed.GetRequiredValue(SharedOptions.Lakehouse), () => SettingsLoader.Load(), parsed.Engine(screen), cancellation);

    /// <summary>Opens a lakehouse to read it and nothing else.</summary>
    public static OpenLakehouse ToReadAlone(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        var folder = parsed.GetRequiredValue(SharedOptions.Lakehouse);
        return new(folder, () => SettingsLoader.Load(), parsed.Engine(screen) with { OnlyBelow = folder }, cancellation);
    }

    public void Dispose() => _engine.Dispose();
}
