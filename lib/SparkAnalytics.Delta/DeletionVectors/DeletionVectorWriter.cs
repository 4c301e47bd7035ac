using System.Buffers.Binary;

namespace SparkAnalytics.Delta;

/// <summary>
/// Stores which rows of a data file are deleted: small vectors in the log itself, larger ones each in a file of the table (PROTOCOL.md,
/// "Deletion Vector Descriptor Schema" and "Deletion Vector File Storage Format").
/// </summary>
/// <param name="store">Where the table is.</param>
/// <param name="tableRoot">The table's directory in the store's form.</param>
internal sealed class DeletionVectorWriter(IFileStore store, string tableRoot)
{
    /// <summary>The longest vector in bytes that goes into the log. Every reader of the version reads it, whatever it asks for.</summary>
    public const int LargestInline = 1024;

    private const byte FormatVersion = 1;
    private readonly List<string> written = [];

    /// <summary>Stores a vector; durable on return.</summary>
    /// <param name="rows">Row numbers from 0, each above the one before.</param>
    /// <exception cref="ArgumentException">They do not rise, or one is negative.</exception>
    public DeletionVectorDescriptor Write(ReadOnlySpan<long> rows)
    {
        var vector = RoaringWriter.WriteVector(rows);
        return vector.Length <= LargestInline
            ? new DeletionVectorDescriptor("i", Z85.Encode(vector), null, vector.Length, rows.Length)
            : new DeletionVectorDescriptor("u", InFile(vector), 1, vector.Length, rows.Length);
    }

    /// <summary>Deletes the files that were written.</summary>
    public void Discard()
    {
        written.ForEach(store.Delete);
        written.Clear();
    }

    private string InFile(byte[] vector)
    {
        var content = new byte[1 + 4 + vector.Length + 4];
        content[0] = FormatVersion;
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(1), vector.Length);
        vector.CopyTo(content, 5);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(5 + vector.Length), Crc32.Of(vector));

        var identifier = Guid.NewGuid();
        var path = LogPath.Join(tableRoot, $"deletion_vector_{identifier}.bin");
        written.Add(path);
        return store.TryPutIfAbsent(path, content)
            ? Z85.Encode(identifier.ToByteArray(bigEndian: true))
            : throw new IOException($"The deletion vector '{path}' is there already, though its name is new. Repeat the operation.");
    }
}
