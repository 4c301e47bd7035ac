namespace SparkAnalytics.Delta;

/// <summary>The wanted version of a table does not exist, or can no longer be read.</summary>
public sealed class TableVersionNotFoundException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, where, and what to do.</param>
    /// <param name="cause">What led to it, if anything.</param>
    public TableVersionNotFoundException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
