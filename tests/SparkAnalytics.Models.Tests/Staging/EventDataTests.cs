using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>event_data that is not exactly one JSON object carries nothing and is counted; blank event_data is absent.</summary>
public sealed class EventDataTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly string[] s_malformed =
    [
        """{"transaction_id":"T1"} x""", """{"transaction_id":"T1"}{}""", """{"transaction_id":"T1"},""", """x{"transaction_id":"T1"}""",
        """{"transaction_id":"T1",}""", """{,"transaction_id":"T1"}""", """{"transaction_id":"T1","a":[1,]}""", """{"transaction_id":"T1" "a":1}""",
        "{'transaction_id':'T1'}", """{"transaction_id":"T1",'a':1}""", """{transaction_id:"T1"}""", """{"transaction_id"="T1"}""",
        """{"transaction_id":"T1","a":"\ud83d"}""", """{"transaction_id":"T1","a":"\ude00"}""", """{"transaction_id":"T1","a":"\ud83dx"}""",
        """{"transaction_id":"T1","a":"\ude00\ud83d"}""", """{"transaction_id":"T1","a":{"b":["\ud83d"]}}""", """{"transaction_id":"T1","\ud83d":1}""",
        """{"transaction_id":"T1","transaction_id":"T1"}""", """{"transaction_id":"T1","a":1,"a":2}""", """{"transaction_id":"T1","a":null,"a":2}""",
        """{"transaction_id":"T1","a":1,"\u0061":2}""",
        """{"transaction_id":"T1","a":NaN}""", """{"transaction_id":"T1","a":Infinity}""", """{"transaction_id":"T1","a":-Infinity}""",
        """{"transaction_id":"T1","a":01}""", """{"transaction_id":"T1","a":+1}""", """{"transaction_id":"T1","a":.5}""", """{"transaction_id":"T1","a":1.}""",
        """{"transaction_id":"T1","a":1e}""", """{"transaction_id":"T1","a":0x1}""", """{"transaction_id":"T1","a":-}""",
        """{"transaction_id":"T1","a":tru}""", """{"transaction_id":"T1","a":True}""", """{"transaction_id":"T1","a":undefined}""", """{"transaction_id":"T1","a":}""",
        """{"transaction_id":"T1","a"}""", """{"transaction_id":"T1","a":"x}""", """{"transaction_id":"T1","a":[1}""", """{"transaction_id":"T1""", """{"transaction_id":"T1"}}""",
        """{"transaction_id":"T1","a":"\x"}""", """{"transaction_id":"T1","a":"\u12"}""", """{"transaction_id":"T1","a":"\u12g4"}""",
        "{\"transaction_id\":\"T1\",\"a\":\"tab\there\"}", "{\"transaction_id\":\"T1\",\"a\":\"line\nhere\"}", "{\"transaction_id\":\"T1\",\"a\":\"\u0001\"}",
        """{"transaction_id":"T1"/**/}""", "{\"transaction_id\":\"T1\"}//x", "#\n{\"transaction_id\":\"T1\"}",
        "{\"transaction_id\":\"T1\"}\u00A0", "\v{\"transaction_id\":\"T1\"}", "{\f\"transaction_id\":\"T1\"}",
        """[{"transaction_id":"T1"}]""", "[]", "null", "true", "1", "\"T1\"", "x", "{", "}",
    ];

    private static readonly string[] s_objects =
    [
        """{"transaction_id":"T1"}""", "\t\r\n {\"transaction_id\":\"T1\"}\n ", "{ \"transaction_id\" :\n\"T1\" , \"a\" : [ 1 , 2 ] }",
        """{"transaction_id":"T1","a":{"b":1,"b":2}}""", """{"transaction_id":"T1","a":[{"b":1,"b":2}]}""", """{"transaction_id":"T1","a":{"transaction_id":"T2"}}""",
        """{"transaction_id":"T1","a":"\ud83d\ude00"}""", """{"transaction_id":"T1","a":"\\ud83d"}""", """{"transaction_id":"T1","a":"\"} x"}""",
        """{"transaction_id":"T1","":1}""", """{"transaction_id":"T1","A":1,"a":2}""", """{"transaction_id":"T1","a":-0,"b":1E-2,"c":1e400}""",
        """{"transaction_id":"T1","a":[],"b":{},"c":null,"d":[[[{}]]]}""", "{\"transaction_id\":\"T1\",\"a\":\"\u007F\u2028\uFFFD\U0001F600\"}",
        """{"transaction_id":"T1","a":"\b\f\n\r\t\/"}""", """{"transaction_id":"T1","a":"NaN, 'x',}"}""",
    ];

    [Fact]
    public void Build_WhenEventDataIsOneObject_ReadsIt() => models.AssertStaged(
        "transaction_id", [.. s_objects.Select(text => (new RawEvent { EventData = text }, (string?)"T1"))]);

    [Fact]
    public void Build_WhenEventDataIsMalformed_GivesNullForAllThatItWouldCarry() => models.AssertStaged(
        "transaction_id revenue utm_source utm_medium utm_campaign channel",
        [.. s_malformed.Select(text => (
            new RawEvent { EventData = text.Replace("\"T1\"", "\"T1\",\"revenue\":1,\"utm_source\":\"a\",\"utm_medium\":\"b\",\"utm_campaign\":\"c\"", StringComparison.Ordinal) },
            (string?)"NULL | NULL | NULL | NULL | NULL | Direct"))]);

    [Fact]
    public void Build_WhenEventDataIsMalformed_KeepsItAsRead() => models.AssertStaged(
        "event_data", [.. s_malformed.Select(text => (new RawEvent { EventData = text }, (string?)text))]);

    [Fact]
    public void IsMalformed_WhenEventDataIsNeitherBlankNorOneObject_CountsIt()
    {
        string?[] sound = [null, "", " ", "\t\r\n\v\f", "{}", " { } ", .. s_objects];
        var events = s_malformed.Concat(sound).Select(text => new RawEvent { EventData = text }).ToList();

        var counted = models.Stage(events, channels: ModelsFixture.OneChannel).Filter(StagingProblems.IsMalformed(Col("event_data"))).Select("event_data");

        Assert.Equal(
            s_malformed.Order(StringComparer.Ordinal),
            ModelsFixture.Rows(counted, "event_data").Select(row => row["event_data"]));
    }

    [Fact]
    public void Build_WhenEventDataIsBlank_TakesTheTagsOfThePage() => models.AssertStaged(
        "utm_source transaction_id",
        [.. ((string?[])[null, "", " \t", "\v\f", "{} x"]).Select(text => (
            new RawEvent { EventData = text, PageUrl = "https://shop.example/?utm_source=letter" },
            (string?)"letter | NULL"))]);
}
