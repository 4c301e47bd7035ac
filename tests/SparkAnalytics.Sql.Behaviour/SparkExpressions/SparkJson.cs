using static SparkAnalytics.Sql.Behaviour.SparkExpressions.SparkCall;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>JSON paths, as DataFrame expressions under the Spark SQL text that was measured.</summary>
internal static class SparkJson
{
    public static IReadOnlyDictionary<string, Column> All { get; } = new Dictionary<string, Column>
    {
        ["get_json_object('{\"a\":1,\"a\":2}','$.a')"] = Call("get_json_object", Lit("{\"a\":1,\"a\":2}"), Lit("$.a")),
        ["get_json_object('{\"a\":null,\"a\":2}','$.a')"] = Call("get_json_object", Lit("{\"a\":null,\"a\":2}"), Lit("$.a")),
        ["get_json_object('{\"a\":null}','$.a')"] = Call("get_json_object", Lit("{\"a\":null}"), Lit("$.a")),
        ["get_json_object('{\"a\":{\"b\": [1, 2]}}','$.a')"] = Call("get_json_object", Lit("{\"a\":{\"b\": [1, 2]}}"), Lit("$.a")),
        ["get_json_object('{\"a\":1.10}','$.a')"] = Call("get_json_object", Lit("{\"a\":1.10}"), Lit("$.a")),
        ["get_json_object('{\"a\":1e3}','$.a')"] = Call("get_json_object", Lit("{\"a\":1e3}"), Lit("$.a")),
        ["get_json_object('{\"a\":-0}','$.a')"] = Call("get_json_object", Lit("{\"a\":-0}"), Lit("$.a")),
        ["get_json_object('{\"a\":1e20}','$.a')"] = Call("get_json_object", Lit("{\"a\":1e20}"), Lit("$.a")),
        ["get_json_object('{\"a\":0.00001}','$.a')"] = Call("get_json_object", Lit("{\"a\":0.00001}"), Lit("$.a")),
        ["get_json_object('{\"a\":12345678901234567890}','$.a')"] = Call("get_json_object", Lit("{\"a\":12345678901234567890}"), Lit("$.a")),
        ["get_json_object('{\"a\":1','$.a')"] = Call("get_json_object", Lit("{\"a\":1"), Lit("$.a")),
        ["get_json_object('{\"a\":1} trailing','$.a')"] = Call("get_json_object", Lit("{\"a\":1} trailing"), Lit("$.a")),
        ["get_json_object(\"{'a':1}\",'$.a')"] = Call("get_json_object", Lit("{'a':1}"), Lit("$.a")),
        ["get_json_object('{\"a\":NaN}','$.a')"] = Call("get_json_object", Lit("{\"a\":NaN}"), Lit("$.a")),
        ["get_json_object('{\"a\":1,}','$.a')"] = Call("get_json_object", Lit("{\"a\":1,}"), Lit("$.a")),
        ["get_json_object('{\"a.b\":5}',\"$['a.b']\")"] = Call("get_json_object", Lit("{\"a.b\":5}"), Lit("$['a.b']")),
        ["get_json_object('{\"a\":true}','$.a')"] = Call("get_json_object", Lit("{\"a\":true}"), Lit("$.a")),
        ["get_json_object('{\"a\":\"\\\\ud83d\"}','$.a')"] = Call("get_json_object", Lit("{\"a\":\"\\ud83d\"}"), Lit("$.a")),
        ["get_json_object('{\"a\":\"x\\\\u00e9y\"}','$.a')"] = Call("get_json_object", Lit("{\"a\":\"x\\u00e9y\"}"), Lit("$.a")),
        ["get_json_object('[1,2]','$[0]')"] = Call("get_json_object", Lit("[1,2]"), Lit("$[0]")),
        ["get_json_object('  {\"a\":1}','$.a')"] = Call("get_json_object", Lit("  {\"a\":1}"), Lit("$.a")),
        ["get_json_object('{\"A\":1}','$.a')"] = Call("get_json_object", Lit("{\"A\":1}"), Lit("$.a")),
        ["get_json_object('\"str\"','$.a')"] = Call("get_json_object", Lit("\"str\""), Lit("$.a")),
        ["get_json_object('','$.a')"] = Call("get_json_object", Lit(""), Lit("$.a")),
        ["get_json_object('null','$.a')"] = Call("get_json_object", Lit("null"), Lit("$.a")),
    };
}
