using System.Globalization;
using System.Text.Json;
using SparkAnalytics.SampleData.Writers;

namespace SparkAnalytics.SampleData.Tests;

public sealed class SampleJsonLinesWriterTests
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    [Fact]
    public void Write_ThenRead_GivesTheSameEventsWithObjectsAsTextAndObject()
    {
        var events = SampleEvents.Generate(new SampleOptions(21_500)).ToList();

        var (read, objects, broken) = WriteAndRead(events);

        Assert.Equal(events, read);
        Assert.InRange(objects, 600, events.Count(row => row.EventData is not null) * 2 / 3);
        Assert.Equal(2, broken);
    }

    [Fact]
    public void Write_Of81000Rows_HasEachOfTheFiveBrokenLines()
    {
        var row = new SampleEvent("7", null, null, "purchase", null, null, null, null, new DateOnly(2025, 3, 2));

        var (read, _, broken) = WriteAndRead(Enumerable.Repeat(row, 81_000));

        Assert.Equal(81_000, read.Count(row.Equals));
        Assert.Equal(5, broken);
    }

    [Fact]
    public void Write_OnAnEvenDay_KeepsTextAndLeavesOutWhatIsMissing() =>
        Assert.Equal("{\"client_id\":\"7\",\"event_name\":\"purchase\",\"event_data\":\"{\\\"revenue\\\":1.50}\"}\n", Line(new DateOnly(2025, 3, 2), "{\"revenue\":1.50}"));

    [Fact]
    public void Write_OnAnOddDay_WritesAnObjectAsItStandsAndNulls() =>
        Assert.Equal(
            "{\"client_id\":\"7\",\"clientId\":null,\"timestamp\":null,\"event_name\":\"purchase\",\"page_url\":null,\"referrer\":null,\"user_agent\":null,\"event_data\":{\"revenue\":1.50}}\n",
            Line(new DateOnly(2025, 3, 1), "{\"revenue\":1.50}"));

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\": 1}")]
    [InlineData("[1]")]
    [InlineData("{\"a\":\"\\ud83d\"}")]
    public void Write_WhenTheDataIsNoCompactObject_KeepsItsText(string data)
    {
        using var line = JsonDocument.Parse(Line(new DateOnly(2025, 3, 1), data));

        Assert.Equal(data, line.RootElement.GetProperty("event_data").GetString());
    }

    private static (List<SampleEvent> Read, int Objects, int Broken) WriteAndRead(IEnumerable<SampleEvent> events)
    {
        using var folder = new TemporaryFolder();
        var read = new List<SampleEvent>();
        var broken = 0;
        var objects = 0;

        foreach (var path in SampleJsonLinesWriter.Write(events, folder.Path))
        {
            var day = DateOnly.ParseExact(Path.GetFileNameWithoutExtension(path)["events_".Length..], "yyyyMMdd", CultureInfo.InvariantCulture);
            foreach (var line in File.ReadLines(path))
            {
                if (Parse(line) is not { } members)
                {
                    broken++;
                    continue;
                }

                string? Value(string name) => !members.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
                    : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
                objects += members.TryGetProperty("event_data", out var data) && data.ValueKind == JsonValueKind.Object ? 1 : 0;
                read.Add(new SampleEvent(
                    Value("client_id"), Value("clientId"), Value("timestamp"), Value("event_name"),
                    Value("page_url"), Value("referrer"), Value("user_agent"), Value("event_data"), day));
            }
        }

        return (read, objects, broken);
    }

    private static string Line(DateOnly day, string data)
    {
        using var folder = new TemporaryFolder();
        return File.ReadAllText(Assert.Single(SampleJsonLinesWriter.Write([new SampleEvent("7", null, null, "purchase", null, null, null, data, day)], folder.Path)));
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, _strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
