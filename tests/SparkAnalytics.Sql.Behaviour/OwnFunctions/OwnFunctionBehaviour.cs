using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.OwnFunctions;

/// <summary>What the contracts of our own functions say (see <c>FunctionRegistry.Own</c>).</summary>
public abstract class OwnFunctionBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Fact]
    public void IsJsonObject_OfNull_IsNull() => Assert.Null(Value("is_json_object", [null]));

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void IsJsonObject_WhenNested_GoesAThousandDeep(int depth, bool expected) =>
        Assert.Equal(expected, Value("is_json_object", [$"{{\"a\":{new string('[', depth)}{new string(']', depth)}}}"]));

    [Theory]
    [InlineData("{\"a\":\"x\"} y", "$.a", "x")]
    [InlineData("{'a':'x'}", "$['a']", "x")]
    [InlineData("{\"a\":1,\"a\":\"x\",\"a\":\"y\"}", "$.a", null)]
    [InlineData("{\"a\":null,\"a\":\"x\",\"a\":1}", "$.a", "x")]
    [InlineData("{\"o\":{\"a\":1,\"a\":\"x\"}}", "$.o.a", null)]
    [InlineData("[\"x\",\"y\"]", "$[1]", "y")]
    [InlineData("{\"a\":\"\\ud83d\"}", "$.a", null)]
    [InlineData("{\"a\":\"x\"", "$.a", null)]
    [InlineData("{\"a\":\"x\"}", "a", null)]
    [InlineData("{\"a\":\"x\"}", "$.b", null)]
    [InlineData(null, "$.a", null)]
    [InlineData("{}", null, null)]
    public void JsonString_OfTextAndPath_KeepsItsContract(string? json, string? path, string? expected) =>
        Assert.Equal(expected, Value("json_string", [json, path]));

    [Theory]
    [InlineData("[\"x\",1,\"y\"]", "[\"x\",\"y\"]")]
    [InlineData("[\"x\",1]", "\"x\"")]
    [InlineData("[1,2]", null)]
    public void JsonString_OfSeveralValues_TakesTheStrings(string json, string? expected) => Assert.Equal(expected, Value("json_string", [json, "$[*]"]));

    [Theory]
    [InlineData("{\"a\":\"true\"} y", "true")]
    [InlineData("{\"a\":\"1\"},{\"a\":\"2\"}", "1")]
    [InlineData("{\"a\":true} y", null)]
    [InlineData("{\"a\":\"\\\"Infinity\\\"\"}", "\"Infinity\"")]
    public void JsonString_ThatLooksLikeAnotherKind_IsToldApart(string json, string? expected) => Assert.Equal(expected, Value("json_string", [json, "$.a"]));

    [Theory]
    [InlineData("{\"a\":-0}", "0")]
    [InlineData("{\"a\":1} y", "1")]
    [InlineData("{\"a\":1},{\"a\":2}", "1")]
    [InlineData("{\"a\":\"1\"},{\"a\":2}", null)]
    [InlineData("{\"a\":1e10}", "1.0E10")]
    [InlineData("{\"a\":-1e999}", "\"-Infinity\"")]
    [InlineData("{\"a\":\"1\"}", null)]
    [InlineData("{\"a\":01}", null)]
    [InlineData(null, null)]
    public void JsonNumber_OfText_KeepsItsContract(string? json, string? expected) => Assert.Equal(expected, Value("json_number", [json, "$.a"]));

    [Theory]
    [InlineData(" HTTPS://me:x@Shop.Example.:8080/a?b#c\t", "shop.example")]
    [InlineData("http://B\u00dcRO.example", "b\u00dcro.example")]
    [InlineData("http://[2001:DB8::1]:80/", "[2001:db8::1]")]
    [InlineData("http://[]/", null)]
    [InlineData("http://[x]/", null)]
    [InlineData("http://a b/", null)]
    [InlineData("http:///a", null)]
    [InlineData("shop.example/a", null)]
    [InlineData("mailto:me@shop.example", null)]
    [InlineData(null, null)]
    public void UrlHost_OfText_KeepsItsContract(string? url, string? expected) => Assert.Equal(expected, Value("url_host", [url]));

    private object? Value(string function, string?[] arguments) =>
        Spark.Range(1).Select(Call_UDF(function, [.. arguments.Select(text => Lit(text).Cast("string"))]).As("value")).Collect().Single()[0];
}
