using SparkAnalytics.Sql.Connect.Tests.Support;
using Forms = SparkAnalytics.Models.MicrosoftSpark.Extras;

namespace SparkAnalytics.Sql.Connect.Tests.Lowering;

/// <summary>What the models use beyond Microsoft.Spark's names gives on Spark, in the form that is made of these names alone, the values of our own functions.</summary>
public sealed class MicrosoftSparkFormsTests(SparkFixture engine) : IClassFixture<SparkFixture>
{
    private const int Made = 1000;

    private static readonly string[] s_names = ["a", "utm_source", "c.d"];

    private static readonly string[] s_numbers =
    [
        "", "0", "-0", "1", "+1", "-1", ".5", "5.", "0.005", "-0.005", "0.0049999999999999999999", "12.345", "1e3", "1E+3", "125e-3", "1e-999", "1e999", "-1e999", "1e14", "1e15", "1e16", "1e38", "0.00000001e30",
        "9999999999999999.99", "9999999999999999.994", "9999999999999999.995", "-9999999999999999.99", "-9999999999999999.995", "10000000000000000", $"{new string('9', 60)}", $"0.{new string('3', 300)}", $"{new string('0', 60)}7",
        "abc", ".", "-", "--1", "1.2.3", "1,5", "1e", "e5", "NaN", "Infinity", "0x10", "1 2", "1d",
    ];

    private static readonly string[] s_instants =
    [
        "2025-03-01T09:30:00", "2025-03-01 09:30:00", "2025-03-01T09:30:00Z", "2025-03-01T09:30:00.5", "2025-03-01T09:30:00.123456789", "1969-12-31T23:59:59", "9999-12-31T23:59:59.999999", "2024-02-29T00:00:00",
        "2025-02-29T00:00:00", "2025-13-01T00:00:00", "2025-03-01T09:60:00", "2025-03-01T24:00:00", "0000-00-00T00:00:00", "2025-03-01T09:30:00+02:00", "2025-03-01T09:30", "yesterday", "'",
    ];

    private static readonly string[] s_agents = ["googlebot/2.1", "bot", "a bot", "robots", "ébot", "iphone", "x\u2028", "android\n", "mozilla (windows nt", "$", "(", "'", "😀"];

    [Fact]
    public void Json_OfMadeTexts_IsThatOfOurOwnFunctions()
    {
        var json = When(Extras.IsJsonObject(Col("text")), Col("text"));
        Compare(
            MadeTexts.Json(5, Made),
            (Extras.IsJsonObject(Col("text")), Forms.IsJsonObject(Col("text"))),
            (Extras.JsonString(json, "$.a"), Forms.JsonString(json, "$.a")),
            (Extras.JsonNumber(json, "$.a"), Forms.JsonNumber(json, "$.a")),
            (Extras.JsonNumber(json, "$.revenue"), Forms.JsonNumber(json, "$.revenue")),
            (Extras.JsonString(json, "$.a.a"), Forms.JsonString(json, "$.a.a")),
            (Extras.JsonNumber(json, "$.a.a"), Forms.JsonNumber(json, "$.a.a")));
    }

    [Fact]
    public void Urls_OfMadeTexts_AreThoseOfOurOwnFunctions()
    {
        IEnumerable<(Column Own, Column Form)> Tags(string part)
        {
            var (own, form) = (Extras.UrlTags(Col("text"), part, s_names), Forms.UrlTags(Col("text"), part, s_names));
            return Enumerable.Range(0, s_names.Length).Select(index => (own.GetItem(index), form.GetItem(index))).Prepend((own.IsNull(), form.IsNull()));
        }

        Compare(
            MadeTexts.Urls(5, Made),
            [
                (Extras.UrlHost(Col("text")), Forms.UrlHost(Col("text"))),
                (Extras.UrlHasParameter(Col("text"), s_names), Forms.UrlHasParameter(Col("text"), s_names)),
                .. Tags("query"),
                .. Tags("fragment"),
            ]);
    }

    [Fact]
    public void CastsAndPatterns_OfGoodAndBadTexts_AreThoseOfOurOwnFunctions()
    {
        string[] patterns = [@"\bbot\b", "iphone|android$", @"^x$", @"[(][^)]*windows", @"\$"];
        var start = Lit(new Types.Timestamp(2025, 3, 1, 0, 0, 0, 0));
        var lengths = new[] { TimeSpan.Zero, TimeSpan.FromMinutes(30), TimeSpan.FromMicroseconds(1_000_001), TimeSpan.FromDays(-400), TimeSpan.FromDays(7) };
        var text = When(Col("text").RLike("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]"), Col("text"));
        Compare(
            [.. s_numbers, .. s_instants, .. s_agents],
            [
                (Extras.TryCast(Col("text"), "decimal(18,2)"), Forms.TryCast(Col("text"), "decimal(18,2)")),
                (Extras.TryCast(text, "timestamp"), Forms.TryCast(text, "timestamp")),
                (Extras.FirstMatch(Col("text"), patterns), Forms.FirstMatch(Col("text"), patterns)),
                .. lengths.Select(length => (start + When(Col("text") != "", Extras.Interval(length)), start + When(Col("text") != "", Forms.Interval(length)))),
            ]);
    }

    /// <summary>One query for all pairs, each of an own function and its form.</summary>
    private void Compare(IEnumerable<string> texts, params (Column Own, Column Form)[] pairs)
    {
        List<GenericRow> sent = [.. texts.Prepend(null).Select(text => new GenericRow([text]))];
        var rows = engine.Spark.CreateDataFrame(sent, new Types.StructType([new Types.StructField("text", new Types.StringType())]))
            .Select([Col("text"), .. pairs.SelectMany((pair, index) => new[] { pair.Own.As($"own_{index}"), pair.Form.As($"form_{index}") })])
            .Collect().ToList();

        Assert.Equal(sent.Count, rows.Count);
        var different = rows.SelectMany(row => Enumerable.Range(0, pairs.Length).Where(index => !Equals(row.Get($"own_{index}"), row.Get($"form_{index}")))
            .Select(index => $"pair {index} of '{row.Get("text")}': own '{row.Get($"own_{index}")}', form '{row.Get($"form_{index}")}'")).ToList();
        Assert.True(different.Count == 0, $"{different.Count} values differ:\n{string.Join('\n', different.Take(30))}");
        Assert.All(Enumerable.Range(0, pairs.Length), index => Assert.True(rows.Select(row => row.Get($"own_{index}")).Distinct().Count() > 1, $"Pair {index} has one value only."));
    }
}
