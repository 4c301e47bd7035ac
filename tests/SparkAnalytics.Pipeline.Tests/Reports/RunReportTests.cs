using System.Collections.Immutable;
using System.Text.Json;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Tests.Reports;

public sealed class RunReportTests : IDisposable
{
    private const string Header = "client_id,timestamp,event_name,page_url,referrer,event_data,color\n";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Write_OfAReport_HasSnakeCaseNamesAndExactNumbers()
    {
        var report = new RunReport
        {
            RunId = 9_007_199_254_740_993,
            Kind = RunKind.Rebuild,
            Engine = "DuckDB 1",
            Lakehouse = "/data/é",
            StartedAt = new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Seconds = 1.5,
            Clock = new DateTimeOffset(2025, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)),
            SettingsHash = "ab",
            Input = new InputReport(1, 2, 3, 0, ImmutableSortedDictionary<string, long>.Empty.Add("timestamp_missing", 1), ["color"], ["README.txt"]),
            Tables = [new TableReport("stg_events", 2, 0, 0.25, 100)],
            Totals = Totals(revenue: 12345678901234567890123456.78m),
            Channels = [new ChannelReport("linear", "Paid Search", 0.33333333m, 10.10m)],
            Warnings = ["a \"quoted\" <b> ✓"],
        };

        var text = RunReportJson.Write(report);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;

