using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>One JSON object of a commit, or one row of a checkpoint, as an action (PROTOCOL.md, "Actions").</summary>
internal sealed class ActionReader(string root)
{
    /// <summary>The action, or null for one that readers have to ignore.</summary>
    public LogAction? Read(ReadOnlyMemory<byte> json)
    {
        using var document = LenientJson.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>The action, or null for one that readers have to ignore.</summary>
    public LogAction? Read(string json)
    {
        using var document = LenientJson.Parse(json);
        return Read(document.RootElement);
    }

    private LogAction? Read(JsonElement row)
    {
        foreach (var member in row.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object))
        {
            LogAction? action = member.Name switch
            {
                "add" => ReadAdd(member.Value),
                "remove" => ReadRemove(member.Value),
                "metaData" => ReadMetadata(member.Value),
                "protocol" => ReadProtocol(member.Value),
                "txn" => new TransactionIdentifier(
                    member.Value.Require("appId"), member.Value.Long("version") ?? 0, member.Value.Milliseconds("lastUpdated")),
                "domainMetadata" => new DomainMetadata(
                    member.Value.Require("domain"), member.Value.String("configuration") ?? string.Empty, member.Value.Bool("removed") ?? false),
                "sidecar" => new Sidecar(member.Value.Require("path")),
                "commitInfo" => ReadCommitInfo(member.Value),
                _ => null,
            };
            if (action is not null)
            {
                return action;
            }
        }

        return null;
    }

    private AddFile ReadAdd(JsonElement add) =>
        new(LogPath.Decode(root, add.Require("path")), add.Long("size") ?? 0, add.Milliseconds("modificationTime") ?? default)
        {
            PartitionValues = add.Map("partitionValues"),
            DataChange = add.Bool("dataChange") ?? true,
            // Checkpoints may hold the statistics as a struct only.
            Statistics = (add.String("stats") ?? add.String("stats_parsed")) is string statistics ? new FileStatistics(statistics) : null,
            DeletionVector = ReadDeletionVector(add),
            Tags = add.Map("tags"),
        };

    private RemoveFile ReadRemove(JsonElement remove) => new(LogPath.Decode(root, remove.Require("path")))
    {
        DeletionTimestamp = remove.Milliseconds("deletionTimestamp"),
        Size = remove.Long("size"),
        PartitionValues = remove.Map("partitionValues"),
        DataChange = remove.Bool("dataChange") ?? true,
        DeletionVector = ReadDeletionVector(remove),
        Tags = remove.Map("tags"),
    };

    private static DeletionVectorDescriptor? ReadDeletionVector(JsonElement file) => file.Member("deletionVector") is JsonElement vector
        ? new DeletionVectorDescriptor(
            vector.Require("storageType"),
            vector.Require("pathOrInlineDv"),
            (int?)vector.Long("offset"),
            checked((int)(vector.Long("sizeInBytes") ?? 0)),
            vector.Long("cardinality") ?? 0)
        : null;

    private static TableMetadata ReadMetadata(JsonElement metadata) => new(metadata.String("schemaString") ?? string.Empty)
    {
        Id = metadata.Require("id"),
        Name = metadata.String("name"),
        Description = metadata.String("description"),
        PartitionColumns = metadata.Strings("partitionColumns"),
        Configuration = metadata.Map("configuration").ToDictionary(pair => pair.Key, pair => pair.Value ?? string.Empty, StringComparer.Ordinal),
        CreatedTime = metadata.Milliseconds("createdTime"),
    };

    private static TableProtocol ReadProtocol(JsonElement protocol) =>
        new((int)(protocol.Long("minReaderVersion") ?? 1), (int)(protocol.Long("minWriterVersion") ?? 1))
        {
            ReaderFeatures = protocol.Strings("readerFeatures"),
            WriterFeatures = protocol.Strings("writerFeatures"),
        };

    private static CommitInfo ReadCommitInfo(JsonElement info) => new()
    {
        Timestamp = info.Milliseconds("timestamp"),
        InCommitTimestamp = info.Milliseconds("inCommitTimestamp"),
        Operation = info.String("operation"),
        OperationParameters = info.Map("operationParameters"),
        OperationMetrics = info.Map("operationMetrics"),
        ReadVersion = info.Long("readVersion"),
        IsBlindAppend = info.Bool("isBlindAppend"),
        EngineInfo = info.String("engineInfo"),
        UserMetadata = info.String("userMetadata"),
        TransactionId = info.String("txnId"),
    };
}
