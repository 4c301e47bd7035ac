namespace SparkAnalytics.Sql;

/// <summary>A DataFrame operation that cannot be: an unknown column, a wrong type, a name given twice. Says what there is instead.</summary>
public sealed class AnalysisException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong, where, and what there is.</param>
    public AnalysisException(string message)
        : base(message)
    {
    }
}
