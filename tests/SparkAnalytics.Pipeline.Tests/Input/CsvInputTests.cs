using System.Text;

namespace SparkAnalytics.Pipeline.Tests.Input;

public sealed class CsvInputTests : IDisposable
{
    private const string Head = "client_id,timestamp,event_name,page_url\n";
    private const string Good = "u1,2025-03-01T09:00:00Z,page_view,";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfQuotedFields_KeepsTheirTextByteForByte()
    {
        var input = _test.File("events.csv", Head
            + Good + "\"say \"\"hi\"\"\"\n"
            + Good + "\"one\nline\"\n"
            + Good + "\"two\r\nlines\"\n"
            + Good + "\"carriage\rreturn\"\n"
            + Good + " blanks \n"
            + Good + "\"a,b\"\n"
            + Good + "Zoë ✓\n"
            + Good + "\"\"\"\"\n"
            + Good + "back\\slash\n");

        var report = _test.Rebuild(input);

        Assert.Empty(report.Input.Quarantined);
        Assert.Equal(
            [" blanks ", "\"", "Zoë ✓", "a,b", "back\\slash", "carriage\rreturn", "one\nline", "say \"hi\"", "two\r\nlines"],
            _test.Texts("select page_url from stg_events").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rebuild_OfUnreadableRecords_KeepsTheirTextInQuarantine()
    {
        byte[] content =
        [
            .. Encoding.UTF8.GetBytes(Head + Good + "\"a\"b\n" + Good + " \"q\" \n" + Good + "x,y\n" + "u1,2025-03-01T09:00:00Z\n" + Good + "\"fine\"\n" + Good),
            0xFF, 0xFE,
            .. Encoding.UTF8.GetBytes("\n"),
        ];
        var input = _test.File("events.csv", content);

        var report = _test.Rebuild(input);

        Assert.Equal(1, report.Totals.Events);
        Assert.Equal(6, report.Input.Rows);
        Assert.Equal(
            new[] { Good + " \"q\" ", Good + "\"a\"b", Good + "x,y", Good + "\uFFFD\uFFFD", "u1,2025-03-01T09:00:00Z" }.Order(StringComparer.Ordinal),
            _test.Texts("select raw_text from quarantined_events where reason = 'line_unreadable'").Order(StringComparer.Ordinal));
        Assert.Equal(
            [true],
            _test.Query("select distinct event_id = if(contains(raw_text, '\uFFFD'), md5(unhex(hex('" + Good + "') || 'FFFE')), md5(raw_text)) and coalesce(client_id, clientId, timestamp, event_name, page_url, referrer, user_agent, event_data) is null from quarantined_events").Select(row => row.GetAs<bool>(0)));
        Assert.Equal([input], _test.Texts("select distinct source_file from quarantined_events").Select(Local));
    }

    [Fact]
    public void Rebuild_OfEmptyFields_TakesThemAsNull()
    {
        var input = _test.File("events.csv", "client_id,clientId,timestamp,event_name,page_url,event_data\n\"\",u2,2025-03-01T09:00:00Z,page_view,,\"\"\n,,2025-03-01T09:00:00Z,page_view, ,\n");

        _test.Rebuild(input);

        Assert.Equal(
            ["null|null|null", "u2|null|null"],
            _test.Texts("select concat_ws('|', coalesce(user_id, 'null'), coalesce(nullif(page_url, ' '), 'null'), coalesce(event_data, 'null')) from stg_events").Order(StringComparer.Ordinal));
        Assert.Equal([" "], _test.Texts("select page_url from stg_events where page_url is not null"));
    }

    [Theory]
    [InlineData("\uFEFF", "\n", "mark.csv")]
    [InlineData("\uFEFF", "\n", "mark.csv.gz")]
    [InlineData("", "\r\n", "windows.csv")]
    [InlineData("", "\r", "old-mac.csv")]
    [InlineData("\uFEFF\"", "\"\r\n\"", "quoted.csv")]
    public void Rebuild_OfFilesWithAByteOrderMarkOrOtherLineEnds_ReadsTheSameRows(string start, string lineEnd, string name)
    {
        var separator = start.EndsWith('"') ? "\",\"" : ",";
        string[] lines = ["client_id,timestamp,event_name", "u1,2025-03-01T09:00:00Z,page_view", "u2,2025-03-01T09:00:00Z,page_view"];
        var input = _test.File(name, start + string.Join(lineEnd, lines).Replace(",", separator, StringComparison.Ordinal) + (start.EndsWith('"') ? "\"" : string.Empty));

        var report = _test.Rebuild(input);

        Assert.Empty(report.Input.UnknownColumns);
        Assert.Empty(report.Input.Quarantined);
        Assert.Equal(["u1", "u2"], _test.Texts("select user_id from stg_events order by 1"));
    }

    [Fact]
    public void Rebuild_WhenLineEndsAreMixed_ReadsEveryRow()
    {
        var input = _test.File("events.csv", "client_id,timestamp,event_name\r\nu1,2025-03-01T09:00:00Z,page_view\nu2,2025-03-01T09:00:00Z,page_view\r\n\nu3,2025-03-01T09:00:00Z,\"page\r\nview\"\r\n");

        var report = _test.Rebuild(input);

        Assert.Equal(3, report.Input.Rows);
        Assert.Equal(["u1:page_view", "u2:page_view", "u3:page\r\nview"], _test.Texts("select user_id || ':' || event_name from stg_events order by 1"));
    }

    [Theory]
    [InlineData("client_id,timestamp,client_id,event_name", "client_id")]
    [InlineData("client_id,timestamp,event_name, Timestamp ", "timestamp")]
    public void Rebuild_WhenTheHeaderHasAColumnTwice_NamesFileAndColumn(string header, string column)
    {
        var input = _test.File("events.csv", header + "\na,b,c,d\n");

        var error = Assert.Throws<PipelineException>(() => _test.Rebuild(input));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("events.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains($"the header names the column '{column}' 2 times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_WhenANameEndsInItsPosition_IsNoRepetition()
    {
        var input = _test.File("events.csv", "client_id,timestamp,event_name,extra3\nu1,2025-03-01T09:00:00Z,page_view,x\n");

        Assert.Equal(["extra3"], _test.Rebuild(input).Input.UnknownColumns);
        Assert.Equal(["u1"], _test.Texts("select user_id from stg_events"));
    }

    [Fact]
    public void Rebuild_WhenSomeFilesAreEmptyOrHoldAHeaderOnly_ReadsTheOthers()
    {
        _test.File("in/0-empty.csv", string.Empty);
        _test.File("in/1-header.csv", Head);
        _test.File("in/2-other-header.csv", "timestamp,clientId,event_name");
        _test.File("in/3-rows.csv", Head + Good + "\n");
        _test.File("in/4-empty.jsonl", string.Empty);

        var report = _test.Rebuild(_test.In("in"));

        Assert.Equal(5, report.Input.Files);
        Assert.Equal(1, report.Input.Rows);
        Assert.Equal(1, report.Totals.Events);
    }

    private static string? Local(string? path) => path is null ? null : new Uri(path).LocalPath;
}
