namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Settings that cannot be used; the message says what is wrong, where (file, line and column, or the <c>--set</c>) and what would be right.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Makes the exception with its whole message.</summary>
    /// <param name="message">What, where, and what to do.</param>
    public SettingsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its whole message and its cause.</summary>
    /// <param name="message">What, where, and what to do.</param>
    /// <param name="innerException">What made the settings unreadable.</param>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
