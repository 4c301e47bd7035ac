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
    [InlineData(31, "n30", false)]
    [InlineData(32, "n0", false)]
    [InlineData(33, "n32", false)]
    [InlineData(100, "n3", false)]
    [InlineData(100, "n3\\n", true)]
    [InlineData(5, "\\u006e4", false)]
    [InlineData(50, "\\u006e49", false)]
    [InlineData(50, "", true)]
    public void IsJsonObject_OfManyNames_IsFalseWhereOneComesTwice(int names, string last, bool expected)
    {
        var members = Enumerable.Range(0, names).Select(number => $"n{number}").Append(last).Select(name => $"\"{name}\":\"n\"");

        Assert.Equal(expected, Value(Extras.IsJsonObject(Lit($"{{{string.Join(',', members)}}}"))));
    }

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
