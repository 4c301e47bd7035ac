using System.Buffers;

namespace SparkAnalytics.SampleData.Writers;

/// <summary>Writes sample events as CSV (RFC 4180, UTF-8, lines end with LF), one file a day: <c>events_yyyyMMdd.csv</c>.</summary>
/// <remarks>
/// The id column is <c>client_id</c> up to the day of the switch and <c>clientId</c> from it on; that day's file has both.
/// After the 1,000th row and after every 20,000 more stands one line that no reader can take: in turn too few fields, too many, a quote inside
/// an unquoted field, text after a closing quote, bytes that are not UTF-8.
/// </remarks>
public static class SampleCsvWriter
{
    private static readonly SearchValues<char> _needsQuotes = SearchValues.Create(",\"\r\n \t");

    /// <summary>Writes all events; files of the same names are replaced.</summary>
    /// <param name="events">The events, with ascending days.</param>
    /// <param name="options">The options that the events were made with.</param>
    /// <param name="folder">The folder, made if there is none.</param>
    /// <returns>The paths of the files in the order of their days.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it.</exception>
    public static IReadOnlyList<string> Write(IEnumerable<SampleEvent> events, SampleOptions options, string folder)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(folder);
        using var files = new DayFiles(folder, "csv");
        foreach (var row in events)
        {
            var writer = files.FileOf(row.Day, out var isNew, out var brokenLine);
            var hasOldId = row.Day <= options.IdSwitchDay;
            var hasNewId = row.Day >= options.IdSwitchDay;
            if (isNew)
            {
                var ids = hasOldId && hasNewId ? "client_id,clientId" : hasOldId ? "client_id" : "clientId";
                writer.WriteLine(ids + ",page_url,referrer,timestamp,event_name,event_data,user_agent");
            }

            if (hasOldId)
            {
                Field(writer, row.ClientId, ',');
            }

            if (hasNewId)
            {
                Field(writer, row.NewClientId, ',');
            }

            Field(writer, row.PageUrl, ',');
            Field(writer, row.Referrer, ',');
            Field(writer, row.Timestamp, ',');
            Field(writer, row.EventName, ',');
            Field(writer, row.EventData, ',');
            Field(writer, row.UserAgent, '\n');
            if (brokenLine is { } number)
            {
                BrokenLine(writer, number, fields: hasOldId && hasNewId ? 8 : 7);
            }
        }

        return files.Paths;
    }

    private static void Field(StreamWriter writer, string? value, char end)
    {
        if (value is not null)
        {
            if (value.AsSpan().ContainsAny(_needsQuotes))
            {
                writer.Write('"');
                writer.Write(value.Contains('"') ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value);
                writer.Write('"');
            }
            else
            {
                writer.Write(value);
            }
        }

        writer.Write(end);
    }

    private static void BrokenLine(StreamWriter writer, int number, int fields)
    {
        var commas = new string(',', fields - 2);
        switch (number % 5)
        {
            case 0:
                writer.WriteLine("too,few,fields");
                break;
            case 1:
                writer.WriteLine("too,many" + commas + ",fields");
                break;
            case 2:
                writer.WriteLine("a stray \" quote" + commas + ",unquoted");
                break;
            case 3:
                writer.WriteLine("\"closed\" too early" + commas + ",");
                break;
            default:
                writer.Flush();
                writer.BaseStream.Write([0x66, 0xFC, 0x72, (byte)',', .. commas.Select(comma => (byte)comma), (byte)'\n']);
                break;
        }
    }
}
