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

/// <summary>Why two transactions exclude each other.</summary>
public enum ConflictKind
{
    /// <summary>The winner changed the protocol, or made the table.</summary>
    ProtocolChanged,

    /// <summary>The winner changed the schema or the properties.</summary>
    MetadataChanged,

    /// <summary>The winner recorded a version for the application id that this transaction uses.</summary>
    ConcurrentTransaction,

    /// <summary>The winner added files that this transaction should have read.</summary>
    ConcurrentAppend,

    /// <summary>The winner removed a file that this transaction read.</summary>
    ConcurrentDeleteRead,

    /// <summary>The winner removed a file that this transaction removes too.</summary>
    ConcurrentDeleteDelete,
}
