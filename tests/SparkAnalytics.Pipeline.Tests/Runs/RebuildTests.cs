using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Tests.Runs;

public sealed class RebuildTests : IDisposable
{
    private const string Header = "client_id,timestamp,event_name,page_url,referrer,user_agent,event_data\n";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfCsvWithEveryProblem_StagesTheGoodRowsAndQuarantinesTheOthers()
    {
        var input = _test.File("events.csv", Header
            + "u1,2025-03-01T09:00:00Z,page_view,https://shop.example/,,,\n"
            + "u1,2025-03-01T09:00:00Z,page_view,https://shop.example/,,,\n"
            + "u1,,page_view,https://shop.example/,,,\n"
            + "u1,2025-02-30T09:00:00Z,page_view,https://shop.example/,,,\n"
            + "u1,2025-03-01T09:00:00Z, ,https://shop.example/,,,\n"
            + "u1,2025-03-02T12:00:00.000001Z,page_view,https://shop.example/,,,\n"
            + "u1,2025-03-02T12:00:00.000000Z,page_view,https://shop.example/,,,\n"
            + "u1,2025-03-01T09:00:00Z\n"
            + "u1,2025-03-01T09:00:00Z,page_view,ab\"c,,,\n");

        var report = _test.Rebuild(input);

        Assert.Equal(9, report.Input.Rows);
        Assert.Equal(1, report.Input.Duplicates);
        Assert.Equal(
            [("event_name_missing", 1L), ("line_unreadable", 2L), ("timestamp_in_future", 1L), ("timestamp_missing", 1L), ("timestamp_unreadable", 1L)],
            report.Input.Quarantined.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(2, report.Totals.Events);
        var lines = _test.Query("select raw_text, event_id = md5(raw_text), client_id is null from quarantined_events where reason = 'line_unreadable' order by 1");
        Assert.Equal(["u1,2025-03-01T09:00:00Z", "u1,2025-03-01T09:00:00Z,page_view,ab\"c,,,"], lines.Select(row => row.GetAs<string>(0)));
        Assert.All(lines, row => Assert.True(row.GetAs<bool>(1) && row.GetAs<bool>(2)));
    }

    [Fact]
    public void Rebuild_WhenFilesHaveDifferentHeaders_MatchesColumnsByName()
    {
        _test.File("in/1.csv", "client_id,timestamp,event_name,extra\nu1,2025-03-01T09:00:00Z,page_view,x\n");
        _test.File("in/2.csv", "event_name,clientId,timestamp\npage_view,u2,2025-03-01T09:00:00Z\n");

        var report = _test.Rebuild(Path.Combine(Path.GetDirectoryName(_test.Path)!, "in"));

        Assert.Equal(["extra"], report.Input.UnknownColumns);
        Assert.Equal(["u1", "u2"], _test.Query("select user_id from stg_events order by 1").Select(row => row.GetAs<string>(0)));
    }

    [Fact]
    public void Rebuild_OfJsonLines_TakesObjectsAsWrittenAndQuarantinesWhatIsNoObject()
    {
        var input = _test.File("events.jsonl", """
            {"client_id":"u1","timestamp":"2025-03-01T09:00:00Z","event_name":"purchase","event_data":{"transaction_id": "T1", "revenue": 10.50}}
            {"client_id":"u1","timestamp":"2025-03-01T09:01:00Z","event_name":"page_view","event_data":"{\"utm_source\":\"google\"}","color":"red"}
            [1]
            {"client_id":"u1","client_id":"u2","timestamp":"2025-03-01T09:01:00Z","event_name":"page_view"}

            """);

        var report = _test.Rebuild(input);

        Assert.Equal(4, report.Input.Rows);
        Assert.Equal(2, report.Input.Quarantined["line_unreadable"]);
        Assert.Equal(["color"], report.Input.UnknownColumns);
        Assert.Equal(
            ["{\"transaction_id\":\"T1\",\"revenue\":10.50}", "{\"utm_source\":\"google\"}"],
            _test.Query("select event_data from stg_events order by event_ts").Select(row => row.GetAs<string>(0)));
        Assert.Equal(10.50m, report.Totals.Revenue);
    }

    [Fact]
    public void Rebuild_WhenAFileOfTheLakehouseIsNotNamed_RefusesUnlessToldToReplace()
    {
        var first = _test.File("1.csv", Header + "u1,2025-03-01T09:00:00Z,page_view,,,,\n");
        var second = _test.File("2.csv", Header + "u2,2025-03-01T09:00:00Z,page_view,,,,\n");
        _test.Rebuild(first);

        var refusal = Assert.Throws<PipelineException>(() => _test.Rebuild(second));
        var before = _test.Query("select user_id from dim_users").Select(row => row.GetAs<string>(0));
        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.Contains("1.csv", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["u1"], before);

        _test.Rebuild(new RebuildRequest([second]) { Now = TestLakehouse.Noon, Replace = true });
        Assert.Equal(["u2"], _test.Query("select user_id from dim_users").Select(row => row.GetAs<string>(0)));
    }

    [Fact]
    public void Query_OfAnEarlierRun_ReadsTheTablesThatItNamed()
    {
        var first = _test.File("1.csv", Header + "u1,2025-03-01T09:00:00Z,page_view,,,,\n");
        var second = _test.File("2.csv", Header + "u2,2025-03-01T09:00:00Z,page_view,,,,\n");
        var earlier = _test.Rebuild(first);
        _test.Rebuild(new RebuildRequest([first, second]) { Now = TestLakehouse.Noon });

        Assert.Equal(2L, _test.Query("select count(*) from dim_users").Single().GetAs<long>(0));
        Assert.Equal(1L, _test.Lakehouse.Query("select count(*) from dim_users", new RunSelector(earlier.RunId)).Collect().Single().GetAs<long>(0));
    }

    [Fact]
    public void Rebuild_WhenTheInputDoesNotExist_SaysSoAndLeavesNoLakehouse()
    {
        var missing = Path.Combine(_test.Path, "nowhere", "*.csv");

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(missing));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_test.Path, "stg_events")));
    }
}
