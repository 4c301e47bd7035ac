using System.Globalization;

namespace SparkAnalytics.Delta;

/// <summary>Which tables can be read and written here. What is unknown is refused by name, never ignored.</summary>
internal static class ProtocolSupport
{
    public static readonly TableProtocol Written = new(1, 2);

    private static readonly HashSet<string> ReadableFeatures =
    [
        "collations", "collations-preview", "columnMapping", TableFeatures.DeletionVectors, TableFeatures.TimestampNtz, "typeWidening", "typeWidening-preview", TableFeatures.V2Checkpoint, TableFeatures.VacuumProtocolCheck,
    ];

    private static readonly HashSet<string> WritableFeatures =
    [
        "appendOnly", TableFeatures.Invariants, TableFeatures.CheckConstraints, TableFeatures.DeletionVectors, TableFeatures.TimestampNtz, TableFeatures.V2Checkpoint, TableFeatures.VacuumProtocolCheck,
    ];

    /// <summary>Features that ask nothing of a writer as long as the table, which may have them, does not use them.</summary>
    private static readonly HashSet<string> HarmlessUnlessUsed = ["changeDataFeed", "generatedColumns", "columnMapping", "identityColumns"];

    /// <summary>Properties that bind writers even where the protocol forgot to say so, and the values that do not.</summary>
    private static readonly (string Property, string Harmless, string Feature)[] BindingProperties =
    [
        ("delta.enableChangeDataFeed", "false", "changeDataFeed"), ("delta.columnMapping.mode", "none", "columnMapping"),
        (TableProperties.DeletionVectors, "false", TableFeatures.DeletionVectors), ("delta.enableRowTracking", "false", "rowTracking"),
        ("delta.enableInCommitTimestamps", "false", "inCommitTimestamp"), ("delta.enableTypeWidening", "false", "typeWidening"),
        (TableProperties.CheckpointPolicy, "classic", TableFeatures.V2Checkpoint),
    ];

    /// <summary>Properties of columns that bind writers.</summary>
    private static readonly (string Property, string Feature)[] BindingColumns = [("delta.generationExpression", "generatedColumns"), ("delta.identity.start", "identityColumns")];

    public static void RequireReadable(string table, TableProtocol protocol)
    {
        var missing = protocol.MinReaderVersion switch
        {
            <= 2 => [],
            3 => protocol.ReaderFeatures.Where(feature => !ReadableFeatures.Contains(feature)).ToList(),
            _ => [string.Create(CultureInfo.InvariantCulture, $"reader version {protocol.MinReaderVersion}")],
        };
        Refuse(table, "read", missing);
    }

    /// <param name="table">The table's path.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="metadata">Its columns and properties.</param>
    /// <param name="rowsAreChecked">Whether the writer checks new rows against constraints.</param>
    public static void RequireWritable(string table, TableProtocol protocol, TableMetadata metadata, bool rowsAreChecked)
    {
        var missing = protocol.MinWriterVersion > 7
            ? [string.Create(CultureInfo.InvariantCulture, $"writer version {protocol.MinWriterVersion}")]
            : TableFeatures.OfWriters(protocol).Where(feature => !WritableFeatures.Contains(feature) && !HarmlessUnlessUsed.Contains(feature)).ToList();
        missing.AddRange(BindingProperties
            .Where(binding => metadata.Property(binding.Property) is string value && !value.Equals(binding.Harmless, StringComparison.OrdinalIgnoreCase))
            .Where(binding => !WritableFeatures.Contains(binding.Feature) || !TableFeatures.IsIn(protocol, binding.Feature))
            .Select(binding => binding.Feature));
        var fields = metadata.Schema.AllFields().ToList();
        missing.AddRange(BindingColumns.Where(binding => fields.Any(field => field.Has(binding.Property))).Select(binding => binding.Feature));

        // Which partitions are the same would depend on it.
        missing.AddRange(metadata.Schema.Fields.Where(field => field.Collations.Count > 0 && metadata.PartitionColumns.Contains(field.Name)).Select(_ => "collations"));
        missing.AddRange(Constraints(metadata, fields).Where(feature => !rowsAreChecked || !TableFeatures.OfWriters(protocol).Contains(feature)));
        Refuse(table, "written", [.. missing.Distinct()]);
    }

    public static void RequireRemovable(string table, TableMetadata metadata)
    {
        if (TableProperties.IsTrue(metadata, TableProperties.AppendOnly))
        {
            Refuse(table, "changed other than by appending", ["appendOnly"]);
        }
    }

    private static IEnumerable<string> Constraints(TableMetadata metadata, IReadOnlyList<DeltaField> fields)
    {
        if (fields.Any(field => field.Has("delta.invariants") || !field.Nullable))
        {
            yield return TableFeatures.Invariants;
        }

        if (metadata.Configuration.Keys.Any(name => name.StartsWith(TableProperties.Constraints, StringComparison.OrdinalIgnoreCase)))
        {
            yield return TableFeatures.CheckConstraints;
        }
    }

    private static void Refuse(string table, string purpose, IReadOnlyList<string> features)
    {
        if (features.Count > 0)
        {
            throw new UnsupportedTableFeatureException(table, purpose, features);
        }
    }
}
