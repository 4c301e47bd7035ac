namespace SparkAnalytics.Pipeline.Tests.Input;

/// <summary>Delimiters of CSV, and the names by which columns are found.</summary>
public sealed class ColumnNameTests : IDisposable
{
    private const string Instant = "2025-03-01T09:00:00Z";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("client_id;timestamp;event_name;page_url", "u1;2025-03-01T09:00:00Z;page_view;a,b|c")]
    [InlineData("client_id\ttimestamp\tevent_name\tpage_url", "u1\t2025-03-01T09:00:00Z\tpage_view\ta,b|c")]
    [InlineData("client_id|timestamp|event_name|page_url", "u1|2025-03-01T09:00:00Z|page_view|\"a,b|c\"")]
    [InlineData("\"client_id\";\"time,stamp\";timestamp;event_name;page_url", "u1;;2025-03-01T09:00:00Z;page_view;a,b|c")]
    [InlineData("\n\nclient_id;timestamp;event_name;page_url", "u1;2025-03-01T09:00:00Z;page_view;a,b|c")]
    public void Rebuild_OfACsv_FindsTheDelimiterUnderWhichTheHeaderNamesMostColumns(string header, string row)
    {
        _test.Rebuild(_test.File("a.csv", header + "\n" + row + "\n"));

        Assert.Equal(["u1 page_view a,b|c"], _test.Texts("select concat_ws(' ', user_id, event_name, page_url) from stg_events"));
    }

    [Theory]
    [InlineData("~")]
    [InlineData("semicolon", ";")]
    [InlineData("\\t", "\t")]
    public void Rebuild_WithADelimiterSet_TakesThatOne(string setting, string? sign = null)
    {
        var input = _test.File("a.csv", "client_id,timestamp,event_name,referrer~client_id~timestamp~event_name\n".Replace("~", sign ?? "~", StringComparison.Ordinal) + $"x~u1~{Instant}~page_view\n".Replace("~", sign ?? "~", StringComparison.Ordinal));

        Rebuild(input, $"csv_delimiter='{setting}'");

        Assert.Equal(["u1"], _test.Texts("select user_id from stg_events"));
    }

    [Theory]
    [InlineData("a.csv", " Client_ID , TIMESTAMP,\"Event_Name\t\"\nu1,2025-03-01T09:00:00Z,page_view\n")]
    [InlineData("a.jsonl", "{\" Client_ID \":\"u1\",\"TIMESTAMP\":\"2025-03-01T09:00:00Z\",\"Event_Name\\t\":\"page_view\"}\n")]
    public void Rebuild_OfNamesInOtherCaseAndWithBlanks_KnowsThem(string name, string content)
    {
        var report = _test.Rebuild(_test.File(name, content));

        Assert.Empty(report.Input.UnknownColumns);
        Assert.Equal(["u1 page_view"], _test.Texts("select user_id || ' ' || event_name from stg_events"));
    }

    [Fact]
    public void Rebuild_OfParquetWithNamesInOtherCase_KnowsThem()
    {
        _test.Spark.Sql($"select 'u1' as \"Client_ID\", '{Instant}' as \"Timestamp\", 'page_view' as \" event_name\"").Write().Parquet(_test.In("in"));

        Assert.Empty(_test.Rebuild(_test.In("in")).Input.UnknownColumns);
        Assert.Equal(["u1 page_view"], _test.Texts("select user_id || ' ' || event_name from stg_events"));
    }

    [Theory]
    [InlineData("a.csv", "event_time,uid,event_name,timestamp\n2025-03-01T09:00:00Z,u1,page_view,never\n", "timestamp")]
    [InlineData("a.jsonl", "{\"event_time\":\"2025-03-01T09:00:00Z\",\"uid\":\"u1\",\"event_name\":\"page_view\",\"timestamp\":\"never\"}\n", "timestamp")]
    [InlineData("a.csv", "ts,uid,event_name\n2025-03-01T09:00:00Z,u1,page_view\n", null)]
    public void Rebuild_WithOtherNamesSet_TakesTheFirstThatTheFileHas(string name, string content, string? unknown)
    {
        var report = Rebuild(_test.File(name, content), "columns.timestamp=[event_time, TS, timestamp]", "columns.client_id=[uid]");

        Assert.Equal(unknown is null ? [] : [unknown], report.Input.UnknownColumns);
        Assert.Equal(["u1 2025-03-01 09:00:00"], _test.Texts("select user_id || ' ' || strftime(event_ts at time zone 'UTC', '%Y-%m-%d %H:%M:%S') from stg_events"));
    }

    [Theory]
    [InlineData("a.csv", "time,event_name\n2025-03-01T09:00:00Z,page_view\n", "It has: time, event_name. A column of one of these names would do: timestamp; the setting columns.timestamp takes others.")]
    [InlineData("a.csv", "nonsense\n", "It has: nonsense. A column of one of these names would do: timestamp; the setting columns.timestamp takes others.")]
    [InlineData("a.jsonl", "no json\n{\"time\":1}\n", "It has: time. A column of one of these names would do: timestamp; the setting columns.timestamp takes others.")]
    [InlineData("a.csv", "event_id,user_id,event_ts,channel\n1,u1,2025-03-01,Direct\n", "It has: event_id, user_id, event_ts, channel. It looks like a table that this program made (stg_events): name the raw events that it was made from.")]
    public void Rebuild_OfAFileWithoutATimestamp_SaysWhatItHasAndWhatWouldDo(string name, string content, string said)
    {
        _test.File("in/good.csv", $"client_id,timestamp,event_name\nu1,{Instant},page_view\n");
        _test.File("in/" + name, content);

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.In("in")));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.EndsWith($"in/{name} has no timestamp column, so it is no file of events. {said}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_OfRowsWithNothingInAKnownColumn_KeepsTheirText()
    {
        var input = _test.File("a.csv", $"extra,client_id,timestamp,event_name\n,u1,{Instant},page_view\none,,,\ntwo,\"\",,\n,,,\n");

        var report = _test.Rebuild(input);

        Assert.Equal([("line_unreadable", 2L), ("timestamp_missing", 1L)], report.Input.Quarantined.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["one,,,", "two,\"\",,"], _test.Texts("select raw_text from quarantined_events where reason = 'line_unreadable' order by 1"));
    }

    [Fact]
    public void Rebuild_OfLinesWithNothingInAKnownMember_KeepsTheirText()
    {
        var input = _test.File("a.jsonl", $"{{\"client_id\":\"u1\",\"timestamp\":\"{Instant}\",\"event_name\":\"page_view\"}}\n{{\"a\":1}}\n{{\"a\":{{\"b\":null}},\"timestamp\":null}}\n{{\"a\":null,\"b\":\"\"}}\n");

        var report = _test.Rebuild(input);

        Assert.Equal([("line_unreadable", 2L), ("timestamp_missing", 1L)], report.Input.Quarantined.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["{\"a\":1}", "{\"a\":{\"b\":null},\"timestamp\":null}"], _test.Texts("select raw_text from quarantined_events where reason = 'line_unreadable' order by 1"));
    }

    [Fact]
    public void Rebuild_OfParquetRowsWithNothingInAKnownColumn_KeepsWhatTheyHold()
    {
        _test.Spark.Sql($"select * from (values ('u1', '{Instant}', 'page_view', 1), (null, null, null, 2), (null, null, null, null)) as rows(client_id, timestamp, event_name, extra), (values (null::int)) as one(other)").Write().Parquet(_test.In("in"));

        var report = _test.Rebuild(_test.In("in"));

        Assert.Equal([("line_unreadable", 1L), ("timestamp_missing", 1L)], report.Input.Quarantined.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["{\"extra\":2}"], _test.Texts("select raw_text from quarantined_events where reason = 'line_unreadable'"));
    }

    [Fact]
    public void Rebuild_OfALineThatSpellsANameInTwoWays_SetsItAside()
    {
        var input = _test.File("a.jsonl", $"{{\"timestamp\":\"{Instant}\",\"event_name\":\"a\"}}\n{{\"Timestamp\":\"{Instant}\",\"event_name\":\"b\"}}\n{{\"timestamp\":\"{Instant}\",\"Timestamp\":\"{Instant}\",\"event_name\":\"c\"}}\n");

        _test.Rebuild(input);

        Assert.Equal(["a", "b"], _test.Texts("select event_name from stg_events order by 1"));
        Assert.Equal(["line_unreadable"], _test.Texts("select reason from quarantined_events"));
    }

    [Fact]
    public void Rebuild_OfTwoLinesThatDifferInABadByte_KeepsBoth()
    {
        var input = _test.File("a.jsonl", [.. System.Text.Encoding.UTF8.GetBytes($"{{\"timestamp\":\"{Instant}\",\"event_name\":\"a\"}}\n\""), 0xFF, .. "\"\n\""u8, 0xFE, .. "\"\n\""u8, 0xFE, .. "\"\n"u8]);

        var report = _test.Rebuild(input);

        Assert.Equal(1, report.Input.Duplicates);
        Assert.Equal(["\"\uFFFD\"", "\"\uFFFD\""], _test.Texts("select raw_text from quarantined_events"));
        Assert.Equal([Md5([0x22, 0xFF, 0x22]), Md5([0x22, 0xFE, 0x22])], _test.Texts("select event_id from quarantined_events").OrderByDescending(id => id == Md5([0x22, 0xFF, 0x22])));
    }

    [Theory]
    [InlineData("[{\"timestamp\":\"2025-03-01T09:00:00Z\"}]")]
    [InlineData("[\n  {\n    \"timestamp\": \"2025-03-01T09:00:00Z\"\n  }\n]\n")]
    [InlineData("[{\"timestamp\":\"2025-03-01T09:00:00Z\"},\n{\"timestamp\":\"2025-03-01T10:00:00Z\"}\n]")]
    [InlineData("\uFEFF\n [ {\"timestamp\":\"2025-03-01T09:00:00Z\"}\n,{\"timestamp\":\"2025-03-01T10:00:00Z\"}]")]
    public void Rebuild_OfAFileThatIsOneArray_SaysSo(string content)
    {
        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(_test.File("a.json", content)));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.EndsWith("a.json is one JSON array, not JSON lines. Write each of its objects on a line of its own, as jq -c '.[]' does.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_OfJsonLinesThatBeginWithAList_SetsThatLineAside()
    {
        var report = _test.Rebuild(_test.File("a.jsonl", $"[\"x\"]\n{{\"timestamp\":\"{Instant}\",\"event_name\":\"a\"}}\n"));

        Assert.Equal(1, report.Totals.Events);
        Assert.Equal(["[\"x\"]"], _test.Texts("select raw_text from quarantined_events"));
    }

    [Fact]
    public void Rebuild_WithANameForTwoColumns_Refuses()
    {
        var input = _test.File("a.csv", $"timestamp,event_name\n{Instant},a\n");

        var error = Assert.Throws<PipelineException>(() => Rebuild(input, "columns.client_id=[uid]", "columns.clientId=[UID]"));

        Assert.Equal(ExitCode.BadUsage, error.ExitCode);
        Assert.Equal("The setting columns gives the name 'uid' to both client_id and clientId.", error.Message);
    }

    private Pipeline.Reports.RunReport Rebuild(string input, params string[] settings) =>
        _test.Reopen(null, settings).Rebuild(new Pipeline.Runs.RebuildRequest([input]) { Now = TestLakehouse.Noon }, null, CancellationToken.None);

    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(bytes));
}
