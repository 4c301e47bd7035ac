namespace SparkAnalytics.Delta;

/// <summary>Vacuum was asked to keep removed files for less than the seven days that readers and writers may need them.</summary>
public sealed class ShortRetentionException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, where, and what to do.</param>
    /// <param name="cause">What led to it, if anything.</param>
    public ShortRetentionException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
