namespace SparkAnalytics.Delta;

/// <summary>The columns of a table.</summary>
/// <param name="Fields">The columns in order; names are unique without regard to case.</param>
public sealed record DeltaSchema(IReadOnlyList<DeltaField> Fields)
{
    /// <summary>Reads the JSON form that the log holds.</summary>
    /// <exception cref="FormatException">The text is no Delta schema, or has a type that Delta does not have.</exception>
    public static DeltaSchema Parse(string json) => SchemaJson.Read(json);

    /// <summary>The JSON form that the log holds.</summary>
    public string ToJson() => SchemaJson.Write(this);

    /// <summary>Columns, and members of structs at any depth.</summary>
    internal IEnumerable<DeltaField> AllFields() => AllTypes().OfType<DeltaStructType>().SelectMany(group => group.Fields);

    /// <summary>The types of columns, elements, keys, values and members at any depth, beginning with the columns as a struct.</summary>
    internal IEnumerable<DeltaType> AllTypes()
    {
        var left = new Stack<DeltaType>([new DeltaStructType(Fields)]);
        while (left.TryPop(out var type))
        {
            yield return type;
            IEnumerable<DeltaType> parts = type switch
            {
                DeltaStructType group => group.Fields.Select(field => field.Type),
                DeltaArrayType array => [array.ElementType],
                DeltaMapType map => [map.KeyType, map.ValueType],
                _ => [],
            };
            foreach (var part in parts)
            {
                left.Push(part);
            }
        }
    }

    /// <summary>The column of that name without regard to case, or null.</summary>
    public DeltaField? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
