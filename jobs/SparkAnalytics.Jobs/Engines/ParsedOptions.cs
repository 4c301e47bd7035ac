using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>What the shared options of a command line say.</summary>
internal static class ParsedOptions
{
    private const string RemoteVariable = "SPARK_REMOTE";

    /// <summary>The settings in force.</summary>
    /// <exception cref="SettingsException">The file or an assignment is wrong.</exception>
    public static EffectiveSettings Settings(this ParseResult parsed) =>
        SettingsLoader.Load(parsed.GetValue(SharedOptions.SettingsFile), parsed.GetValue(SharedOptions.Assignments));

    /// <summary>The engine: what <c>--engine</c> says, else Spark where an address is given, else the embedded one. Spark is named on the screen.</summary>
    /// <exception cref="PipelineException">Options contradict each other, or Spark has no address.</exception>
    public static EngineSettings Engine(this ParseResult parsed, Screen screen)
    {
        var given = parsed.GetValue(SharedOptions.Remote);
        var remote = given ?? (Environment.GetEnvironmentVariable(RemoteVariable) is { Length: > 0 } address ? address : null);
        var kind = parsed.GetValue(SharedOptions.Engine) ?? (remote is null ? EngineKind.Embedded : EngineKind.Spark);
        return kind switch
        {
            EngineKind.Embedded when given is not null => throw Wrong("--remote goes with --engine spark"),
            EngineKind.Embedded => parsed.Embedded(),
            EngineKind.Spark when remote is null => throw Wrong($"--engine spark needs the address of a Spark Connect server: --remote sc://HOST:PORT, or {RemoteVariable}"),
            _ when HasLimits(parsed) => throw Wrong("--memory, --threads and --temp limit the embedded engine; a Spark server has limits of its own"),
            _ => Spark(remote!, parsed.GetValue(SharedOptions.Quiet) ? null : screen),
        };
    }

    /// <summary>The embedded engine and what it may use.</summary>
    public static EngineSettings Embedded(this ParseResult parsed) =>
        new(null, parsed.GetValue(SharedOptions.Memory), parsed.GetValue(SharedOptions.Threads), parsed.GetValue(SharedOptions.Temporary));

    private static EngineSettings Spark(string remote, Screen? screen)
    {
        screen?.Note($"engine: Spark at {EngineFactory.Shown(remote)}");
        return new EngineSettings(remote);
    }

    private static bool HasLimits(ParseResult parsed) =>
        parsed.GetValue(SharedOptions.Memory) is not null || parsed.GetValue(SharedOptions.Threads) is not null || parsed.GetValue(SharedOptions.Temporary) is not null;

    private static PipelineException Wrong(string message) => new(ExitCode.BadUsage, message);
}
