using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>Turns an engine's errors into the exit codes that tell a caller what to do.</summary>
public static class EngineErrors
{
    /// <summary>Runs something and translates its errors.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="action">What to run.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="PipelineException">In place of <see cref="QueryExecutionException"/> and <see cref="AnalysisException"/>.</exception>
    public static T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (QueryExecutionException exception)
        {
            throw new PipelineException(CodeOf(exception.Kind), exception.Message, exception);
        }
        catch (AnalysisException exception)
        {
            throw new PipelineException(ExitCode.BadUsage, exception.Message, exception);
        }
    }

    private static ExitCode CodeOf(QueryErrorKind kind) => kind switch
    {
        QueryErrorKind.BadInput or QueryErrorKind.NotFound => ExitCode.BadInput,
        QueryErrorKind.Conflict => ExitCode.Locked,
        QueryErrorKind.Resources => ExitCode.Unavailable,
        _ => ExitCode.InternalError,
    };
}
