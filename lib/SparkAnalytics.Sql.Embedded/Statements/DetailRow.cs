using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>The newest version of a Delta table as one row with Spark's columns. The columns by which a table is clustered are not read: they are NULL there, none elsewhere.</summary>
internal static class DetailRow
{
    /// <summary>
    /// What a table without a list of features may use, with the reader and the writer version that it takes (PROTOCOL.md, "Supported features"); Spark names them all.
    /// </summary>
    private static readonly (string Name, int Reader, int Writer)[] s_byVersion =
    [
        ("appendOnly", 1, 2), ("invariants", 1, 2), ("checkConstraints", 1, 3), ("changeDataFeed", 1, 4), ("generatedColumns", 1, 4), ("columnMapping", 2, 5), ("identityColumns", 1, 6),
    ];

    public static string Select(TableDetail detail, NameScope names, DeltaTables tables)
    {
        var snapshot = DeltaTables.Guard(() => tables.Log(detail.Path).Latest());
        return LocalRows.Inline(detail.Columns, names, [[.. detail.Columns.Select(column => Value(snapshot, column))]]);
    }

    private static object? Value(Snapshot snapshot, AttributeReference column) => column.Name switch
    {
        "format" => "delta",
        "id" => snapshot.Metadata.Id,
        "name" => snapshot.Metadata.Name,
        "description" => snapshot.Metadata.Description,
        "location" => Location(snapshot.TableRoot),
        "createdAt" => snapshot.Metadata.CreatedTime is { } instant ? new Timestamp(instant.UtcDateTime) : null,
        "lastModified" => new Timestamp(snapshot.Timestamp.UtcDateTime),
        "partitionColumns" => snapshot.Metadata.PartitionColumns,
        "clusteringColumns" => snapshot.Protocol.WriterFeatures.Contains("clustering") ? null : Array.Empty<string>(),
        "numFiles" => (long)snapshot.Files.Count,
        "sizeInBytes" => snapshot.Files.Sum(file => file.Size),
        "properties" => snapshot.Metadata.Configuration.ToDictionary(),
        "minReaderVersion" => snapshot.Protocol.MinReaderVersion,
        "minWriterVersion" => snapshot.Protocol.MinWriterVersion,
        "tableFeatures" => Features(snapshot.Protocol),
        _ => null,
    };

    /// <summary>As Hadoop writes it: one slash after the scheme, nothing escaped.</summary>
    private static string Location(string root) => root.StartsWith('/') ? $"file:{root}" : $"file:/{root}";

    private static IEnumerable<string> Features(TableProtocol protocol)
    {
        const int WriterWithFeatures = 7;
        var byVersion = protocol.MinWriterVersion >= WriterWithFeatures
            ? []
            : s_byVersion.Where(feature => feature.Reader <= protocol.MinReaderVersion && feature.Writer <= protocol.MinWriterVersion).Select(feature => feature.Name);
        return byVersion.Union(protocol.ReaderFeatures).Union(protocol.WriterFeatures).Order(StringComparer.Ordinal);
    }
}
