using Microsoft.Win32.SafeHandles;

namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>Whether a file that was put together is whole: its metadata can be read, and leads to pages which have as many values as there are rows.</summary>
internal static class ParquetCheck
{
    /// <summary>The header of a page may hold its least and greatest value.</summary>
    private const int LongestHeader = 1 << 16;

    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The names that its columns must have.</param>
    /// <param name="rows">The rows that its row groups must have.</param>
    /// <exception cref="InvalidDataException">Something is not as it must be.</exception>
    public static void Require(string path, IReadOnlyList<string> columns, IReadOnlyList<long> rows)
    {
        var footer = ParquetFooter.Read(path);
        if (footer.FlatColumns is not { } found || !found.Select(column => column.Text(SchemaField.Name)).SequenceEqual(columns) || !footer.Rows.SequenceEqual(rows))
        {
            throw Damaged(path, "its columns or rows are others");
        }

        using var file = File.OpenHandle(path);
        foreach (var group in footer.RowGroups)
        {
            var chunks = group.Structs(GroupField.Columns);
            if (chunks.Count != columns.Count)
            {
                throw Damaged(path, $"a row group has {chunks.Count} columns");
            }

            foreach (var (index, chunk) in chunks.Index())
            {
                var values = Values(file, chunk.Struct(ChunkField.Metadata), footer.DataEnd);
                if (values != group.Long(GroupField.Rows))
                {
                    throw Damaged(path, $"column '{columns[index]}' has {values?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no"} values that can be found");
                }
            }
        }
    }

    /// <summary>How many values the pages of a column have; null where they do not follow one another as the metadata says.</summary>
    private static long? Values(SafeFileHandle file, ThriftStruct column, long dataEnd)
    {
        var data = column.Long(ColumnField.DataPage);
        var place = Math.Min(data, column.TryLong(ColumnField.DictionaryPage) is > 0 and var dictionary ? dictionary : data);
        var end = place + column.Long(ColumnField.PackedBytes);
        if (place < ParquetFooter.Letters.Length || end > dataEnd)
        {
            return null;
        }

        var values = 0L;
        while (place < end)
        {
            var (header, length) = Header(file, place, end);
            if (header.TryLong(PageField.Kind) is null or < 0 or > 3 || header.TryLong(PageField.PackedBytes) is not (>= 0 and var packed))
            {
                return null;
            }

            values += Counted(header, PageField.Data) + Counted(header, PageField.DataOfVersion2);
            place += length + packed;
        }

        return place == end && values == column.Long(ColumnField.Values) ? values : null;
    }

    private static long Counted(ThriftStruct header, int kind) => header.Fields.ContainsKey(kind) ? header.Struct(kind).Long(PageField.Values) : 0;

    private static (ThriftStruct Header, int Length) Header(SafeFileHandle file, long place, long end)
    {
        var bytes = new byte[(int)Math.Min(LongestHeader, end - place)];
        var read = RandomAccess.Read(file, bytes, place);
        var reader = new ThriftReader(bytes.AsSpan(0, read));
        return (reader.Struct(), reader.Position);
    }

    private static InvalidDataException Damaged(string path, string what) => new($"The Parquet file '{path}', as it was put together, is damaged: {what}.");
}
