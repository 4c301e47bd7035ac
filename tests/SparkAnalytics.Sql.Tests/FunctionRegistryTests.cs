using System.Reflection;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Tests;

public sealed class FunctionRegistryTests
{
    /// <summary>Names that the API takes apart before a plan is made.</summary>
    private static readonly string[] s_takenApart = ["json_tuple", "posexplode", "posexplode_outer", "inline", "inline_outer"];

    /// <summary>Functions and operators of Spark's SQL that Microsoft.Spark's Functions do not name.</summary>
    private const string SparkOnly = """
        + - * / % & | ^ ~ == != < <= > >= <=> and or in between getitem negative div isnotnull like ilike rlike
        array_append array_compact array_prepend bit_count bit_length bool_and bool_or chr contains cot current_timezone endswith is_valid_utf8 json_array_length
        json_object_keys left make_date make_dt_interval map_contains_key max_by median min_by mode named_struct octet_length parse_url percentile regexp_count
        regexp_extract_all replace right split_part startswith timestamp_micros timestamp_millis try_add try_divide try_element_at try_multiply try_parse_url
        try_subtract try_sum try_to_timestamp try_url_decode unix_micros unix_millis unix_seconds url_decode url_encode uuid weekday
        """;

    [Fact]
    public void Functions_WhenCalled_NameKnownFunctions()
    {
        var unknown = typeof(Functions).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Concat(typeof(Extras).GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(Column) && method.Name is not ("Call_UDF" or "CallUDF"))
            .Select(method => (Column)method.Invoke(null, [.. method.GetParameters().Select(Argument)])!)
            .SelectMany(column => Calls(column.Expression))
            .Where(name => FunctionRegistry.Find(FunctionRewrites.Canonical(name)) is null && !FunctionRegistry.Synonyms.Contains(name) && !s_takenApart.Contains(name));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Find_WhenFunctionWasMeasuredOnSpark_KnowsIt()
    {
        const string Measured = """
            array array_contains avg bround coalesce concat concat_ws contains conv count crc32 current_timezone date_format date_trunc datediff
            dayofweek double element_at get_json_object greatest hour initcap instr least left length lower lpad make_dt_interval md5 nullif pmod
            regexp_extract regexp_like regexp_replace reverse rlike round sha1 sha2 split startswith substr substring sum timestamp_micros translate
            trim try_divide try_element_at try_parse_url try_to_timestamp try_url_decode typeof unix_micros upper url_decode url_encode weekday xxhash64
            """;
        Assert.All(
            Measured.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            name => Assert.True(FunctionRegistry.Find(name) is not null || FunctionRegistry.Synonyms.Contains(name), name));
    }

    [Fact]
    public void Synonyms_WhenListed_AreNoFunctionsThemselves() =>
        Assert.All(FunctionRegistry.Synonyms, name => Assert.Null(FunctionRegistry.Find(name)));

    [Fact]
    public void All_WhenListed_IsCompleteAndInOrder()
    {
        Assert.True(FunctionRegistry.All.Length > 200);
        Assert.Equal(FunctionRegistry.All.Select(function => function.Name).Order(StringComparer.Ordinal), FunctionRegistry.All.Select(function => function.Name));
        Assert.Equal((FunctionKind.Scalar, 2, 3), FunctionRegistry.Find("LIKE") is { } like ? (like.Kind, like.MinArity, like.MaxArity) : default);
    }

    [Fact]
    public void Own_AreTheFunctionsThatSparkDoesNotHave()
    {
        var ofSpark = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", "functions.tsv")).Select(line => Plain(line.Split('\t')[0]))
            .Concat(SparkOnly.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain)).ToHashSet();
        Assert.Equal(["first_match", "is_json_object", "json_member", "json_number", "json_string", "url_has_parameter", "url_host", "url_tags"], FunctionRegistry.Own.Select(function => function.Name));
        Assert.Equal(FunctionRegistry.Own.Select(function => function.Name), FunctionRegistry.All.Select(function => function.Name).Where(name => !ofSpark.Contains(Plain(name))));
    }

    [Fact]
    public void SparkOnly_NamesNoFunctionThatIsNotThere() =>
        Assert.All(SparkOnly.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), name => Assert.NotNull(FunctionRegistry.Find(name)));

    [Fact]
    public void Own_HaveAContractThatTellsWhenTheyGiveNull()
    {
        Assert.All(FunctionRegistry.Own, function => Assert.Contains("NULL", function.Contract, StringComparison.Ordinal));
        Assert.All(FunctionRegistry.All.Except(FunctionRegistry.Own), function => Assert.False(function.IsOwn || function.Contract is not null, function.Name));
    }

    /// <summary>Microsoft.Spark writes <c>DateAdd</c> what Spark's SQL writes <c>date_add</c>.</summary>
    private static string Plain(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    private static IEnumerable<string> Calls(Expression expression) => expression.SelfAndBelow().OfType<FunctionCall>().Select(call => call.Name);

    private static object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Column) => new Column(new UnresolvedColumn(["x"])),
        var type when type == typeof(string) => parameter.Name == "to" ? "int" : "x",
        var type when type == typeof(Column[]) => new[] { new Column(new UnresolvedColumn(["x"])) },
        var type when type == typeof(string[]) => new[] { "x" },
        var type when type == typeof(Types.StructType) => new Types.StructType([]),
        var type when type.IsValueType => Activator.CreateInstance(type),
        _ => null,
    };
}
