using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using static SparkAnalytics.Sql.Functions;
using Window = SparkAnalytics.Sql.Expressions.Window;

namespace SparkAnalytics.Sql.Connect.Tests.Dialect;

/// <summary>A server takes a call of every function that a plan may hold, with arguments of the kinds that the function declares.</summary>
public sealed class EveryFunctionTests(SparkFixture engine) : IClassFixture<SparkFixture>
{
    [Fact]
    public void Explain_OfACallOfEachFunction_FindsItOnTheServer() => Assert.Equal("", string.Join('\n', FunctionRegistry.All.Select(Problem).OfType<string>()));

    private string? Problem(FunctionDefinition function)
    {
        try
        {
            var call = Call_UDF(function.Name, [.. Arguments(function)]);
            var row = engine.Spark.Range(1);
            var frame = function.Kind switch
            {
                FunctionKind.Aggregate when function.Name.StartsWith("grouping", StringComparison.Ordinal) => row.Rollup("id").Agg(Call_UDF(function.Name, Col("id"))),
                FunctionKind.Aggregate => row.Agg(call),
                FunctionKind.Window => row.Select(call.Over(Window.OrderBy("id"))),
                _ => row.Select(call),
            };
            engine.Spark.Engine.Explain(frame.Plan);
            return null;
        }
        catch (Exception failure) when (failure is AnalysisException or QueryExecutionException)
        {
            return $"{function.Name}: {failure.Message}";
        }
    }

    /// <summary>A column or a constant for each argument that must be there.</summary>
    private static IEnumerable<Column> Arguments(FunctionDefinition function) => function.Shape
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Where(argument => argument[^1] is not ('?' or '*'))
        .Select(argument => Value(argument.TrimEnd('+').Split(':'), function.Name));

    private static Column Value(string[] argument, string function) => (function, argument[0], argument[1]) switch
    {
        ("from_json" or "from_csv", "schema", _) => Lit("a INT"),
        ("schema_of_csv" or "schema_of_json", _, _) => Lit("1"),
        ("to_json", _, _) => Struct(Col("id")),
        ("unix_timestamp", _, _) => Lit("2025-01-01 00:00:00"),
        ("named_struct", "name", _) => Lit("a"),
        ("json_string" or "json_number" or "get_json_object", "path", _) => Lit("$.a"),
        ("url_tags", "part", _) => Lit("query"),
        ("getitem", "container", _) or ("flatten", _, _) => function == "flatten" ? Array(Array(Lit(1))) : Array(Lit(1)),
        ("map_from_entries", _, _) => Array(Struct(Lit(1).As("a"), Lit(2).As("b"))),
        ("percentile" or "percentile_approx", "percentage", _) => Lit(0.5),
        ("decode" or "encode", "charset", _) => Lit("UTF-8"),
        ("raise_error" or "assert_true", _, "string") => Lit("no"),
        ("sha2", "bits", _) => Lit(256),
        ("trunc" or "date_trunc", "unit", _) => Lit("month"),
        ("next_day", "dayOfWeek", _) => Lit("monday"),
        ("date_format", "pattern", _) => Lit("yyyy"),
        ("from_utc_timestamp" or "to_utc_timestamp", "zone", _) => Lit("UTC"),
        ("map_contains_key", "key", _) => Lit("a"),
        ("reverse" or "concat", _, _) => Lit("a"),
        (_, _, "string" or "stringOrBytes") => argument[0] is "pattern" or "names" or "schema" ? Lit("a") : Col("id").Cast("string"),
        (_, _, "bytes") => Col("id").Cast("string").Cast("binary"),
        (_, _, "int") => Lit(1),
        (_, _, "boolean") => argument[0] == "ignoreNulls" ? Lit(true) : Col("id") > 0,
        (_, _, "date") => Lit(new Types.Date(2025, 1, 1)),
        (_, _, "timestamp") => Lit(new Types.Timestamp(2025, 1, 1, 0, 0, 0, 0)),
        (_, _, "array" or "array<T>" or "arrayOrMap") => Array(Col("id")),
        (_, _, "strings") => Array(Lit("a")),
        (_, _, "map") => Map(Lit("a"), Lit(1)),
        (_, _, "struct") => Struct(Col("id")),
        _ => Col("id"),
    };
}
