using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>What a failure means to whoever started the program.</summary>
internal static class Failure
{
    public static ExitCode ExitCodeOf(Exception exception) => exception switch
    {
        PipelineException failure => failure.ExitCode,
        SettingsException or AnalysisException => ExitCode.BadUsage,
        QueryExecutionException { Kind: QueryErrorKind.BadInput or QueryErrorKind.NotFound } => ExitCode.BadInput,
        QueryExecutionException { Kind: QueryErrorKind.Conflict } => ExitCode.Locked,
        QueryExecutionException { Kind: QueryErrorKind.Resources } => ExitCode.Unavailable,
        IOException or UnauthorizedAccessException or OutOfMemoryException => ExitCode.Unavailable,
        OperationCanceledException => ExitCode.Interrupted,
        _ => ExitCode.InternalError,
    };

    public static string MessageOf(Exception exception, ExitCode exitCode) => exitCode switch
    {
        ExitCode.Interrupted => "stopped by SIGINT (Ctrl+C) before the end",
        ExitCode.Terminated => "stopped by SIGTERM before the end",
        ExitCode.InternalError => $"a fault of the program ({exception.GetType().Name}): {exception.Message} Please report it with the output of the same command and --verbose.",
        _ => exception.Message,
    };
}
