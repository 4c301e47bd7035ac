namespace SparkAnalytics.Pipeline;

/// <summary>A run that cannot go on, with the exit code that tells an orchestrator what to do.</summary>
public sealed class PipelineException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="exitCode">What a caller can do about it.</param>
    /// <param name="message">What, where, and what to do.</param>
    /// <param name="innerException">The cause, or null.</param>
    public PipelineException(ExitCode exitCode, string message, Exception? innerException = null)
        : base(message, innerException) => ExitCode = exitCode;

    /// <summary>What a caller can do about it.</summary>
    public ExitCode ExitCode { get; }
}
