using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>Rows as a JSON array of objects, one to a line: numbers with all their digits, instants and dates as text by ISO 8601, NULL as null.</summary>
internal static class RowJson
{
    public static JsonWriterOptions Form { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(TextWriter writer, StructType schema, IEnumerable<Row> rows)
    {
        var lineStart = "[\n";
        using var line = new MemoryStream();
        using var json = new Utf8JsonWriter(line, Form);
        foreach (var row in rows)
        {
            writer.Write(lineStart);
            lineStart = ",\n";
            WriteObject(json, row, schema);
            json.Flush();
            writer.Write(System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
            line.SetLength(0);
            json.Reset();
        }

        writer.Write(lineStart == "[\n" ? "[]\n" : "\n]\n");
    }

    public static void WriteValue(Utf8JsonWriter json, object? value, DataType type)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case decimal or sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
                json.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case Row row:
                WriteObject(json, row, type as StructType ?? row.Schema);
                break;
            case IDictionary map:
                WriteMap(json, map, type as MapType);
                break;
            case object?[] items:
                WriteItems(json, items, (type as ArrayType)?.ElementType ?? new NullType());
                break;
            default:
                json.WriteStringValue(CellText.Exact(value, type));
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, Row row, StructType schema)
    {
        json.WriteStartObject();
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            json.WritePropertyName(schema.Fields[i].Name);
            WriteValue(json, row[i], schema.Fields[i].DataType);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, object?[] items, DataType type)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(json, item, type);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IDictionary map, MapType? type)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName(CellText.Exact(entry.Key, type?.KeyType ?? new NullType()));
            WriteValue(json, entry.Value, type?.ValueType ?? new NullType());
        }

        json.WriteEndObject();
    }
}
