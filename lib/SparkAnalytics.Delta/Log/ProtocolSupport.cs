using System.Globalization;

namespace SparkAnalytics.Delta;

/// <summary>Which tables can be read and written here. What is unknown is refused by name, never ignored.</summary>
internal static class ProtocolSupport
{
    public static readonly TableProtocol Written = new(1, 2);

    private static readonly HashSet<string> ReadableFeatures =
    [
        "columnMapping", "deletionVectors", "timestampNtz", "typeWidening", "typeWidening-preview", "v2Checkpoint", "vacuumProtocolCheck",
    ];

    private static readonly HashSet<string> WritableFeatures = ["appendOnly", "invariants", VectorSupport.Feature];

    private static readonly (int WriterVersion, string Feature)[] LegacyFeatures =
    [
        (3, "checkConstraints"), (4, "changeDataFeed"), (4, "generatedColumns"), (5, "columnMapping"), (6, "identityColumns"),
    ];

    /// <summary>Properties that bind writers even where the protocol forgot to say so, and the values that do not.</summary>
    private static readonly (string Property, string Harmless, string Feature)[] BindingProperties =
    [
        ("delta.enableChangeDataFeed", "false", "changeDataFeed"), ("delta.columnMapping.mode", "none", "columnMapping"),
        (TableProperties.DeletionVectors, "false", VectorSupport.Feature), ("delta.enableRowTracking", "false", "rowTracking"),
        ("delta.enableInCommitTimestamps", "false", "inCommitTimestamp"), ("delta.enableTypeWidening", "false", "typeWidening"),
        ("delta.checkpointPolicy", "classic", "v2Checkpoint"),
    ];

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

    public static void RequireWritable(string table, TableProtocol protocol, TableMetadata metadata)
    {
        var missing = protocol.MinWriterVersion switch
        {
            <= 2 => [],
            < 7 => LegacyFeatures.Where(legacy => legacy.WriterVersion <= protocol.MinWriterVersion).Select(legacy => legacy.Feature).ToList(),
            7 => protocol.WriterFeatures.Union(protocol.ReaderFeatures).Where(feature => !WritableFeatures.Contains(feature)).ToList(),
            _ => [string.Create(CultureInfo.InvariantCulture, $"writer version {protocol.MinWriterVersion}")],
        };
        if (missing.Count == 0 && protocol.MinReaderVersion == 2)
        {
            missing.Add("columnMapping");
        }

        if (HasInvariants(metadata.Schema.Fields))
        {
            missing.Add("invariants");
        }

        missing.AddRange(BindingProperties
            .Where(binding => metadata.Property(binding.Property) is string value && !value.Equals(binding.Harmless, StringComparison.OrdinalIgnoreCase))
            .Where(binding => binding.Feature != VectorSupport.Feature || !VectorSupport.IsIn(protocol))
            .Select(binding => binding.Feature));
        if (metadata.Configuration.Keys.Any(name => name.StartsWith("delta.constraints.", StringComparison.OrdinalIgnoreCase)))
        {
            missing.Add("checkConstraints");
        }

        Refuse(table, "written", [.. missing.Distinct()]);
    }

    public static void RequireRemovable(string table, TableMetadata metadata)
    {
        if (TableProperties.IsTrue(metadata, TableProperties.AppendOnly))
        {
            Refuse(table, "changed other than by appending", ["appendOnly"]);
        }
    }

    private static bool HasInvariants(IEnumerable<DeltaField> fields) =>
        fields.Any(field => field.HasInvariant || !field.Nullable || HasInvariants(field.Type));

    private static bool HasInvariants(DeltaType type) => type switch
    {
        DeltaStructType group => HasInvariants(group.Fields),
        DeltaArrayType array => HasInvariants(array.ElementType),
        DeltaMapType map => HasInvariants(map.KeyType) || HasInvariants(map.ValueType),
        _ => false,
    };

    private static void Refuse(string table, string purpose, IReadOnlyList<string> features)
    {
        if (features.Count > 0)
        {
            throw new UnsupportedTableFeatureException(table, purpose, features);
        }
    }
}
