namespace SparkAnalytics.Delta;

/// <summary>A file of the table's log, or a deletion vector, is damaged or missing.</summary>
public sealed class CorruptTableException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, where, and what to do.</param>
    /// <param name="cause">What led to it, if anything.</param>
    public CorruptTableException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
