using System.Text.Encodings.Web;
using System.Text.Json;

namespace SparkAnalytics.SampleData.Writers;

/// <summary>Writes sample events as JSON lines (UTF-8), one file a day: <c>events_yyyyMMdd.jsonl</c>.</summary>
/// <remarks>
/// On days with an even number of the month, <c>event_data</c> is text and missing values are left out; on the others it is an object
/// where its text is one without blanks, and missing values are null. After the 1,000th row and after every 20,000 more stands one line that
/// is no event: in turn a list, an object that names a member twice, an object cut off, two objects, plain text.
/// </remarks>
public static class SampleJsonLinesWriter
{
    private static readonly string[] _brokenLines =
    [
        "[{\"event_name\":\"page_view\"}]",
        "{\"event_name\":\"page_view\",\"referrer\":null,\"event_name\":\"purchase\"}",
        "{\"event_name\":\"page_view\",\"page_url\":\"https://www.hearth",
        "{\"event_name\":\"page_view\"} {\"event_name\":\"page_view\"}",
        "connection reset by peer",
    ];

    private static readonly JsonEncodedText _eventData = JsonEncodedText.Encode("event_data");

    /// <summary>Writes all events; files of the same names are replaced.</summary>
    /// <param name="events">The events, with ascending days.</param>
    /// <param name="folder">The folder, made if there is none.</param>
    /// <returns>The paths of the files in the order of their days.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it.</exception>
    public static IReadOnlyList<string> Write(IEnumerable<SampleEvent> events, string folder)
    {
        ArgumentNullException.ThrowIfNull(events);
        Directory.CreateDirectory(folder);
        using var files = new DayFiles(folder, "jsonl");
        using var line = new MemoryStream();
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var row in events)
        {
            var writer = files.FileOf(row.Day, out _, out var brokenLine);
            WriteObject(json, row, asObjects: row.Day.Day % 2 == 1);
            json.Flush();
            line.WriteByte((byte)'\n');
            writer.BaseStream.Write(line.GetBuffer(), 0, (int)line.Length);
            line.SetLength(0);
            json.Reset();
            if (brokenLine is { } number)
            {
                writer.WriteLine(_brokenLines[number % _brokenLines.Length]);
                writer.Flush();
            }
        }

        return files.Paths;
    }

    private static void WriteObject(Utf8JsonWriter json, SampleEvent row, bool asObjects)
    {
        json.WriteStartObject();
        Member("client_id", row.ClientId);
        Member("clientId", row.NewClientId);
        Member("timestamp", row.Timestamp);
        Member("event_name", row.EventName);
        Member("page_url", row.PageUrl);
        Member("referrer", row.Referrer);
        Member("user_agent", row.UserAgent);
        if (asObjects && CompactJson.IsObject(row.EventData))
        {
            json.WritePropertyName(_eventData);
            json.WriteRawValue(row.EventData!, skipInputValidation: true);
        }
        else
        {
            Member("event_data", row.EventData);
        }

        json.WriteEndObject();

        void Member(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
            else if (asObjects)
            {
                json.WriteNull(name);
            }
        }
    }
}
