using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>Rows as a JSON array of objects, one to a line: numbers with all their digits, instants and dates as text by ISO 8601, NULL as null. Columns of one name get distinct ones, as in <c>a</c>, <c>a_2</c>.</summary>
internal static class RowJson
{
    public static JsonWriterOptions Form { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(TextWriter writer, StructType schema, IEnumerable<Row> rows)
    {
        var names = DistinctNames(schema);
        var lineStart = "[\n";
        using var line = new MemoryStream();
        using var json = new Utf8JsonWriter(line, Form);
        foreach (var row in rows)
        {
            writer.Write(lineStart);
            lineStart = ",\n";
            WriteObject(json, row, schema, names);
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
            case SqlDecimal number:
                json.WriteRawValue(number.ToString(), skipInputValidation: true);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case Row row:
                var members = type as StructType ?? row.Schema;
                WriteObject(json, row, members, DistinctNames(members));
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

    /// <summary>The columns' names; one that came before gets the least number from 2 that makes it differ from all: <c>a</c>, <c>a_2</c>.</summary>
    private static string[] DistinctNames(StructType schema)
    {
        var names = schema.Fields.Select(field => field.Name).ToArray();
        var taken = names.ToHashSet(StringComparer.Ordinal);
        if (taken.Count == names.Length)
        {
            return names;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select(name => seen.Add(name) ? name : Enumerable.Range(2, names.Length).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}_{number}")).First(taken.Add))];
    }

    private static void WriteObject(Utf8JsonWriter json, Row row, StructType schema, string[] names)
    {
        json.WriteStartObject();
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            json.WritePropertyName(names[i]);
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
