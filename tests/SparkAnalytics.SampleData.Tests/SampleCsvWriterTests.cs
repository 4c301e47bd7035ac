using System.Globalization;
using SparkAnalytics.SampleData.Writers;

namespace SparkAnalytics.SampleData.Tests;

public sealed class SampleCsvWriterTests
{
    [Fact]
    public void Write_ThenReadStrictly_GivesTheSameEvents()
    {
        var options = new SampleOptions(21_500);
        var events = SampleEvents.Generate(options).ToList();

        var (read, broken) = WriteAndRead(events, options);

        Assert.Equal(events, read);
        Assert.Equal(2, broken);
    }

    [Fact]
    public void Write_Of81000Rows_HasEachOfTheFiveBrokenLines()
    {
        var row = new SampleEvent("7", null, null, "purchase", null, null, null, null, Sample.Options.FirstDay);

        var (read, broken) = WriteAndRead(Enumerable.Repeat(row, 81_000), Sample.Options);

        Assert.Equal(81_000, read.Count(row.Equals));
        Assert.Equal(5, broken);
    }

    [Fact]
    public void Write_AroundTheSwitch_RenamesTheIdColumn()
    {
        using var folder = new TemporaryFolder();

        var headers = SampleCsvWriter.Write(Sample.Events.DistinctBy(row => row.Day), Sample.Options, folder.Path).ToDictionary(path => Path.GetFileName(path), path => File.ReadLines(path).First());

        Assert.Equal(30, headers.Count);
        Assert.Equal("client_id,page_url,referrer,timestamp,event_name,event_data,user_agent", headers["events_20250315.csv"]);
        Assert.Equal("client_id,clientId,page_url,referrer,timestamp,event_name,event_data,user_agent", headers["events_20250316.csv"]);
        Assert.Equal("clientId,page_url,referrer,timestamp,event_name,event_data,user_agent", headers["events_20250317.csv"]);
    }

    [Fact]
    public void Write_WithQuotesCommasAndLineBreaks_QuotesThem()
    {
        using var folder = new TemporaryFolder();
        var day = new DateOnly(2025, 3, 1);
        var row = new SampleEvent("a b", null, "2025-03-01T00:00:00Z", "page,view", "/", null, "say \"hi\"", "{\n}", day);

        var path = Assert.Single(SampleCsvWriter.Write([row], Sample.Options, folder.Path));

        Assert.Equal(
            "client_id,page_url,referrer,timestamp,event_name,event_data,user_agent\n\"a b\",/,,2025-03-01T00:00:00Z,\"page,view\",\"{\n}\",\"say \"\"hi\"\"\"\n",
            File.ReadAllText(path));
    }

    private static (List<SampleEvent> Read, int Broken) WriteAndRead(IEnumerable<SampleEvent> events, SampleOptions options)
    {
        using var folder = new TemporaryFolder();
        var read = new List<SampleEvent>();
        var broken = 0;

        foreach (var path in SampleCsvWriter.Write(events, options, folder.Path))
        {
            var day = DateOnly.ParseExact(Path.GetFileNameWithoutExtension(path)["events_".Length..], "yyyyMMdd", CultureInfo.InvariantCulture);
            var records = StrictCsv.Read(path).ToList();
            var names = records[0]!;
            foreach (var record in records.Skip(1))
            {
                if (record is null || record.Length != names.Length)
                {
                    broken++;
                    continue;
                }

                string? Value(string name) => Array.IndexOf(names, name) is >= 0 and var index ? record[index] : null;
                read.Add(new SampleEvent(
                    Value("client_id"), Value("clientId"), Value("timestamp"), Value("event_name"),
                    Value("page_url"), Value("referrer"), Value("user_agent"), Value("event_data"), day));
            }
        }

        return (read, broken);
    }
}
