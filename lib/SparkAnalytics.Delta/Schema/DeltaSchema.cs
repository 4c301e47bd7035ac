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

    /// <summary>The column of that name without regard to case, or null.</summary>
    public DeltaField? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
