using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>
/// A column with structs of a table that maps names (PROTOCOL.md, "Column Mapping"): members stand in files under their mapped names, or under any name with their id, and files that are older
/// than a member lack it.
/// </summary>
/// <param name="Stored">The type with the file's names, of those members that the file has.</param>
/// <param name="Sql">The value with the table's names.</param>
internal sealed record MappedColumn(DataType Stored, string Sql)
{
    /// <summary>The column, or null where the file has no member of it any more: as in Spark 4.0, such a struct, or list of structs, is null.</summary>
    /// <param name="metadata">The table.</param>
    /// <param name="type">The column's type.</param>
    /// <param name="file">The column in the file.</param>
    /// <param name="sql">The column as it is read.</param>
    public static MappedColumn? Of(TableMetadata metadata, DeltaType type, ParquetTree file, string sql) => Of(metadata, type, file, sql, 0);

    /// <summary>Whether a type has members to map.</summary>
    public static bool HasMembers(DeltaType type) => type switch
    {
        DeltaStructType => true,
        DeltaArrayType array => HasMembers(array.ElementType),
        DeltaMapType map => HasMembers(map.KeyType) || HasMembers(map.ValueType),
        _ => false,
    };

    /// <summary>The part of a file that holds a field, or null where the file is older than the field.</summary>
    public static ParquetTree? Find(TableMetadata metadata, DeltaField field, IReadOnlyList<ParquetTree> parts) =>
        (metadata.ColumnMapping == ColumnMapping.Id && field.MappedId is { } id ? parts.FirstOrDefault(part => part.Id == id) : null)
        ?? parts.FirstOrDefault(part => (metadata.ColumnMapping != ColumnMapping.Id || part.Id is null) && part.Name.Equals(metadata.PhysicalName(field), StringComparison.OrdinalIgnoreCase));

    private static MappedColumn? Of(TableMetadata metadata, DeltaType type, ParquetTree file, string sql, int depth) => type switch
    {
        DeltaStructType structure => Structure(metadata, structure, file, sql, depth),
        DeltaArrayType array when HasMembers(array) => Array(metadata, array, file, sql, depth),
        DeltaMapType map when HasMembers(map) => Map(metadata, map, file, sql, depth),
        _ => new MappedColumn(DeltaTypes.ToType(type), sql),
    };

    private static MappedColumn? Structure(TableMetadata metadata, DeltaStructType structure, ParquetTree file, string sql, int depth)
    {
        var stored = new List<StructField>();
        var values = new List<string>();
        foreach (var field in structure.Fields.Where(field => !field.IsVoid))
        {
            var part = Find(metadata, field, file.Children);
            var member = part is null ? null : Of(metadata, field.Type, part, $"struct_extract({sql}, {SqlText.Text(part.Name)})", depth);
            values.Add($"{SqlText.Name(field.Name)} := {member?.Sql ?? Missing(field.Type)}");
            if (member is not null)
            {
                stored.Add(new StructField(part!.Name, member.Stored));
            }
        }

        return stored.Count == 0 ? null : new MappedColumn(new StructType(stored), $"CASE WHEN {sql} IS NOT NULL THEN struct_pack({string.Join(", ", values)}) END");
    }

    private static MappedColumn? Array(TableMetadata metadata, DeltaArrayType array, ParquetTree file, string sql, int depth)
    {
        var item = $"item{SqlText.Number(depth)}";
        return Of(metadata, array.ElementType, file.Element, item, depth + 1) is { } element
            ? new MappedColumn(new ArrayType(element.Stored), $"list_transform({sql}, lambda {item}: {element.Sql})")
            : null;
    }

    private static MappedColumn? Map(TableMetadata metadata, DeltaMapType map, ParquetTree file, string sql, int depth)
    {
        var item = $"item{SqlText.Number(depth)}";
        if (Of(metadata, map.KeyType, file.Key, item, depth + 1) is not { } key)
        {
            return null;
        }

        // Values without a member that is left are read as text, for there is no reading without them.
        var value = Of(metadata, map.ValueType, file.Value, item, depth + 1) ?? new MappedColumn(new StringType(), Missing(map.ValueType));
        return new MappedColumn(
            new MapType(key.Stored, value.Stored),
            $"map(list_transform(map_keys({sql}), lambda {item}: {key.Sql}), list_transform(map_values({sql}), lambda {item}: {value.Sql}))");
    }

    private static string Missing(DeltaType type) => $"CAST(NULL AS {SqlTypes.Name(DeltaTypes.ToType(type))})";
}
