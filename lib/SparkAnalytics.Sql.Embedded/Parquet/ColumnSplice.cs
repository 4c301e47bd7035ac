using System.Buffers.Binary;

namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>
/// A Parquet file with the columns of another and further ones. The bytes of the columns that are there already are copied as they are; only the metadata is written anew.
/// </summary>
internal static class ColumnSplice
{
    /// <summary>Writes the file.</summary>
    /// <param name="source">The file whose columns come first.</param>
    /// <param name="added">For each of its row groups a file with one row group of as many rows, which holds the further columns.</param>
    /// <param name="target">The new file; there must be none.</param>
    /// <exception cref="InvalidDataException">The files do not fit one another, or one is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(string source, IReadOnlyList<string> added, string target)
    {
        var footer = ParquetFooter.Read(source);
        var groups = footer.RowGroups;
        if (groups.Count != added.Count)
        {
            throw new InvalidDataException($"The file '{source}' has {groups.Count} row groups, and columns were made for {added.Count}.");
        }

        using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        Copy(source, 0, footer.DataEnd, output);
        foreach (var (index, path) in added.Index())
        {
            var more = ParquetFooter.Read(path);
            if (more.RowGroups is not [var one] || one.Long(GroupField.Rows) != groups[index].Long(GroupField.Rows))
            {
                throw new InvalidDataException($"The added columns of row group {index} have {string.Join(" and ", more.Rows)} rows, and the row group {groups[index].Long(GroupField.Rows)}.");
            }

            var shift = output.Position - ParquetFooter.Letters.Length;
            Copy(path, ParquetFooter.Letters.Length, more.DataEnd, output);
            Append(groups[index], one, shift);
            if (index == 0)
            {
                Append(footer.Content, more.Content);
            }
        }

        WriteEnd(footer.Content, output);
    }

    /// <summary>The columns of a row group behind those of another, with the places where their bytes now are.</summary>
    private static void Append(ThriftStruct group, ThriftStruct more, long shift)
    {
        foreach (var chunk in more.Structs(GroupField.Columns))
        {
            Move(chunk, ChunkField.Places, shift);
            Move(chunk.Struct(ChunkField.Metadata), ColumnField.Places, shift);
            group.List(GroupField.Columns).Add(chunk);
        }

        group.Add(GroupField.Bytes, more.Long(GroupField.Bytes));
        group.Add(GroupField.PackedBytes, more.TryLong(GroupField.PackedBytes) ?? 0);
    }

    private static void Move(ThriftStruct structure, IEnumerable<int> fields, long shift)
    {
        foreach (var field in fields.Where(field => structure.TryLong(field) > 0))
        {
            structure.Add(field, shift);
        }
    }

    /// <summary>The columns of a schema behind those of another.</summary>
    private static void Append(ThriftStruct file, ThriftStruct more)
    {
        var columns = more.List(FileField.Schema).Skip(1).ToList();
        file.List(FileField.Schema).AddRange(columns);
        file.Structs(FileField.Schema)[0].Add(SchemaField.Children, columns.Count);
        if (file.Fields.ContainsKey(FileField.ColumnOrders))
        {
            file.List(FileField.ColumnOrders).AddRange(more.List(FileField.ColumnOrders));
        }
    }

    private static void Copy(string path, long from, long to, FileStream output)
    {
        using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        input.Position = from;
        var buffer = new byte[(int)Math.Min(to - from, 1 << 20)];
        for (var left = to - from; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            input.ReadExactly(part);
            output.Write(part);
            left -= part.Length;
        }
    }

    private static void WriteEnd(ThriftStruct content, FileStream output)
    {
        var writer = new ThriftWriter();
        writer.Struct(content);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, writer.Written.Length);
        output.Write(writer.Written);
        output.Write(length);
        output.Write(ParquetFooter.Letters);
    }
}
