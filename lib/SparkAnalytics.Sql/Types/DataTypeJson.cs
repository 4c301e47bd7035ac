using System.Text.Json;
using System.Text.Json.Nodes;

namespace SparkAnalytics.Sql.Types;

/// <summary>Spark's JSON form of types, as Delta and Parquet files hold it.</summary>
internal static class DataTypeJson
{
    public static JsonNode Write(DataType type) => type switch
    {
        StructType structure => new JsonObject
        {
            ["type"] = "struct",
            ["fields"] = new JsonArray([.. structure.Fields.Select(member => (JsonNode)new JsonObject
            {
                ["name"] = member.Name,
                ["type"] = Write(member.DataType),
                ["nullable"] = member.IsNullable,
                ["metadata"] = new JsonObject(),
            })]),
        },
        ArrayType array => new JsonObject { ["type"] = "array", ["elementType"] = Write(array.ElementType), ["containsNull"] = array.ContainsNull },
        MapType map => new JsonObject
        {
            ["type"] = "map",
            ["keyType"] = Write(map.KeyType),
            ["valueType"] = Write(map.ValueType),
            ["valueContainsNull"] = map.ValueContainsNull,
        },
        _ => JsonValue.Create(type.TypeName),
    };

    public static DataType Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new AnalysisException($"'{json}' is no schema in Spark's JSON form: {error.Message}");
        }
    }

    private static DataType Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return DataTypeParser.ParseType(element.GetString()!);
        }

        return element.GetProperty("type").GetString() switch
        {
            "struct" => new StructType(element.GetProperty("fields").EnumerateArray().Select(member => new StructField(
                member.GetProperty("name").GetString()!, Read(member.GetProperty("type")), member.GetProperty("nullable").GetBoolean()))),
            "array" => new ArrayType(Read(element.GetProperty("elementType")), element.GetProperty("containsNull").GetBoolean()),
            "map" => new MapType(Read(element.GetProperty("keyType")), Read(element.GetProperty("valueType")), element.GetProperty("valueContainsNull").GetBoolean()),
            var name => throw new AnalysisException($"'{name}' is no type of Spark's JSON form."),
        };
    }
}
