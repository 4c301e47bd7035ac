namespace SparkAnalytics.Delta;

/// <summary>A version removed or changed rows, so that the versions around it do not differ by added rows alone: read the whole table.</summary>
public sealed class ChangedRowsException : Exception
{
    internal ChangedRowsException(string table, long since, long version, string? operation)
        : base($"'{table}' has removed or changed rows in version {version} ({operation ?? "unknown operation"}), so what was appended since version {since} cannot be read.")
    {
        Version = version;
        Operation = operation;
    }

    /// <summary>The version that removed or changed rows.</summary>
    public long Version { get; }

    /// <summary>The operation that it names, if it does.</summary>
    public string? Operation { get; }
}
