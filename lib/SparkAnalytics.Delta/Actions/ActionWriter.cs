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
                writer.WriteTime("lastUpdated", transaction.LastUpdated);
                writer.WriteEndObject();
                break;
            case DomainMetadata domain:
                writer.WriteStartObject("domainMetadata");
                writer.WriteString("domain", domain.Domain);
                writer.WriteString("configuration", domain.Configuration);
                writer.WriteBoolean("removed", domain.Removed);
                writer.WriteEndObject();
                break;
            case CheckpointMetadata checkpoint:
                writer.WriteStartObject("checkpointMetadata");
                writer.WriteNumber("version", checkpoint.Version);
                writer.WriteEndObject();
                break;
            case AddFile add:
                FileActionJson.Write(writer, root, add);
                break;
            case RemoveFile remove:
                FileActionJson.Write(writer, root, remove);
                break;
            default:
                throw new ArgumentException($"{action.GetType().Name} is never written.", nameof(action));
        }

        writer.WriteEndObject();
    });

    private static void WriteMetadata(Utf8JsonWriter writer, TableMetadata metadata)
    {
        writer.WriteStartObject("metaData");
        writer.WriteString("id", metadata.Id);
        writer.WriteText("name", metadata.Name);
        writer.WriteText("description", metadata.Description);
        writer.WriteStartObject("format");
        writer.WriteString("provider", "parquet");
        writer.WriteStartObject("options");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("schemaString", metadata.SchemaString);
        WriteStrings(writer, "partitionColumns", metadata.PartitionColumns);
        writer.WriteMap("configuration", metadata.Configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        writer.WriteTime("createdTime", metadata.CreatedTime);
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
        writer.WriteTime("timestamp", info.Timestamp);
        writer.WriteText("operation", info.Operation);
        writer.WriteMap("operationParameters", info.OperationParameters);
        if (info.ReadVersion is long version)
        {
            writer.WriteNumber("readVersion", version);
        }

        writer.WriteText("isolationLevel", info.IsolationLevel);
        writer.WriteBoolean("isBlindAppend", info.IsBlindAppend ?? false);
        writer.WriteMap("operationMetrics", info.OperationMetrics);
        writer.WriteText("userMetadata", info.UserMetadata);
        writer.WriteText("engineInfo", info.EngineInfo);
        writer.WriteText("txnId", info.TransactionId);
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
}
