using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>A failure in words, for whoever started the program.</summary>
internal static class Failure
{
    public static string MessageOf(Exception exception, ExitCode exitCode) => exitCode switch
    {
        ExitCode.Interrupted => "stopped by SIGINT (Ctrl+C) before the end",
        ExitCode.Terminated => "stopped by SIGTERM before the end",
        ExitCode.InternalError => $"a fault of the program ({exception.GetType().Name}): {exception.Message} Please report it with the output of the same command and --verbose.",
        _ => exception.Message,
    };
}