        Assert.Equal(
            ["exit_code", "run_id", "kind", "engine", "lakehouse", "started_at", "seconds", "clock", "settings_hash", "watermark", "input", "tables", "lateness", "totals", "channels", "warnings"],
            root.EnumerateObject().Select(member => member.Name));
        Assert.Equal("9007199254740993", root.GetProperty("run_id").GetRawText());
        Assert.Equal("12345678901234567890123456.78", root.GetProperty("totals").GetProperty("revenue").GetRawText());
        Assert.Equal("0.33333333", root.GetProperty("channels")[0].GetProperty("orders").GetRawText());
        Assert.Equal("10.10", root.GetProperty("channels")[0].GetProperty("revenue").GetRawText());
        Assert.Equal("{\"timestamp_missing\":1}", string.Concat(root.GetProperty("input").GetProperty("quarantined").GetRawText().Where(sign => !char.IsWhiteSpace(sign))));
        Assert.Equal(["files", "bytes", "rows", "duplicates", "quarantined", "unknown_columns", "files_passed_over", "files_loaded_before", "files_too_young"], root.GetProperty("input").EnumerateObject().Select(member => member.Name));
        Assert.Equal(DateTimeOffset.Parse("2025-03-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture), root.GetProperty("clock").GetDateTimeOffset());
        Assert.Contains("a \\\"quoted\\\" <b> ✓", text, StringComparison.Ordinal);
        Assert.Contains("\"/data/é\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_OfConflictsProblemsAndOrders_ReportsEachFigure()
    {
        string Event(string user, string time, string name, string data, string page = "") =>
            $"{user},2025-03-01T{time}Z,{name},{page},,\"{data.Replace("\"", "\"\"", StringComparison.Ordinal)}\",red\n";
        var input = _test.File("events.csv", Header
            + Event("u1", "08:00:00", "page_view", """{"utm_source":"google","utm_medium":"cpc"}""")
            + Event("u1", "08:10:00", "purchase", """{"transaction_id":"T1","revenue":"10.10"}""")
            + Event("u1", "08:11:00", "purchase", """{"transaction_id":"T1","revenue":"12.35"}""")
            + Event("u2", "08:00:00", "purchase", """{"transaction_id":"T2","revenue":20}""", "https://shop.example/?gclid=x")
            + Event("u3", "08:00:00", "purchase", """{"transaction_id":"T3","revenue":"ten"}""")
            + Event("", "08:00:00", "page_view", "{broken")
            + Event("", "08:01:00", "page_view", "")
            + "u1,,page_view,,,,\n");

        var report = _test.Rebuild(input);

        Assert.Equal(1, report.RunId);
        Assert.Equal(RunKind.Rebuild, report.Kind);
        Assert.StartsWith("DuckDB ", report.Engine, StringComparison.Ordinal);
        Assert.Equal(new FileInfo(input).Length, report.Input.Bytes);
        Assert.Equal((8L, 0L, 1L), (report.Input.Rows, report.Input.Duplicates, report.Input.Quarantined["timestamp_missing"]));
        Assert.Equal(["color"], report.Input.UnknownColumns);
        Assert.Equal(
            new TotalsReport
            {
                Events = 7,
                EventsWithoutUser = 2,
                MalformedEventData = 1,
                UnreadableRevenue = 1,
                BotEvents = 0,
                Users = 3,
                Sessions = 3,
                SessionEntriesWithClickId = 1,
                Orders = 3,
                Revenue = 32.35m,
                UnattributedOrders = 2,
                UnattributedRevenue = 20.00m,
                OrderConflicts = 1,
                OrderConflictRevenue = 2.25m,
            },
            report.Totals);
        Assert.Equal(
            [("first_click", "Paid Search", 1m, 12.35m), ("last_click", "Paid Search", 1m, 12.35m)],
            report.Channels.Select(row => (row.Model, row.Channel, row.Orders, row.Revenue)));
        Assert.Equal([7L, 7L, 3L, 3L, 3L, 1L, 2L, 1L], report.Tables.Select(table => table.Rows));
        Assert.All(report.Tables, table => Assert.True(table.Version == 0 && table.Bytes > 0, table.Name));
        Assert.Equal(
            [
                "Columns that no rule uses were ignored: color.",
                "2 of 7 events have no user: was an id column renamed?",
                "1 event has an event_data that is not one JSON object; what it would carry is NULL.",
                "1 event has a revenue that is no number or out of range; it is NULL.",
                "1 transaction id was sent with different revenue or users; the larger revenue counts, 2.25 more than the smaller.",
                "1 session enters with an ad click id, which the channels do not use (click_ids: false).",
            ],
            report.Warnings);
        var stored = _test.Spark.Read().Format("delta").Load(Path.Combine(_test.Path, "_state", "runs")).Collect().Single(row => row.GetAs<string>("state") == "completed");
        Assert.Equal(RunReportJson.Write(report), stored.GetAs<string>("report"));
    }

    [Theory]
    [InlineData("keep", 4, 3, 0)]
    [InlineData("exclude", 1, 3, 3)]
    public void Rebuild_WithBotsKeptOrExcluded_CountsThemEitherWay(string bots, long events, long botEvents, long quarantined)
    {
        var input = _test.File("bots.csv", "client_id,timestamp,event_name,user_agent\n"
            + "u1,2025-03-01T08:00:00Z,page_view,Mozilla/5.0 (compatible; Googlebot/2.1)\n"
            + "u1,2025-03-01T08:01:00Z,page_view,curl/8.5.0\n"
            + "u2,2025-03-01T08:02:00Z,page_view,Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0\n"
            + "u2,2025-03-01T08:03:00Z,page_view,Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0\n");

        var report = _test.Reopen(null, $"bots={bots}").Rebuild(new RebuildRequest([input]) { Now = TestLakehouse.Noon }, null, CancellationToken.None);

        Assert.Equal((events, botEvents), (report.Totals.Events, report.Totals.BotEvents));
        Assert.Equal(quarantined, report.Input.Quarantined.GetValueOrDefault("bot"));
    }

    [Fact]
    public void Rebuild_WhenItRuns_ReportsEachStepOnceBegunAndOnceDone()
    {
        var steps = new Steps();

        _test.Lakehouse.Rebuild(new RebuildRequest([_test.File("1.csv", "client_id,timestamp,event_name\nu1,2025-03-01T08:00:00Z,page_view\n")]) { Now = TestLakehouse.Noon }, steps, CancellationToken.None);

        Assert.Equal(
            ["input", "stg_events", "fct_session_events", "fct_sessions", "fct_orders", "dim_users", "fct_marketing_touches", "fct_order_attribution", "quarantined_events", "report"],
            steps.All.Where(step => step.State == RunStepState.Started).Select(step => step.Step));
        Assert.Equal(
            steps.All.Where(step => step.State == RunStepState.Started).Select(step => step.Step),
            steps.All.Where(step => step.State == RunStepState.Finished).Select(step => step.Step));
        Assert.Equal(1L, steps.All.Single(step => step is { Step: "dim_users", State: RunStepState.Finished }).Rows);
    }

    private static TotalsReport Totals(decimal revenue) => new()
    {
        Events = 2,
        EventsWithoutUser = 0,
        MalformedEventData = 0,
        UnreadableRevenue = 0,
        BotEvents = 0,
        Users = 1,
        Sessions = 1,
        SessionEntriesWithClickId = 0,
        Orders = 1,
        Revenue = revenue,
        UnattributedOrders = 0,
        UnattributedRevenue = 0,
        OrderConflicts = 0,
        OrderConflictRevenue = 0,
    };

    private sealed class Steps : IProgress<RunProgress>
    {
        public List<RunProgress> All { get; } = [];

        public void Report(RunProgress value) => All.Add(value);
    }
}
