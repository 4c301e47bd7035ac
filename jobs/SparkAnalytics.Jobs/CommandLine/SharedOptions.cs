using System.CommandLine;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show the stack trace of a failure.",
        Recursive = true,
    };

    public static Option<string> Lakehouse { get; } = new("--lakehouse")
    {
        Description = "The folder that holds the seven tables.",
        HelpName = "DIR",
        Required = true,
    };

    public static Option<string?> SettingsFile { get; } = new("--settings")
    {
        Description = "A YAML file with settings that differ from the defaults.",
        HelpName = "FILE",
    };

    public static Option<string[]> Assignments { get; } = new("--set")
    {
        Description = "One setting, over the file and the defaults; may be repeated.",
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };
}
