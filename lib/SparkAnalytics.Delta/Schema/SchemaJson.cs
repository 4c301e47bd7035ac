using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Delta;

/// <summary>The JSON form of schemas (PROTOCOL.md, "Schema Serialization Format").</summary>
internal static partial class SchemaJson
{
    private static readonly HashSet<string> Primitives =
    [
        "string", "byte", "short", "integer", "long", "float", "double", "boolean", "binary", "date", "timestamp", "timestamp_ntz", "void",
    ];

    public static DeltaSchema Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return ReadType(document.RootElement) is DeltaStructType root
                ? new DeltaSchema(root.Fields)
                : throw new FormatException("A Delta schema must be a struct.");
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("This is no Delta schema: " + problem.Message, problem);
        }
    }

    public static string Write(DeltaSchema schema) => LogJson.Text(writer => WriteType(writer, new DeltaStructType(schema.Fields)));

    private static DeltaType ReadType(JsonElement type)
    {
        if (type.ValueKind == JsonValueKind.String)
        {
            return ReadSimple(type.GetString()!);
        }

        var kind = type.GetProperty("type").GetString();
        return kind switch
        {
            "struct" => new DeltaStructType([.. type.GetProperty("fields").EnumerateArray().Select(ReadField)]),
            "array" => new DeltaArrayType(ReadType(type.GetProperty("elementType")), type.GetProperty("containsNull").GetBoolean()),
            "map" => new DeltaMapType(
                ReadType(type.GetProperty("keyType")), ReadType(type.GetProperty("valueType")), type.GetProperty("valueContainsNull").GetBoolean()),
            _ => throw new FormatException($"Delta has no type '{kind}'."),
        };
    }

    private static DeltaField ReadField(JsonElement field) => new(
        field.GetProperty("name").GetString()!,
        ReadType(field.GetProperty("type")),
        field.GetProperty("nullable").GetBoolean(),
        field.TryGetProperty("metadata", out var metadata) ? metadata.GetRawText() : "{}");

    private static DeltaType ReadSimple(string name)
    {
        if (Primitives.Contains(name))
        {
            return new DeltaPrimitiveType(name);
        }

        var match = DecimalName().Match(name);
        if (match.Success)
        {
            return new DeltaDecimalType(
                int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        }

        return name == "decimal" ? new DeltaDecimalType(10, 0) : throw new FormatException($"Delta has no type '{name}' that is known here.");
    }

    private static void WriteType(Utf8JsonWriter writer, DeltaType type)
    {
        switch (type)
        {
            case DeltaStructType group:
                writer.WriteStartObject();
                writer.WriteString("type", "struct");
                writer.WriteStartArray("fields");
                foreach (var field in group.Fields)
                {
                    WriteField(writer, field);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case DeltaArrayType array:
                writer.WriteStartObject();
                writer.WriteString("type", "array");
                writer.WritePropertyName("elementType");
                WriteType(writer, array.ElementType);
                writer.WriteBoolean("containsNull", array.ContainsNull);
                writer.WriteEndObject();
                break;
            case DeltaMapType map:
                writer.WriteStartObject();
                writer.WriteString("type", "map");
                writer.WritePropertyName("keyType");
                WriteType(writer, map.KeyType);
                writer.WritePropertyName("valueType");
                WriteType(writer, map.ValueType);
                writer.WriteBoolean("valueContainsNull", map.ValueContainsNull);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(type.ToString());
                break;
        }
    }

    private static void WriteField(Utf8JsonWriter writer, DeltaField field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        writer.WritePropertyName("type");
        WriteType(writer, field.Type);
        writer.WriteBoolean("nullable", field.Nullable);
        writer.WritePropertyName("metadata");
        writer.WriteRawValue(field.Metadata);
        writer.WriteEndObject();
    }

    [GeneratedRegex(@"^decimal\((\d+),\s*(-?\d+)\)$")]
    private static partial Regex DecimalName();
}
