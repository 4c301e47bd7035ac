using System.Text.Json;

namespace SparkAnalytics.EndToEnd.Tests;

public sealed class RebuildTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Rebuild_FromTheSameEventsInAnotherFormat_GivesTheSameTables(string format)
    {
        StartedProgram.Run("sample", "--events", $"{SampleLakehouse.Events}", "--seed", "7", "--output-format", format, "--output", _folder.Of("sample")).Succeeded();
        StartedProgram.Run("rebuild", "--input", _folder.Of("sample"), "--lakehouse", _folder.Of("lakehouse"), "--quiet").Succeeded();

        // Only the text formats hold lines that nobody can read: after the 1,000th row.
        var expected = SampleLakehouse.Counts(shared.Path);
        var counts = SampleLakehouse.Counts(_folder.Of("lakehouse"));
        expected["quarantined_events"] += 1;
        Assert.Equal(expected, counts);
        const string Fingerprint = "SELECT md5(string_agg(order_id || user_id || revenue || order_channel, ';' ORDER BY order_id)) AS md5 FROM fct_orders";
        Assert.Equal(SampleLakehouse.Query(shared.Path, Fingerprint).ToString(), SampleLakehouse.Query(_folder.Of("lakehouse"), Fingerprint).ToString());
    }

    [Fact]
    public void Rebuild_FromADeltaTable_TakesItsRows()
    {
        StartedProgram.Run(
            "rebuild", "--input", Path.Combine(shared.Path, "stg_events"), "--input-format", "delta", "--lakehouse", _folder.Of("lakehouse"), "--json", _folder.Of("r.json"),
            "--set", "columns.timestamp=[event_ts]", "--set", "columns.client_id=[user_id]").Succeeded();

        var report = JsonDocument.Parse(File.ReadAllText(_folder.Of("r.json"))).RootElement;
        var events = shared.Report.GetProperty("totals").GetProperty("events").GetInt64();
        Assert.Equal(events, report.GetProperty("input").GetProperty("rows").GetInt64());
        Assert.Equal(events, report.GetProperty("totals").GetProperty("events").GetInt64() + report.GetProperty("input").GetProperty("duplicates").GetInt64());
    }

    [Fact]
    public void Rebuild_FromATableOfALakehouse_IsRefusedWithAHint() => Assert.Contains(
        "It looks like a table that this program made (stg_events): name the raw events that it was made from.",
        StartedProgram.Run("rebuild", "--input", Path.Combine(shared.Path, "stg_events"), "--lakehouse", _folder.Of("lakehouse"), "--quiet").FailedWith(3),
        StringComparison.Ordinal);

    [Fact]
    public void Rebuild_Report_HoldsTheFiguresOfTheTables()
    {
        var counts = SampleLakehouse.Counts(shared.Path);
        var report = shared.Report;
        Assert.Equal(1, report.GetProperty("run_id").GetInt64());
        Assert.Equal("rebuild", report.GetProperty("kind").GetString());
        Assert.Equal(30, report.GetProperty("input").GetProperty("files").GetInt64());
        Assert.Equal(SampleLakehouse.Events, report.GetProperty("input").GetProperty("rows").GetInt64());
        Assert.Equal(counts["quarantined_events"], report.GetProperty("input").GetProperty("quarantined").EnumerateObject().Sum(reason => reason.Value.GetInt64()));
        Assert.Equal(SampleLakehouse.Tables, report.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("name").GetString()));
        Assert.All(report.GetProperty("tables").EnumerateArray(), table => Assert.Equal(counts[table.GetProperty("name").GetString()!], table.GetProperty("rows").GetInt64()));
        Assert.Equal(counts["fct_orders"], report.GetProperty("totals").GetProperty("orders").GetInt64());
        Assert.Equal(
            SampleLakehouse.Query(shared.Path, "SELECT sum(revenue) AS revenue FROM fct_orders")[0].GetProperty("revenue").GetDecimal(),
            report.GetProperty("totals").GetProperty("revenue").GetDecimal());
        Assert.Equal(
            counts["fct_order_attribution"],
            report.GetProperty("channels").EnumerateArray().Where(row => row.GetProperty("model").GetString() is "first_click" or "last_click").Sum(row => row.GetProperty("orders").GetDecimal()));
    }

    [Fact]
    public void Rebuild_Output_IsProgressInPlainLinesAndThenASummary()
    {
        Assert.Contains("stg_events ...", shared.Progress, StringComparison.Ordinal);
        Assert.Contains("fct_order_attribution: ", shared.Progress, StringComparison.Ordinal);
        Assert.Contains("Run 1 (rebuild) done in", shared.Summary, StringComparison.Ordinal);
        Assert.Contains("3,000", shared.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", shared.Progress + shared.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_WithQuiet_PrintsNothing()
    {
        var result = StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", _folder.Of("lakehouse"), "--quiet").Succeeded();
        Assert.Equal("", result.Output + result.Errors);
    }

    [Fact]
    public void Rebuild_OfOtherFiles_NeedsReplace()
    {
        var other = _folder.Of("other");
        StartedProgram.Run("sample", "--events", "500", "--seed", "9", "--output", other).Succeeded();
        StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", _folder.Of("lakehouse"), "--quiet").Succeeded();
        var before = SampleLakehouse.Counts(_folder.Of("lakehouse"));

        Assert.Contains("--replace", StartedProgram.Run("rebuild", "--input", other, "--lakehouse", _folder.Of("lakehouse"), "--quiet").FailedWith(2), StringComparison.Ordinal);
        Assert.Equal(before, SampleLakehouse.Counts(_folder.Of("lakehouse")));

        StartedProgram.Run("rebuild", "--input", other, "--lakehouse", _folder.Of("lakehouse"), "--quiet", "--replace").Succeeded();
        Assert.InRange(SampleLakehouse.Counts(_folder.Of("lakehouse"))["stg_events"], 450, 500);
        Assert.Equal(before, SampleLakehouse.Counts(_folder.Of("lakehouse"), "--run", "1"));
    }

    [Fact]
    public void Rebuild_WithASmallMemoryOneThreadAndATemporaryFolder_GivesTheSameTables()
    {
        Directory.CreateDirectory(_folder.Of("temp"));
        StartedProgram.Run("rebuild", "--input", Path.Combine(shared.Sample, "*.parquet"), "--lakehouse", _folder.Of("lakehouse"), "--memory", "512MB", "--threads", "1", "--temp", _folder.Of("temp"), "--quiet").Succeeded();
        Assert.Equal(SampleLakehouse.Counts(shared.Path), SampleLakehouse.Counts(_folder.Of("lakehouse")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Of("temp")));
    }

    [Fact]
    public void Rebuild_WithNow_QuarantinesWhatIsLater()
    {
        StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", _folder.Of("lakehouse"), "--now", "2025-03-10T00:00:00Z", "--quiet").Succeeded();
        var last = SampleLakehouse.Query(_folder.Of("lakehouse"), "SELECT max(event_ts) <= TIMESTAMPTZ '2025-03-11 00:00:00+00' AS ok FROM stg_events");
        Assert.True(last[0].GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void Rebuild_WithAnotherSetting_UsesIt()
    {
        StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", _folder.Of("lakehouse"), "--set", "session_timeout=1s", "--set", "attribution_models=[linear]", "--quiet").Succeeded();
        Assert.True(SampleLakehouse.Counts(_folder.Of("lakehouse"))["fct_sessions"] > SampleLakehouse.Counts(shared.Path)["fct_sessions"]);
        Assert.Equal("linear", SampleLakehouse.Query(_folder.Of("lakehouse"), "SELECT DISTINCT model FROM fct_order_attribution")[0].GetProperty("model").GetString());
    }

    public void Dispose() => _folder.Dispose();
}
