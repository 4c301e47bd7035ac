namespace SparkAnalytics.Pipeline.Reports;

/// <summary>One table that a run wrote.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Rows">Rows it now holds.</param>
/// <param name="Version">The table version made.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">Bytes written, or null where the engine does not tell.</param>
public sealed record TableReport(string Name, long Rows, long Version, double Seconds, long? Bytes)
{
    /// <summary>Rows that an increment added; null in a rebuild, which writes all.</summary>
    public long? Inserted { get; init; }

    /// <summary>Rows that an increment altered; null in a rebuild.</summary>
    public long? Updated { get; init; }

    /// <summary>Rows that an increment took out; null in a rebuild.</summary>
    public long? Deleted { get; init; }
}
