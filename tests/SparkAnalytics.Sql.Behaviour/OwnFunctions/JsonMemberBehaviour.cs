using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.OwnFunctions;

/// <summary>Members of a JSON object as they are written.</summary>
public abstract class JsonMemberBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Theory]
    [InlineData("{\"a\":\"x\"}", "x")]
    [InlineData(" { \"b\" : 1 , \"a\" : \"x \\\" \\u00e9\" } ", "x \" é")]
    [InlineData("{\"a\":\"{ \\\"x\\\" : 1 }\"}", "{ \"x\" : 1 }")]
    [InlineData("{\"a\":\"\"}", "")]
    [InlineData("{\"a\":null}", null)]
    [InlineData("{\"b\":1}", null)]
    [InlineData("{}", null)]
    [InlineData("{\"a\": 1.10}", "1.10")]
    [InlineData("{\"b\":\"x\",\"a\":-0}", "-0")]
    [InlineData("{\"a\":1e400 ,\"b\":2}", "1e400")]
    [InlineData("{\"a\":true}", "true")]
    [InlineData("{\"a\": { \"x y\" : [ 1.0 , \"a \\\" b\" ] ,\t\"é\":null } }", "{\"x y\":[1.0,\"a \\\" b\"],\"é\":null}")]
    [InlineData("{\"b\":[{\"a\":1}],\"a\":[ ]}", "[]")]
    [InlineData("{\"\\u0061\":2.50}", "2.50")]
    [InlineData("{\"a\":[[[[[[[ 1e3 ]]]]]]]}", "[[[[[[[1e3]]]]]]]")]
    public void JsonMember_OfObject_IsItsTextAsWritten(string json, string? expected) => Assert.Equal(expected, Value(Extras.JsonMember(Lit(json), "a")));

    [Fact]
    public void JsonMember_OfColumns_GivesEachItsOwn()
    {
        var rows = Spark.CreateDataFrame((string[])["{\"a\":\"x\",\"b\": { \"c\": 1.10 }}", "{\"b\":\"y\"}", null!]).ToDF("json")
            .Filter(Extras.JsonMember(Col("json"), "b").IsNotNull())
            .Select(Extras.JsonMember(Col("json"), "a"), Extras.JsonMember(Col("json"), "b"), Extras.JsonMember(Col("json"), "it's"))
            .Collect().Select(row => string.Join('|', row.Values.Select(value => value ?? "NULL"))).Order(StringComparer.Ordinal);

        Assert.Equal(["NULL|y|NULL", "x|{\"c\":1.10}|NULL"], rows);
    }

    [Fact]
    public void JsonMember_BesideTheFileName_LeavesItThere()
    {
        var lines = Spark.Read().Text(Folder.Write("some.jsonl", "{\"a\": [1 ]}\n{\"a\":\"x\"}\n"));

        var rows = lines.Filter(!(Extras.JsonMember(Col("value"), "a") == "x")).Select(Extras.JsonMember(Col("value"), "a"), InputFileName()).Collect().Single();

        Assert.Equal("[1]", rows[0]);
        Assert.EndsWith("/some.jsonl", rows.GetAs<string>(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"b\":1,\"a\":{\"c\":2},\"é\":[{\"d\":1}]}", "b|a|é")]
    [InlineData(" { \"\\u0061\\n\" : 1 , '' : 2 } ", "a\n|")]
    [InlineData("{}", "")]
    [InlineData("{\"a\":1} and more", "a")]
    [InlineData("{\"a\":1", null)]
    [InlineData("{\"a\"}", null)]
    [InlineData("[{\"a\":1}]", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void JsonObjectKeys_OfText_AreTheNamesAtItsTopLevel(string json, string? expected) =>
        Assert.Equal(expected, Value(Call_UDF("json_object_keys", Lit(json))) is IEnumerable<object?> names ? string.Join('|', names) : null);

    /// <summary>The names of texts that are objects by the RFC.</summary>
    [Theory]
    [InlineData("{\"b\":1,\"a\":{\"c\":2}}", "b|a")]
    [InlineData(" { \"\\u0061\" : 1 } ", "a")]
    [InlineData("{} ", "")]
    [InlineData("{\"a\":1,\"a\":2}", null)]
    [InlineData("{\"a\":1} and more", null)]
    [InlineData("{} and more", null)]
    [InlineData("{'a':1}", null)]
    [InlineData("{\"a\":\"\\ud83d\"}", null)]
    [InlineData("[]", null)]
    public void JsonObjectKeys_WhereTheTextIsAnObject_AreNullForAnyOther(string json, string? expected)
    {
        var texts = Spark.CreateDataFrame([new GenericRow([json])], new Types.StructType([new Types.StructField("json", new Types.StringType())]));
        var names = texts.Select(Call_UDF("json_object_keys", When(Extras.IsJsonObject(Col("json")), Col("json")))).First()[0];

        Assert.Equal(expected, names is IEnumerable<object?> list ? string.Join('|', list) : null);
    }

    private object? Value(Column column) => Spark.Range(1).Select(column.As("value")).Collect().Single()[0];
}
