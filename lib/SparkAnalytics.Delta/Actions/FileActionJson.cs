using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>Added and removed files as JSON.</summary>
internal static class FileActionJson
{
    public static void Write(Utf8JsonWriter writer, string root, AddFile add)
    {
        writer.WriteStartObject("add");
        writer.WriteString("path", LogPath.Encode(root, add.Path));
        writer.WriteMap("partitionValues", add.PartitionValues);
        writer.WriteNumber("size", add.Size);
        writer.WriteTime("modificationTime", add.ModificationTime);
        writer.WriteBoolean("dataChange", add.DataChange);
        writer.WriteText("stats", add.Statistics?.Json);
        WriteTags(writer, add);
        WriteDeletionVector(writer, add.DeletionVector);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, string root, RemoveFile remove)
    {
        writer.WriteStartObject("remove");
        writer.WriteString("path", LogPath.Encode(root, remove.Path));
        writer.WriteTime("deletionTimestamp", remove.DeletionTimestamp);
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
}
