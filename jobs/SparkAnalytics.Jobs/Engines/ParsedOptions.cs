using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>What the shared options of a command line say.</summary>
internal static class ParsedOptions
{
    /// <summary>The settings in force.</summary>
    /// <exception cref="SettingsException">The file or an assignment is wrong.</exception>
    public static EffectiveSettings Settings(this ParseResult parsed) =>
        SettingsLoader.Load(parsed.GetValue(SharedOptions.SettingsFile), parsed.GetValue(SharedOptions.Assignments));

    /// <summary>What the engine may use.</summary>
    public static EngineSettings Engine(this ParseResult parsed) =>
        new(parsed.GetValue(SharedOptions.Memory), parsed.GetValue(SharedOptions.Threads), parsed.GetValue(SharedOptions.Temporary));
}
