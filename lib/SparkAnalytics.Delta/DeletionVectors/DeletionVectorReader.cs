using System.Buffers.Binary;

namespace SparkAnalytics.Delta;

/// <summary>Reads which rows of a data file are deleted (PROTOCOL.md, "Deletion Vectors" and "Deletion Vector Format").</summary>
/// <param name="store">Where the table is.</param>
/// <param name="tableRoot">The table's directory in the store's form.</param>
public sealed class DeletionVectorReader(IFileStore store, string tableRoot)
{
    private const int EncodedUuidLength = 20;

    /// <summary>The deleted rows, counted from 0 in rising order.</summary>
    /// <exception cref="CorruptTableException">The vector is damaged or missing.</exception>
    public IReadOnlyList<long> Read(DeletionVectorDescriptor vector)
    {
        var place = vector.StorageType == "i" ? "in the log" : FilePath(vector);
        try
        {
            var rows = RoaringReader.ReadVector(vector.StorageType == "i"
                ? Z85.Decode(vector.PathOrInline).AsSpan(0, vector.SizeInBytes)
                : FromFile(place!, vector));
            return rows.Count == vector.Cardinality ? rows : throw new FormatException($"It has {rows.Count} {(rows.Count == 1 ? "row" : "rows")} instead of {vector.Cardinality}.");
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentOutOfRangeException or EndOfStreamException or FileNotFoundException)
        {
            throw new CorruptTableException($"The deletion vector of '{tableRoot}' {(vector.StorageType == "i" ? place : $"in '{place}'")} cannot be read: {problem.Message} Restore it.", problem);
        }
    }

    /// <summary>What reading a data file needs.</summary>
    internal IReadOnlyList<string> Paths(DataFileAction file) =>
        file.DeletionVector is not null && FilePath(file.DeletionVector) is string vector ? [file.Path, vector] : [file.Path];

    /// <summary>The file that holds the vector, or null where it is inline.</summary>
    internal string? FilePath(DeletionVectorDescriptor vector) => vector.StorageType switch
    {
        "i" => null,
        "p" => LogPath.Decode(tableRoot, vector.PathOrInline),
        "u" when vector.PathOrInline.Length >= EncodedUuidLength => RelativePath(vector.PathOrInline),
        _ => throw new CorruptTableException($"'{vector.StorageType}{vector.PathOrInline}' in the log of '{tableRoot}' is no place of a deletion vector."),
    };

    private string RelativePath(string encoded)
    {
        var prefix = encoded[..^EncodedUuidLength];
        var name = $"deletion_vector_{new Guid(Z85.Decode(encoded[^EncodedUuidLength..]), bigEndian: true)}.bin";
        return LogPath.Join(prefix.Length == 0 ? tableRoot : LogPath.Join(tableRoot, prefix), name);
    }

    private byte[] FromFile(string path, DeletionVectorDescriptor vector)
    {
        using var stream = store.OpenRead(path);
        stream.Position = vector.Offset ?? 1;
        var frame = new byte[4 + vector.SizeInBytes + 4];
        stream.ReadExactly(frame);
        var size = BinaryPrimitives.ReadInt32BigEndian(frame);
        if (size != vector.SizeInBytes)
        {
            throw new FormatException($"It says that it has {size} bytes instead of {vector.SizeInBytes}.");
        }

        var content = frame[4..^4];
        return Crc32.Of(content) == BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4 + size))
            ? content
            : throw new FormatException("Its checksum is wrong.");
    }
}
