using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>What a writer noted of a file's rows; read from its JSON when first asked. Columns go by their name in data files.</summary>
public sealed class FileStatistics
{
    private readonly Lazy<JsonElement> content;

    /// <summary>Takes the JSON object of the log. Text that is no JSON object says nothing about the rows, and nothing fails.</summary>
    public FileStatistics(string json)
    {
        Json = json;
        content = new Lazy<JsonElement>(() => Parse(json));
    }

    /// <summary>The statistics as the log holds them.</summary>
    public string Json { get; }

    /// <summary>Number of rows, deleted ones included; null where it was not noted. <see cref="AddFile.RowCount"/> leaves the deleted ones out.</summary>
    public long? RecordCount => content.Value.Long("numRecords");

    /// <summary>The least value of a column, or a value below it; null where none was noted.</summary>
    /// <param name="path">The column, or the column and the members that lead to one of a struct.</param>
    public JsonElement? Minimum(params ReadOnlySpan<string> path) => Noted("minValues", path);

    /// <summary>The greatest value of a column, or a value above it; null where none was noted. Times may lack up to a millisecond.</summary>
    /// <param name="path">The column, or the column and the members that lead to one of a struct.</param>
    public JsonElement? Maximum(params ReadOnlySpan<string> path) => Noted("maxValues", path);

    /// <summary>Number of rows without a value; null where it was not noted.</summary>
    /// <param name="path">The column, or the column and the members that lead to one of a struct.</param>
    public long? NullCount(params ReadOnlySpan<string> path) => Noted("nullCount", path) is { ValueKind: JsonValueKind.Number } count ? count.GetInt64() : null;

    /// <summary>The same with what is known of further columns.</summary>
    /// <param name="further">Statistics of the same rows, of other columns.</param>
    /// <returns>The statistics of all of them.</returns>
    public FileStatistics Joined(FileStatistics further) => new(LogJson.Text(writer =>
    {
        writer.WriteStartObject();
        foreach (var member in Members(content.Value))
        {
            writer.WritePropertyName(member.Name);
            if (member.Value.ValueKind != JsonValueKind.Object || further.content.Value.Member(member.Name) is not { } more)
            {
                member.Value.WriteTo(writer);
                continue;
            }

            writer.WriteStartObject();
            foreach (var column in Members(member.Value).Concat(Members(more)).DistinctBy(column => column.Name))
            {
                column.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        foreach (var member in Members(further.content.Value).Where(member => content.Value.Member(member.Name) is null))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }));

    /// <summary>
    /// The same of a file of which some rows are deleted by now: the least and greatest values are bounds that no row need reach
    /// (PROTOCOL.md, "Per-file Statistics", <c>tightBounds</c>).
    /// </summary>
    /// <param name="recordCount">Number of rows, deleted ones included.</param>
    internal FileStatistics Widened(long recordCount) => new(LogJson.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("numRecords", recordCount);
        if (content.Value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in content.Value.EnumerateObject().Where(member => member.Name is not "numRecords" and not "tightBounds"))
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteBoolean("tightBounds", false);
        writer.WriteEndObject();
    }));

    private JsonElement? Noted(string kind, ReadOnlySpan<string> path)
    {
        var value = content.Value.Member(kind);
        foreach (var name in path)
        {
            value = value?.Member(name);
        }

        return value;
    }

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static JsonElement Parse(string json)
    {
        try
        {
            using var document = LenientJson.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
