using SparkAnalytics.Pipeline.Runs;

namespace SparkAnalytics.Pipeline.Tests.Input;

public sealed class QuarantineTests : IDisposable
{
    private const string Header = "client_id,clientId,timestamp,event_name,page_url,referrer,user_agent,event_data\n";

    private const string Staged = "u0,,2025-03-01T09:00:00Z,page_view,,,,\n";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("a,b,,,p,r,u,d", "timestamp_missing")]
    [InlineData("a,b, \t ,x,p,r,u,d", "timestamp_missing")]
    [InlineData("a,b,yesterday,,p,r,u,d", "timestamp_unreadable")]
    [InlineData("a,b,2025-03-01,x,p,r,u,d", "timestamp_unreadable")]
    [InlineData("a,b,1969-12-31T23:59:59Z,x,p,r,u,d", "timestamp_unreadable")]
    [InlineData("a,b,2026-01-01T00:00:00Z, ,p,r,u,d", "event_name_missing")]
    [InlineData("a,b,2026-01-01T00:00:00Z,x,p,r,u,d", "timestamp_in_future")]
    public void Rebuild_OfARowThatCannotBeStaged_KeepsItsColumnsUnderTheFirstReason(string row, string reason)
    {
        var input = _test.File("events.csv", Header + row + "\n" + Staged);

        var report = _test.Rebuild(input);

        Assert.Equal([(reason, 1L)], report.Input.Quarantined.Select(pair => (pair.Key, pair.Value)));
        var kept = _test.Query("select event_id, reason, source_file, raw_text, client_id, clientId, timestamp, event_name, page_url, referrer, user_agent, event_data from quarantined_events").Single();
        var fields = row.Split(',').Select(field => field.Length == 0 ? null : field).ToList();
        Assert.Equal(fields, kept.Values[4..].Select(value => (string?)value));
        Assert.Equal(reason, kept.GetAs<string>("reason"));
        Assert.EndsWith("/events.csv", kept.GetAs<string>("source_file"), StringComparison.Ordinal);
        Assert.Null(kept.GetAs<string?>("raw_text"));
        Assert.Equal(Md5(string.Join('\u001F', fields.Select(field => field ?? "\u001E"))), kept.GetAs<string>("event_id"));
    }

    [Fact]
    public void Rebuild_OfDuplicatesWithinAndAcrossFilesAndFormats_CountsThemOnceInTablesAndInQuarantine()
    {
        const string Good = "u1,,2025-03-01T09:00:00Z,page_view,,,,\n";
        const string Bad = "u1,,never,page_view,,,,\n";
        var (a, b) = (_test.File("a.csv", Header + Good + Good + Bad), _test.File("b.csv", Header + Bad + Bad + "short\n" + "short\n" + Good));
        var c = _test.File("c.jsonl", "{\"event_name\":\"page_view\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"client_id\":\"u1\"}\n");

        var report = _test.Rebuild(new RebuildRequest([a, b, c]) { Now = TestLakehouse.Noon });

        Assert.Equal(9, report.Input.Rows);
        Assert.Equal(6, report.Input.Duplicates);
        Assert.Equal([("line_unreadable", 1L), ("timestamp_unreadable", 1L)], report.Input.Quarantined.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(1, report.Totals.Events);
    }

    [Fact]
    public void Rebuild_WhenOnlyOneColumnDiffers_IsNoDuplicate()
    {
        var input = _test.File("events.csv", Header + "u1,,2025-03-01T09:00:00Z,page_view,,,,\n,u1,2025-03-01T09:00:00Z,page_view,,,,\nu1,,2025-03-01T09:00:00.0Z,page_view,,,,\nu1,,2025-03-01T09:00:00Z,page_view,,,, \n");

        var report = _test.Rebuild(input);

        Assert.Equal(0, report.Input.Duplicates);
        Assert.Equal(4, report.Totals.Events);
    }

    [Theory]
    [InlineData("2025-03-02T12:00:00Z", "1d", 1)]
    [InlineData("2025-03-02T12:00:00.000001Z", "1d", 0)]
    [InlineData("2025-03-02T13:00:00.000000+01:00", "1d", 1)]
    [InlineData("2025-03-01T12:00:00Z", "0s", 1)]
    [InlineData("2025-03-01T12:00:00.000001Z", "0s", 0)]
    public void Rebuild_OfAnEventAroundMaxFuture_StagesItUpToTheBorder(string timestamp, string maxFuture, long events)
    {
        var input = _test.File("events.csv", Header + "u1,," + timestamp + ",page_view,,,,\n" + Staged);

        var report = _test.Reopen(settings: "max_future=" + maxFuture).Rebuild(new RebuildRequest([input]) { Now = TestLakehouse.Noon }, null, CancellationToken.None);

        Assert.Equal(events + 1, report.Totals.Events);
        Assert.Equal(TestLakehouse.Noon, report.Clock);
    }

    [Fact]
    public void Rebuild_WhenTheClockAllowsAFutureRowLater_TakesItIn()
    {
        var input = _test.File("events.csv", Header + "u1,,2025-03-05T12:00:00Z,page_view,,,,\n" + Staged);

        Assert.Equal(1, _test.Rebuild(input).Totals.Events);
        Assert.Equal(2, _test.Rebuild(input, TestLakehouse.Noon.AddDays(3)).Totals.Events);
        Assert.Empty(_test.Query("select * from quarantined_events"));
    }

    private static string Md5(string text) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
