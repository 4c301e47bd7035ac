using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.OwnFunctions;

/// <summary>JSON by RFC 8259, and members of it.</summary>
public abstract class StrictJsonBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Theory]
    [InlineData("{}", true)]
    [InlineData(" {\"a\":1,\"b\":{\"a\":[true,null,\"é\\n\"]}}\r\n", true)]
    [InlineData("{\"a\":\"\\ud83d\\ude00\"}", true)]
    [InlineData("{\"a\":\"\\ud83d\"}", false)]
    [InlineData("{\"a\":\"\\ude00\\ud83d\"}", false)]
    [InlineData("{\"a\":1,\"a\":2}", false)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", false)]
    [InlineData("{\"b\":{\"a\":1,\"a\":2}}", true)]
    [InlineData("{\"a\":1,}", false)]
    [InlineData("{\"a\":1} x", false)]
    [InlineData("{'a':1}", false)]
    [InlineData("{\"a\":NaN}", false)]
    [InlineData("{\"a\":01}", false)]
    [InlineData("{\"a\":+1}", false)]
    [InlineData("{\"a\":.5}", false)]
    [InlineData("{\"a\":1.}", false)]
    [InlineData("{\"a\":\"tab\there\"}", false)]
    [InlineData("{\"a\":\"\\x\"}", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("\u00A0{}", false)]
    public void IsJsonObject_OfText_FollowsTheRfc(string text, bool expected) =>
        Assert.Equal(expected, Value(Extras.IsJsonObject(Lit(text))));

    [Theory]
    [InlineData("{\"a\":\"x\\ty\"}", "x\ty", null)]
    [InlineData("{\"a\":true}", null, null)]
    [InlineData("{\"a\":\"true\"}", "true", null)]
    [InlineData("{\"a\":12345678901234567890123}", null, "12345678901234567890123")]
    [InlineData("{\"a\":12.50}", null, "12.5")]
    [InlineData("{\"a\":[1]}", null, null)]
    public void JsonStringAndNumber_TellTheKindsApart(string json, string? text, string? number)
    {
        Assert.Equal(text, Value(Extras.JsonString(Lit(json), "$.a")));
        Assert.Equal(number, Value(Extras.JsonNumber(Lit(json), "$.a")));
    }

    [Fact]
    public void FromJson_ToText_KeepsMembersAsWritten()
    {
        var row = (Row)Value(FromJson(Lit("{\"s\":\"a\\u00e9\",\"o\":{\"x\": 1.10, \"y\":1e3},\"n\":null}"), "s STRING, o STRING, n STRING, m STRING"))!;

        Assert.Equal(["aé", "{\"x\": 1.10, \"y\":1e3}", null, null], row.Values);
    }

    private object? Value(Column column) => Spark.Range(1).Select(column.As("value")).Collect().Single()[0];
}
