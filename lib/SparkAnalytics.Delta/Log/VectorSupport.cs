namespace SparkAnalytics.Delta;

/// <summary>Whether a table may have deletion vectors, and how it comes to have them (PROTOCOL.md, "Deletion Vectors").</summary>
internal static class VectorSupport
{
    public const string Feature = "deletionVectors";

    private const int WriterVersionOfFeatures = 7;
    private const int ReaderVersionOfFeatures = 3;

    /// <summary>What writers had to honour at version 2 and have to be told by name since there are features.</summary>
    private static readonly string[] ImpliedByWriterVersion2 = ["appendOnly", "invariants"];

    public static bool IsIn(TableProtocol protocol) => protocol.ReaderFeatures.Contains(Feature) && protocol.WriterFeatures.Contains(Feature);

    public static bool IsEnabled(TableProtocol protocol, TableMetadata metadata) =>
        IsIn(protocol) && TableProperties.IsTrue(metadata, TableProperties.DeletionVectors);

    /// <summary>The protocol that a table's properties call for, or null where the one it has will do.</summary>
    /// <param name="protocol">The protocol that it has, one that can be written here.</param>
    /// <param name="metadata">The properties.</param>
    public static TableProtocol? Upgrade(TableProtocol protocol, TableMetadata metadata)
    {
        if (!TableProperties.IsTrue(metadata, TableProperties.DeletionVectors) || IsIn(protocol))
        {
            return null;
        }

        var implied = protocol.MinWriterVersion == 2 ? ImpliedByWriterVersion2 : [];
        return new TableProtocol(ReaderVersionOfFeatures, WriterVersionOfFeatures)
        {
            ReaderFeatures = [.. protocol.ReaderFeatures.Append(Feature).Distinct()],
            WriterFeatures = [.. protocol.WriterFeatures.Concat(implied).Append(Feature).Distinct()],
        };
    }

    /// <summary>Refuses files with deleted rows where the protocol does not announce them: readers would show the rows.</summary>
    public static void RequireFor(string table, TableProtocol protocol, IEnumerable<AddFile> files)
    {
        if (!IsIn(protocol) && files.Any(file => file.DeletionVector is not null))
        {
            throw UnsupportedTableFeatureException.Lacking(table, Feature, "Enable deletion vectors first, or write the files anew without their deleted rows.");
        }
    }
}
