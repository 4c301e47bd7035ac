using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>A column, or a member of a struct.</summary>
/// <param name="Name">The name that users see.</param>
/// <param name="Type">The type.</param>
/// <param name="Nullable">Whether a value may be missing.</param>
/// <param name="Metadata">The field's metadata as a JSON object.</param>
public sealed record DeltaField(string Name, DeltaType Type, bool Nullable = true, string Metadata = "{}")
{
    /// <summary>The name in data files where the table maps columns, else null.</summary>
    public string? MappedName => Property("delta.columnMapping.physicalName")?.GetString();

    /// <summary>The Parquet field id where the table maps columns, else null.</summary>
    public int? MappedId => Property("delta.columnMapping.id")?.GetInt32();

    /// <summary>The field's invariant as the log holds it, a JSON text with a condition in Spark SQL inside; null where it has none.</summary>
    public string? Invariant => Property("delta.invariants")?.ToString();

    /// <summary>The type with the lengths of its texts, such as <c>char(5)</c> or <c>array&lt;varchar(3)&gt;</c>, in Spark's words; null where no length is limited.</summary>
    public string? LimitedType => Property("__CHAR_VARCHAR_TYPE_STRING")?.GetString();

    /// <summary>The collations of its texts, such as <c>UTF8_LCASE</c>, elements, keys and values included but not members of structs, which say it of themselves.</summary>
    public IReadOnlyList<string> Collations => Property("__COLLATIONS") is { ValueKind: JsonValueKind.Object } collations
        ? [.. collations.EnumerateObject().Select(text => text.Value.ToString()).Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]).Where(name => name != "UTF8_BINARY").Distinct(StringComparer.Ordinal)]
        : [];

    /// <summary>Whether it has no values yet, and no place in data files.</summary>
    public bool IsVoid => Type is DeltaPrimitiveType { Name: "void" };

    internal bool Has(string property) => Property(property) is not null;

    private JsonElement? Property(string name)
    {
        if (Metadata == "{}")
        {
            return null;
        }

        using var document = JsonDocument.Parse(Metadata);
        return document.RootElement.TryGetProperty(name, out var value) ? value.Clone() : null;
    }
}
