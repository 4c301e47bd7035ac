namespace SparkAnalytics.Delta;

/// <summary>Another writer committed first, and its commit contradicts what this transaction read or changes: read again and repeat.</summary>
public sealed class ConcurrentModificationException : Exception
{
    internal ConcurrentModificationException(string table, ConflictKind kind, long version, string? operation, string detail)
        : base($"The commit to '{table}' lost against version {version} ({operation ?? "unknown operation"}): {detail}. Read the table again and repeat the operation.")
    {
        Kind = kind;
        Version = version;
        Operation = operation;
    }

    /// <summary>What the winning commit did.</summary>
    public ConflictKind Kind { get; }

    /// <summary>The version that won.</summary>
    public long Version { get; }

    /// <summary>The operation that the winner names, if it does.</summary>
    public string? Operation { get; }
}
