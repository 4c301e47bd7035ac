using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>Actions as the JSON objects of a commit; checkpoints are made from the same objects.</summary>
internal sealed class ActionWriter(string root)
{
    public string Write(LogAction action) => LogJson.Text(writer =>
    {
        writer.WriteStartObject();
        switch (action)
        {
            case CommitInfo info:
                WriteCommitInfo(writer, info);
                break;
            case TableProtocol protocol:
                WriteProtocol(writer, protocol);
                break;
            case TableMetadata metadata:
                WriteMetadata(writer, metadata);
                break;
            case TransactionIdentifier transaction:
                writer.WriteStartObject("txn");
                writer.WriteString("appId", transaction.ApplicationId);
                writer.WriteNumber("version", transaction.Version);
                WriteTime(writer, "lastUpdated", transaction.LastUpdated);
                writer.WriteEndObject();
                break;
            case DomainMetadata domain:
                writer.WriteStartObject("domainMetadata");
                writer.WriteString("domain", domain.Domain);
                writer.WriteString("configuration", domain.Configuration);
                writer.WriteBoolean("removed", domain.Removed);
                writer.WriteEndObject();
                break;
            case AddFile add:
                WriteAdd(writer, add);
                break;
            case RemoveFile remove:
                WriteRemove(writer, remove);
                break;
            default:
                throw new ArgumentException($"{action.GetType().Name} is never written.", nameof(action));
        }

        writer.WriteEndObject();
    });

    private void WriteAdd(Utf8JsonWriter writer, AddFile add)
    {
        writer.WriteStartObject("add");
        writer.WriteString("path", LogPath.Encode(root, add.Path));
        writer.WriteMap("partitionValues", add.PartitionValues);
        writer.WriteNumber("size", add.Size);
        WriteTime(writer, "modificationTime", add.ModificationTime);
        writer.WriteBoolean("dataChange", add.DataChange);
        WriteText(writer, "stats", add.Statistics?.Json);
        WriteTags(writer, add);
        WriteDeletionVector(writer, add.DeletionVector);
        writer.WriteEndObject();
    }

    private void WriteRemove(Utf8JsonWriter writer, RemoveFile remove)
    {
        writer.WriteStartObject("remove");
        writer.WriteString("path", LogPath.Encode(root, remove.Path));
        WriteTime(writer, "deletionTimestamp", remove.DeletionTimestamp);
        writer.WriteBoolean("dataChange", remove.DataChange);
        writer.WriteBoolean("extendedFileMetadata", remove.Size is not null);
        writer.WriteMap("partitionValues", remove.PartitionValues);
        if (remove.Size is long size)
        {
            writer.WriteNumber("size", size);
        }

        WriteTags(writer, remove);
        WriteDeletionVector(writer, remove.DeletionVector);
        writer.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter writer, DataFileAction file)
    {
        if (file.Tags.Count > 0)
        {
            writer.WriteMap("tags", file.Tags);
        }
    }

    private static void WriteDeletionVector(Utf8JsonWriter writer, DeletionVectorDescriptor? vector)
    {
        if (vector is null)
        {
            return;
        }

        writer.WriteStartObject("deletionVector");
        writer.WriteString("storageType", vector.StorageType);
        writer.WriteString("pathOrInlineDv", vector.PathOrInline);
        if (vector.Offset is int offset)
        {
            writer.WriteNumber("offset", offset);
        }

        writer.WriteNumber("sizeInBytes", vector.SizeInBytes);
        writer.WriteNumber("cardinality", vector.Cardinality);
        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, TableMetadata metadata)
    {
        writer.WriteStartObject("metaData");
        writer.WriteString("id", metadata.Id);
        WriteText(writer, "name", metadata.Name);
        WriteText(writer, "description", metadata.Description);
        writer.WriteStartObject("format");
        writer.WriteString("provider", "parquet");
        writer.WriteStartObject("options");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("schemaString", metadata.SchemaString);
        WriteStrings(writer, "partitionColumns", metadata.PartitionColumns);
        writer.WriteMap("configuration", metadata.Configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        WriteTime(writer, "createdTime", metadata.CreatedTime);
        writer.WriteEndObject();
    }

    private static void WriteProtocol(Utf8JsonWriter writer, TableProtocol protocol)
    {
        writer.WriteStartObject("protocol");
        writer.WriteNumber("minReaderVersion", protocol.MinReaderVersion);
        writer.WriteNumber("minWriterVersion", protocol.MinWriterVersion);
        if (protocol.MinReaderVersion >= 3)
        {
            WriteStrings(writer, "readerFeatures", protocol.ReaderFeatures);
        }

        if (protocol.MinWriterVersion >= 7)
        {
            WriteStrings(writer, "writerFeatures", protocol.WriterFeatures);
        }

        writer.WriteEndObject();
    }

    private static void WriteCommitInfo(Utf8JsonWriter writer, CommitInfo info)
    {
        writer.WriteStartObject("commitInfo");
        WriteTime(writer, "timestamp", info.Timestamp);
        WriteText(writer, "operation", info.Operation);
        writer.WriteMap("operationParameters", info.OperationParameters);
        if (info.ReadVersion is long version)
        {
            writer.WriteNumber("readVersion", version);
        }

        writer.WriteString("isolationLevel", "Serializable");
        writer.WriteBoolean("isBlindAppend", info.IsBlindAppend ?? false);
        writer.WriteMap("operationMetrics", info.OperationMetrics);
        WriteText(writer, "engineInfo", info.EngineInfo);
        WriteText(writer, "txnId", info.TransactionId);
        writer.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is DateTimeOffset time)
        {
            writer.WriteNumber(name, time.ToUnixTimeMilliseconds());
        }
    }
}
