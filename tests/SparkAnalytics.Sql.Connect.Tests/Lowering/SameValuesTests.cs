using SparkAnalytics.Sql.Connect.Tests.Support;
using SparkAnalytics.Sql.Embedded;
using static SparkAnalytics.Sql.Extras;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Lowering;

/// <summary>Our own functions give the same values on a Spark server, where they are lowered to Spark's, as in this process.</summary>
public sealed class SameValuesTests(SparkFixture engine) : IClassFixture<SparkFixture>, IDisposable
{
    private const int Made = 2500;

    private readonly SparkSession _inProcess = SparkSession.Create(new EmbeddedEngine());

    public void Dispose() => _inProcess.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void JsonFunctions_OfMadeTexts_AreThoseOfThisProcess(int seed) => Compare(MadeTexts.Json(seed, Made), texts =>
    {
        var json = When(IsJsonObject(Col("text")), Col("text"));
        return texts.Select(
            Col("text"), IsJsonObject(Col("text")), JsonString(json, "$.a"), JsonNumber(json, "$.a"), JsonString(json, "$['b']"), JsonNumber(json, "$.revenue"),
            JsonString(json, "$.a.a"), JsonNumber(json, "$.a.a"), JsonString(json, "$.a[0].a"), JsonString(json, "$.é"), JsonString(json, "$.😀"));
    });

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void JsonMembers_InOneParse_AreThoseOfThisProcess(int seed) => Compare(MadeTexts.Json(seed, Made), texts => texts
        .WithColumn("json", When(IsJsonObject(Col("text")), Col("text")))
        .WithColumn("a", JsonString(Col("json"), "$.a"))
        .WithColumn("b", Coalesce(JsonString(Col("json"), "$['b']"), JsonNumber(Col("json"), "$.b")))
        .Filter(JsonString(Col("json"), "$.a").IsNull() | (JsonString(Col("json"), "$.a") != "no value"))
        .Select(
            Col("text"), Col("json"), Col("a"), Col("b"), JsonNumber(Col("json"), "$.a"), JsonNumber(Col("json"), "$.revenue"), JsonString(Col("json"), "$.revenue"),
            JsonString(Col("json"), "$.é"), JsonNumber(Col("json"), "$.😀"), JsonString(Col("json"), "$.a.a")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void UrlFunctions_OfMadeTexts_AreThoseOfThisProcess(int seed) => Compare(MadeTexts.Urls(seed, Made), texts =>
    {
        string[] names = ["a", "utm_source", "c.d"];
        var query = UrlTags(Col("text"), "query", names);
        var fragment = UrlTags(Col("text"), "fragment", names);
        return texts.Select(
        [
            Col("text"), UrlHost(Col("text")), UrlHasParameter(Col("text"), names), UrlHasParameter(Col("text"), "b"), query.IsNull(), fragment.IsNull(),
            .. Enumerable.Range(0, names.Length).SelectMany(index => new[] { query.GetItem(index), fragment.GetItem(index) }),
        ]);
    });

    private void Compare(IEnumerable<string> texts, Func<DataFrame, DataFrame> query)
    {
        List<string?> sent = [null, .. texts];
        var expected = Rows(_inProcess, sent, query);
        var actual = Rows(engine.Spark, sent, query);

        Assert.Equal(sent.Count, actual.Count);
        Assert.Equal(sent.Count, expected.Count);
        var different = expected.SelectMany(pair => pair.Value.Index().Where(value => !Equals(value.Item, actual[pair.Key][value.Index]))
            .Select(value => $"column {value.Index} of '{pair.Key}': '{actual[pair.Key][value.Index]}', in this process '{value.Item}'")).ToList();
        Assert.True(different.Count == 0, $"{different.Count} values differ:\n{string.Join('\n', different.Take(30))}");
        Assert.All(Enumerable.Range(1, expected.First().Value.Length - 1), column => Assert.True(expected.Values.Select(row => row[column]).Distinct().Count() > 1, $"Column {column} has one value only."));
    }

    private static Dictionary<string, object?[]> Rows(SparkSession session, List<string?> texts, Func<DataFrame, DataFrame> query)
    {
        var frame = session.CreateDataFrame(texts.Select(text => new GenericRow([text])), new Types.StructType([new Types.StructField("text", new Types.StringType())]));
        return query(frame).Collect().ToDictionary(row => row[0] as string ?? "no text", row => row.Values, StringComparer.Ordinal);
    }
}
