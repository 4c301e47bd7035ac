namespace SparkAnalytics.Sql;

/// <summary>A plan that failed while it ran: a value that cannot be converted, a file that cannot be read.</summary>
public sealed class QueryExecutionException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="kind">Whose fault it is.</param>
    /// <param name="message">What failed, where, and what to do.</param>
    /// <param name="innerException">The engine's own error, or null.</param>
    public QueryExecutionException(QueryErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Whose fault it is.</summary>
    public QueryErrorKind Kind { get; }
}
