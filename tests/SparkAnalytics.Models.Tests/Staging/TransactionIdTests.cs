namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>transaction_id: which kinds of JSON value make one.</summary>
public sealed class TransactionIdTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenValueIsText_TakesItTrimmed() => AssertIds(
        ("""{"transaction_id":"T1"}""", "T1"),
        ("""{"transaction_id":"  T 1\t\n"}""", "T 1"),
        ("""{"transaction_id":"1.0"}""", "1.0"),
        ("""{"transaction_id":"007"}""", "007"),
        ("""{"transaction_id":"true"}""", "true"),
        ("""{"transaction_id":"nulls"}""", "nulls"),
        ("""{"transaction_id":"[1]"}""", "[1]"),
        ("""{"transaction_id":"{\"a\":1}"}""", """{"a":1}"""),
        ("""{"transaction_id":"a\"b\\c\/d"}""", """a"b\c/d"""),
        ("""{"transaction_id":"\u00e9\ud83d\ude00"}""", "\u00E9\U0001F600"),
        ("""{"transaction_id":"\u00a0T1"}""", "\u00A0T1"),
        ("{\"transaction_id\":\"\u65E5\u672C\"}", "\u65E5\u672C"));

    [Fact]
    public void Build_WhenTextIsEmpty_IsNull() => AssertIds(
        ("""{"transaction_id":""}""", null),
        ("""{"transaction_id":" "}""", null),
        ("""{"transaction_id":" \t\r\n\f\u000b"}""", null));

    [Fact]
    public void Build_WhenTextIsAPlaceholder_IsNull() => AssertIds(
        ("""{"transaction_id":"null"}""", null),
        ("""{"transaction_id":" Undefined "}""", null),
        ("""{"transaction_id":"NaN"}""", null),
        ("""{"transaction_id":"(Not Set)"}""", null),
        ("""{"transaction_id":"[object Object]"}""", null),
        ("""{"transaction_id":"(not  set)"}""", "(not  set)"),
        ("""{"transaction_id":"none"}""", "none"));

    [Fact]
    public void Build_WhenPlaceholdersAreSet_KnowsThoseAlone() => models.AssertStaged(
        "user_id transaction_id",
        [
            (new RawEvent { ClientId = "TEST", NewClientId = "null", EventData = """{"transaction_id":"test"}""" }, "null | NULL"),
            (new RawEvent { ClientId = " 0", EventData = """{"transaction_id":0}""" }, "NULL | NULL"),
        ],
        ModelsFixture.Defaults with { PlaceholderIds = ["test", "0"] });

    [Fact]
    public void Build_WhenThereAreNoPlaceholders_TakesEveryText() => models.AssertStaged(
        "user_id transaction_id",
        [(new RawEvent { ClientId = " null", EventData = """{"transaction_id":"undefined"}""" }, "null | undefined"), (new RawEvent { ClientId = " " }, "NULL | NULL")],
        ModelsFixture.Defaults with { PlaceholderIds = [] });

    [Fact]
    public void Build_WhenValueIsInteger_TakesItsDigits() => AssertIds(
        ("""{"transaction_id":0}""", "0"),
        ("""{"transaction_id":123}""", "123"),
        ("""{"transaction_id":-5}""", "-5"),
        ("""{"transaction_id": 9223372036854775807 }""", "9223372036854775807"),
        ("""{"transaction_id":9223372036854775808}""", "9223372036854775808"),
        ("""{"transaction_id":18446744073709551616}""", "18446744073709551616"),
        ("""{"transaction_id":-123456789012345678901234567890}""", "-123456789012345678901234567890"));

    [Fact]
    public void Build_WhenValueIsAnythingElse_IsNull() => AssertIds(
        ("""{"transaction_id":null}""", null),
        ("""{"transaction_id":true}""", null),
        ("""{"transaction_id":false}""", null),
        ("""{"transaction_id":1.0}""", null),
        ("""{"transaction_id":1.5}""", null),
        ("""{"transaction_id":1e3}""", null),
        ("""{"transaction_id":10E0}""", null),
        ("""{"transaction_id":[]}""", null),
        ("""{"transaction_id":["T1"]}""", null),
        ("""{"transaction_id":[1]}""", null),
        ("""{"transaction_id":{}}""", null),
        ("""{"transaction_id":{"a":1}}""", null));

    [Fact]
    public void Build_WhenNameIsAnotherOrDeeper_IsNull() => AssertIds(
        ("{}", null),
        ("""{"Transaction_Id":"T1"}""", null),
        ("""{"transactionId":"T1"}""", null),
        ("""{"transaction_id ":"T1"}""", null),
        ("""{"order":{"transaction_id":"T1"}}""", null),
        ("""{"$.transaction_id":"T1"}""", null),
        ("""{"transaction_id":"T1","order":{"transaction_id":"T2"}}""", "T1"),
        ("""{"order":{"transaction_id":"T2"},"transaction_id":"T1"}""", "T1"));

    [Fact]
    public void Build_WhenPathSettingIsDeeper_FollowsIt() => models.AssertStaged(
        "transaction_id",
        [
            (new RawEvent { EventData = """{"order":{"id":"T1"}}""" }, "T1"),
            (new RawEvent { EventData = """{"order":{"id":7}}""" }, "7"),
            (new RawEvent { EventData = """{"order":[{"id":"T1"}]}""" }, null),
            (new RawEvent { EventData = """{"order":"id"}""" }, null),
            (new RawEvent { EventData = """{"order.id":"T1"}""" }, null),
            (new RawEvent { EventData = """{"transaction_id":"T1"}""" }, null),
        ],
        ModelsFixture.Defaults with { Paths = new EventDataPathSettings { TransactionId = "$.order.id" } });

    private void AssertIds(params IEnumerable<(string EventData, string? Expected)> cases) =>
        models.AssertStaged("transaction_id", [.. cases.Select(item => (new RawEvent { EventData = item.EventData }, item.Expected))]);
}
