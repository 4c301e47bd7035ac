namespace SparkAnalytics.Delta;

/// <summary>The directory holds no Delta table.</summary>
public sealed class TableNotFoundException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, where, and what to do.</param>
    /// <param name="cause">What led to it, if anything.</param>
    public TableNotFoundException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
