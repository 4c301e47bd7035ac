using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Pipeline.Tests.Acceptance;

/// <summary>
/// Each table's rows as one hash, so that a change which means to move code only cannot move a row unseen. The hashes were taken from the program, not from the rules: a change of
/// rules takes them anew (the failing test prints the lines of <c>golden.tsv</c>) and shows its rows by other tests.
/// </summary>
public sealed class GoldenTablesTests : IDisposable
{
    private const string Header = "client_id,clientId,timestamp,event_name,page_url,referrer,user_agent,event_data\n";

    private readonly TestLakehouse _test = new(null, "attribution_models=[first_click,last_click,linear,position_based,time_decay]");

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfTheSampleInAllFormats_GivesTheGoldenTables()
    {
        var options = new SampleOptions(20_000, 1, new DateOnly(2025, 3, 1), 30);
        foreach (var (rows, part) in SampleEvents.Generate(options).Chunk(5_000).Select((rows, part) => (rows, part)))
        {
            SplitInput.Write(_test, $"sample/{part}", part % 4, rows);
        }

        _test.Rebuild(_test.In("sample"), new DateTimeOffset(2025, 3, 31, 0, 0, 0, TimeSpan.Zero));

        AssertGolden("sample");
    }

    [Fact]
    public void Rebuild_OfMalformedInput_GivesTheGoldenTables()
    {
        _test.File("malformed/broken.csv", Header
            + "u1,,2025-03-01T09:00:00Z,page_view,https://shop.example/?utm_source=google&utm_medium=cpc,https://www.google.com/,Mozilla/5.0 (iPhone),\n"
            + "u1,,2025-03-01T09:00:00Z,page_view,https://shop.example/?utm_source=google&utm_medium=cpc,https://www.google.com/,Mozilla/5.0 (iPhone),\n"
            + "u1,,2025-03-01T09:40:00+02:00,purchase,,,,\"{\"\"transaction_id\"\":\"\"T1\"\",\"\"revenue\"\":\"\"12.345\"\"}\"\n"
            + "u2,,2025-03-01T10:00:00,purchase,,https://t.co/x,,\"{\"\"transaction_id\"\":\"\"T1\"\",\"\"revenue\"\":7}\"\n"
            + "u2,,,page_view,,,,\n"
            + "u2,,2025-02-30T09:00:00Z,page_view,,,,\n"
            + "u2,,1969-12-31T23:59:59Z,page_view,,,,\n"
            + ",,2025-03-01T09:00:00Z, ,,,,\n"
            + ",u3,2025-03-04T12:00:00Z,page_view,,,,\n"
            + ",u3,2025-03-01T11:00:00.1234567Z,page_view,\"a\nb\",,,{\"a\":1,}\n"
            + "u4,,2025-03-01T09:00:00Z\n"
            + "u4,,2025-03-01T09:00:00Z,page_view,ab\"c,,,\n"
            + "u4,,2025-03-01T09:00:00Z,page_view,\"ab\"c,,,\n");
        _test.File("malformed/broken.jsonl.gz", Encoding.Latin1.GetBytes("""
            {"client_id":"u5","timestamp":"2025-03-01T09:00:00Z","event_name":"purchase","event_data":{"transaction_id": "T2", "revenue": 10.50, "x": [1, 2]}}
            {"client_id":5,"timestamp":"2025-03-01T09:10:00Z","event_name":"page_view","event_data":"{'a':1}","color":"red"}
            {"client_id":"u5","client_id":"u6","timestamp":"2025-03-01T09:01:00Z","event_name":"page_view"}
            {"client_id":"u5","timestamp":"2025-03-01T09:01:00Z","event_name":"\ud83d"}
            [1]
            {"client_id":"u5"
            """ + "\n{\"client_id\":\"\u00e9\"}\n\n"));

        _test.Rebuild(_test.In("malformed"));

        AssertGolden("malformed");
    }

    [Fact]
    public void Rebuild_OfAWeekOfRealEvents_GivesTheGoldenTables()
    {
        var shared = SharedFolder.Find("data");
        Assert.SkipWhen(shared is null, "The folder ../shared/data beside the project is absent.");

        _test.Rebuild(Path.Combine(shared!, "data", "*.csv"), new DateTimeOffset(2025, 3, 2, 0, 0, 0, TimeSpan.Zero));

        AssertGolden("week");
    }

    private void AssertGolden(string name)
    {
        var expected = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Acceptance", "golden.tsv")).Where(line => line.StartsWith(name + "\t", StringComparison.Ordinal));
        var found = TableRows.All(_test.Lakehouse).Select(table => string.Join('\t', name, table.Key, table.Value.Count.ToString(CultureInfo.InvariantCulture), Hash(table.Value)));

        Assert.True(expected.SequenceEqual(found), $"The tables hold other rows; they now give\n{string.Join('\n', found)}");
    }

    private static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
