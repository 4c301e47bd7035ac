using System.Buffers.Binary;

namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>The metadata at a Parquet file's end (apache/parquet-format, parquet.thrift), as far as files are put together here.</summary>
internal sealed class ParquetFooter
{
    /// <summary>The length of the metadata and the four letters behind it.</summary>
    private const int TailLength = 8;

    private ParquetFooter(ThriftStruct content, long dataEnd)
    {
        Content = content;
        DataEnd = dataEnd;
    }

    /// <summary>The letters that a file begins and ends with.</summary>
    public static ReadOnlySpan<byte> Letters => "PAR1"u8;

    /// <summary>The whole metadata.</summary>
    public ThriftStruct Content { get; }

    /// <summary>Where the metadata begins.</summary>
    public long DataEnd { get; }

    /// <summary>Who wrote the file, in their own words; empty where they do not say.</summary>
    public string Writer => Content.Text(FileField.CreatedBy) ?? string.Empty;

    /// <summary>The columns, where none has members; null else.</summary>
    public IReadOnlyList<ThriftStruct>? FlatColumns
    {
        get
        {
            var elements = Content.Structs(FileField.Schema);
            return elements[0].TryLong(SchemaField.Children) == elements.Count - 1 && elements.Skip(1).All(element => element.TryLong(SchemaField.Children) is null) ? [.. elements.Skip(1)] : null;
        }
    }

    /// <summary>The row groups.</summary>
    public IReadOnlyList<ThriftStruct> RowGroups => Content.Structs(FileField.RowGroups);

    /// <summary>How many rows each row group has.</summary>
    public IReadOnlyList<long> Rows => [.. RowGroups.Select(group => group.Long(GroupField.Rows))];

    /// <summary>Reads a file's metadata.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">How many bytes of metadata are still read.</param>
    /// <exception cref="InvalidDataException">It is no Parquet file, or damaged, or has more metadata.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ParquetFooter Read(string path, int mostBytes = int.MaxValue)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        Span<byte> tail = stackalloc byte[TailLength];
        if (length < TailLength + Letters.Length || RandomAccess.Read(file, tail, length - TailLength) != TailLength || !tail[4..].SequenceEqual(Letters))
        {
            throw new InvalidDataException($"'{path}' is no Parquet file.");
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(tail);
        var start = length - TailLength - size;
        if (size <= 0 || start < Letters.Length)
        {
            throw new InvalidDataException($"The Parquet file '{path}' is damaged.");
        }

        if (size > mostBytes)
        {
            throw new InvalidDataException($"The Parquet file '{path}' has {size} bytes of metadata, of which at most {mostBytes} are read here.");
        }

        var bytes = new byte[size];
        return RandomAccess.Read(file, bytes, start) == size
            ? new ParquetFooter(new ThriftReader(bytes).Struct(), start)
            : throw new InvalidDataException($"The Parquet file '{path}' is cut off.");
    }
}

/// <summary>Fields of a file's metadata, by number.</summary>
internal static class FileField
{
    public const int Schema = 2;
    public const int RowGroups = 4;
    public const int CreatedBy = 6;
    public const int ColumnOrders = 7;
}

/// <summary>Fields of a column in the schema.</summary>
internal static class SchemaField
{
    public const int Type = 1;
    public const int Repetition = 3;
    public const int Name = 4;
    public const int Children = 5;
    public const int Converted = 6;
    public const int Logical = 10;
}

/// <summary>Fields of a row group.</summary>
internal static class GroupField
{
    public const int Columns = 1;
    public const int Bytes = 2;
    public const int Rows = 3;
    public const int PackedBytes = 6;
}

/// <summary>Fields of a column of a row group.</summary>
internal static class ChunkField
{
    public const int Metadata = 3;

    /// <summary>Those that say where in the file something is.</summary>
    public static readonly int[] Places = [2, 4, 6];
}

/// <summary>Fields of what is said of a column of a row group.</summary>
internal static class ColumnField
{
    public const int Values = 5;
    public const int PackedBytes = 7;
    public const int DataPage = 9;
    public const int DictionaryPage = 11;

    /// <summary>Those that say where in the file something is: data, index and dictionary pages and the bloom filter.</summary>
    public static readonly int[] Places = [9, 10, 11, 14];
}

/// <summary>Fields of a page's header.</summary>
internal static class PageField
{
    public const int Kind = 1;
    public const int PackedBytes = 3;
    public const int Data = 5;
    public const int DataOfVersion2 = 8;

    /// <summary>The number of values in both kinds of data.</summary>
    public const int Values = 1;
}
