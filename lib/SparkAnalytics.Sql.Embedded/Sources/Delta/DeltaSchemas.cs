using SparkAnalytics.Delta;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>Schemas brought together.</summary>
internal static class DeltaSchemas
{
    /// <summary>A table's schema with the columns and members besides that rows have, at the end as Spark puts them. What the table has keeps its type.</summary>
    public static DeltaSchema Merged(DeltaSchema table, DeltaSchema rows) => new(Fields(table.Fields, rows.Fields));

    private static IReadOnlyList<DeltaField> Fields(IReadOnlyList<DeltaField> table, IReadOnlyList<DeltaField> rows) =>
    [
        .. table.Select(field => Find(rows, field.Name) is { } given ? field with { Type = Type(field.Type, given.Type) } : field),
        .. rows.Where(field => Find(table, field.Name) is null),
    ];

    private static DeltaType Type(DeltaType table, DeltaType rows) => (table, rows) switch
    {
        (DeltaStructType one, DeltaStructType other) => new DeltaStructType(Fields(one.Fields, other.Fields)),
        (DeltaArrayType one, DeltaArrayType other) => one with { ElementType = Type(one.ElementType, other.ElementType) },
        (DeltaMapType one, DeltaMapType other) => one with { KeyType = Type(one.KeyType, other.KeyType), ValueType = Type(one.ValueType, other.ValueType) },
        _ => table,
    };

    private static DeltaField? Find(IEnumerable<DeltaField> fields, string name) => fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
