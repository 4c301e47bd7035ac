namespace SparkAnalytics.Delta;

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
