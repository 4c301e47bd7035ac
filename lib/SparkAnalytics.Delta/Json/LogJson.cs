using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>Small helpers over System.Text.Json: a member that is absent and one that is null are the same.</summary>
internal static class LogJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>Text as it is, anything else as its JSON.</summary>
    public static string? String(this JsonElement element, string name) => element.Member(name) is JsonElement value ? Plain(value) : null;

    public static string Require(this JsonElement element, string name) =>
        element.String(name) ?? throw new FormatException($"'{name}' is missing.");

    public static long? Long(this JsonElement element, string name) => element.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => long.Parse(text.GetString()!, CultureInfo.InvariantCulture),
        { } number => number.GetInt64(),
    };

    public static bool? Bool(this JsonElement element, string name) => element.Member(name)?.GetBoolean();

    public static DateTimeOffset? Milliseconds(this JsonElement element, string name) =>
        element.Long(name) is long value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    public static IReadOnlyList<string> Strings(this JsonElement element, string name) =>
        element.Member(name) is JsonElement list ? [.. list.EnumerateArray().Select(Plain).Select(text => text!)] : [];

    public static IReadOnlyDictionary<string, string?> Map(this JsonElement element, string name)
    {
        var map = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (element.Member(name) is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                map[member.Name] = Plain(member.Value);
            }
        }

        return map;
    }

    public static void WriteMap(this Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string?>> map)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Nothing for null.</summary>
    public static void WriteText(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Milliseconds since 1970, nothing for null.</summary>
    public static void WriteTime(this Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is DateTimeOffset time)
        {
            writer.WriteNumber(name, time.ToUnixTimeMilliseconds());
        }
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
