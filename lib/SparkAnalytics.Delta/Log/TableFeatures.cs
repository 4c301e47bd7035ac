namespace SparkAnalytics.Delta;

/// <summary>Features of tables: which a protocol has, which a table uses, and how a table comes to have one (PROTOCOL.md, "Table Features").</summary>
internal static class TableFeatures
{
    public const string DeletionVectors = "deletionVectors";
    public const string TimestampNtz = "timestampNtz";
    public const string CheckConstraints = "checkConstraints";
    public const string Invariants = "invariants";
    public const string V2Checkpoint = "v2Checkpoint";
    public const string VacuumProtocolCheck = "vacuumProtocolCheck";

    private const string ColumnMapping = "columnMapping";
    private const int WriterVersionOfFeatures = 7;
    private const int ReaderVersionOfFeatures = 3;

    /// <summary>What writers of a version had to honour before features had names.</summary>
    private static readonly (int WriterVersion, string Feature)[] Implied =
    [
        (2, "appendOnly"), (2, Invariants), (3, CheckConstraints), (4, "changeDataFeed"), (4, "generatedColumns"), (5, ColumnMapping), (6, "identityColumns"),
    ];

    /// <summary>The features that writers must know.</summary>
    public static IReadOnlyList<string> OfWriters(TableProtocol protocol) => protocol.MinWriterVersion >= WriterVersionOfFeatures
        ? [.. protocol.WriterFeatures.Union(protocol.ReaderFeatures)]
        : [.. Implied.Where(implied => implied.WriterVersion <= protocol.MinWriterVersion).Select(implied => implied.Feature)];

    /// <summary>Whether readers and writers are told of a feature that both must know.</summary>
    public static bool IsIn(TableProtocol protocol, string feature) => protocol.ReaderFeatures.Contains(feature) && protocol.WriterFeatures.Contains(feature);

    public static bool HasDeletionVectors(TableProtocol protocol, TableMetadata metadata) =>
        IsIn(protocol, DeletionVectors) && TableProperties.IsTrue(metadata, TableProperties.DeletionVectors);

    /// <summary>The protocol that a table's columns and properties call for, or null where the one it has will do.</summary>
    /// <param name="protocol">The protocol that it has, one that can be written here.</param>
    /// <param name="metadata">The columns and properties.</param>
    public static TableProtocol? Upgrade(TableProtocol protocol, TableMetadata metadata)
    {
        var missing = Needed(metadata).Where(feature => !IsIn(protocol, feature)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        IEnumerable<string> ofReaders = protocol.MinReaderVersion == 2 ? [ColumnMapping] : protocol.ReaderFeatures;
        return new TableProtocol(ReaderVersionOfFeatures, WriterVersionOfFeatures)
        {
            ReaderFeatures = [.. ofReaders.Union(missing)],
            WriterFeatures = [.. OfWriters(protocol).Union(missing)],
        };
    }

    /// <summary>Refuses files with deleted rows where the protocol does not announce them: readers would show the rows.</summary>
    public static void RequireFor(string table, TableProtocol protocol, IEnumerable<AddFile> files)
    {
        if (!IsIn(protocol, DeletionVectors) && files.Any(file => file.DeletionVector is not null))
        {
            throw UnsupportedTableFeatureException.Lacking(table, DeletionVectors, "Enable deletion vectors first, or write the files anew without their deleted rows.");
        }
    }

    private static IEnumerable<string> Needed(TableMetadata metadata)
    {
        if (TableProperties.IsTrue(metadata, TableProperties.DeletionVectors))
        {
            yield return DeletionVectors;
        }

        if (metadata.Schema.AllTypes().Any(type => type is DeltaPrimitiveType { Name: "timestamp_ntz" }))
        {
            yield return TimestampNtz;
        }

        if (TableProperties.WantsV2Checkpoints(metadata))
        {
            yield return V2Checkpoint;
        }
    }
}
