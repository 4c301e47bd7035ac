using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline;

/// <summary>From failures to exit codes: the one mapping, used where the program ends.</summary>
public static class ExitCodes
{
    /// <summary>What a failure means to whoever asked for the work.</summary>
    /// <param name="failure">The failure, of whatever layer.</param>
    /// <returns>The code; <see cref="ExitCode.InternalError"/> for all that nobody outside can mend.</returns>
    public static ExitCode Of(Exception failure) => failure switch
    {
        PipelineException known => known.ExitCode,
        SettingsException or AnalysisException => ExitCode.BadUsage,
        QueryExecutionException { Kind: QueryErrorKind.BadInput or QueryErrorKind.NotFound } => ExitCode.BadInput,
        QueryExecutionException { Kind: QueryErrorKind.Conflict } => ExitCode.Locked,
        QueryExecutionException { Kind: QueryErrorKind.Resources } => ExitCode.Unavailable,
        IOException or UnauthorizedAccessException or OutOfMemoryException => ExitCode.Unavailable,
        OperationCanceledException => ExitCode.Interrupted,
        _ => ExitCode.InternalError,
    };
}
