using System.Text;

namespace SparkAnalytics.Pipeline.Tests.Input;

public sealed class JsonLinesInputTests : IDisposable
{
    private const string Good = "\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"page_view\"";

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfMembers_TakesTextAsTextAndTheRestAsWritten()
    {
        (string Written, string? Expected)[] cases =
        [
            ("""{"a": 1.10, "b": 1e3, "c": "\u00e9 \"x\" ", "d": [1, 2 , {"e": null}]}""", """{"a":1.10,"b":1e3,"c":"\u00e9 \"x\" ","d":[1,2,{"e":null}]}"""),
            ("{ \t}", "{}"),
            ("""{"a\\": " , "}""", """{"a\\":" , "}"""),
            ("""[ 1 , "two" ]""", """[1,"two"]"""),
            ("12.50", "12.50"),
            ("true", "true"),
            ("null", null),
            ("\"\"", ""),
            ("\" {\\\"a\\\": 1} \"", " {\"a\": 1} "),
            ("\"caf\\u00e9\\n\"", "café\n"),
        ];
        var lines = cases.Select((one, number) => $"{{\"client_id\":\"{number}\",{Good}, \"event_data\" : {one.Written} }}\n");
        var input = _test.File("events.jsonl", string.Concat(lines));

        var report = _test.Rebuild(input);

        Assert.Empty(report.Input.Quarantined);
        Assert.Equal(cases.Select(one => one.Expected), _test.Texts("select event_data from stg_events order by user_id::int"));
    }

    [Fact]
    public void Rebuild_OfNumbersInTextColumns_TakesTheirDigits()
    {
        var input = _test.File("events.jsonl", "{\"client_id\": 12345678901234567890, \"timestamp\":\"2025-03-01T09:00:00Z\", \"event_name\": 7}\n");

        _test.Rebuild(input);

        Assert.Equal(["12345678901234567890|7"], _test.Texts("select user_id || '|' || event_name from stg_events"));
    }

    [Fact]
    public void Rebuild_OfLinesThatAreNotOneObject_QuarantinesThemWithTheirText()
    {
        string[] bad =
        [
            "[{" + Good + "},{" + Good + "}]",
            "{" + Good + "} x",
            "{" + Good + "} {" + Good + "}",
            "{" + Good + ",}",
            "{" + Good + ",\"event_name\":\"again\"}",
            "{'timestamp':'2025-03-01T09:00:00Z'}",
            "\"text\"",
            "null",
            "{" + Good,
            "{" + Good + ",\"client_id\":\"\\ud800\"}",
        ];
        byte[] content =
        [
            .. Encoding.UTF8.GetBytes(string.Join('\n', bad) + "\n{" + Good + ",\"client_id\":\""),
            0xC3, 0x28,
            .. Encoding.UTF8.GetBytes("\"}\n\n   \t\n{" + Good + "}"),
        ];
        var input = _test.File("events.jsonl", content);

        var report = _test.Rebuild(input);

        Assert.Equal(1, report.Totals.Events);
        Assert.Equal(bad.Length + 2, report.Input.Rows);
        Assert.Equal(
            bad.Append("{" + Good + ",\"client_id\":\"\uFFFD(\"}").Order(StringComparer.Ordinal),
            _test.Texts("select raw_text from quarantined_events where reason = 'line_unreadable'").Order(StringComparer.Ordinal));
        Assert.Equal(
            [true],
            _test.Query("select distinct event_id = if(contains(raw_text, '\uFFFD'), md5(unhex(replace(hex(raw_text), 'EFBFBD', 'C3'))), md5(raw_text)) and timestamp is null and event_name is null from quarantined_events").Select(row => row.GetAs<bool>(0)));
    }

    [Theory]
    [InlineData("", "\r\n", "events.jsonl")]
    [InlineData("\uFEFF", "\n", "events.ndjson")]
    [InlineData("\uFEFF", "\r\n\r\n", "events.json.gz")]
    [InlineData("", "\n", "events.JSONL")]
    public void Rebuild_OfOtherLineEndsAndAByteOrderMark_ReadsTheSameRows(string start, string lineEnd, string name)
    {
        var input = _test.File(name, start + "{\"client_id\":\"u1\"," + Good + "}" + lineEnd + "{\"client_id\":\"u2\"," + Good + "}" + lineEnd + "[1]" + lineEnd);

        var report = _test.Rebuild(input);

        Assert.Equal(3, report.Input.Rows);
        Assert.Equal(["u1", "u2"], _test.Texts("select user_id from stg_events order by 1"));
        Assert.Equal(["[1]"], _test.Texts("select raw_text from quarantined_events"));
    }

    [Fact]
    public void Rebuild_OfMembersThatNoRuleUses_NamesThemInOrder()
    {
        var input = _test.File("events.jsonl", "{\"zebra\":{\"client_id\":1}," + Good + "}\n{\"color\":null," + Good + "}\n[\"no member\"]\n");

        Assert.Equal(["color", "zebra"], _test.Rebuild(input).Input.UnknownColumns);
    }
}
