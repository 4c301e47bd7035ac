using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Native;

/// <summary>Rows whose arguments were met before in their vector get the results that were computed then; they are the ones of each row.</summary>
public sealed class RepeatedRowsTests : IDisposable
{
    private const int Rows = 20_000;

    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 2 }));

    public void Dispose()
    {
        _spark.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(Rows)]
    public void Functions_OfRepeatedTexts_AreThoseOfEachText(int distinct)
    {
        var number = (Col("id") % distinct).Cast("string");
        var url = When((Col("id") % distinct) % 3 == 1, Concat(Lit("no host "), number))
            .When((Col("id") % distinct) % 3 == 2, Lit(null).Cast("string"))
            .Otherwise(Concat(Lit("https://WWW.\u00c4-Shop"), number, Lit(".example/?utm_source=s"), number, Lit("&x=1&UTM_medium=a%20long+medium"), number, Lit("#f")));
        _spark.Range(Rows).Select(Col("id"), url.As("url")).Write().Parquet(_folder["urls"]);

        var tags = Extras.UrlTags(Col("url"), "query", ["utm_source", "utm_medium"]);
        var rows = _spark.Read().Parquet(_folder["urls"]).OrderBy("id")
            .Select(Col("id"), Extras.UrlHost(Col("url")), tags.GetItem(0), tags.GetItem(1), Extras.UrlHasParameter(Col("url"), ["x"]), Upper(Col("url"))).Collect().ToList();

        Assert.Equal(Rows, rows.Count);
        Assert.True(rows.TrueForAll(row => row.Values.SequenceEqual(Expected((long)row[0]!, (long)row[0]! % distinct))));
    }

    [Fact]
    public void Functions_OfOneTextAndManyNumbers_AreThoseOfEachNumber()
    {
        var text = When(Col("id") % 2 == 0, "short").Otherwise("a text that is not short");

        Assert.Equal(Rows, _spark.Range(Rows).Select(XXHash64(Col("id"), text).As("hash")).Distinct().Count());
    }

    [Fact]
    public void Functions_OfMoreTextThanIsHandedOverAtOnce_AreThoseOfEachRow()
    {
        var text = Concat(Repeat(Lit("x"), 9_000), (Col("id") % 100).Cast("string"));
        var upper = _spark.Range(3_000).Select(Col("id"), Upper(text), Upper((Col("id") % 7).Cast("string"))).Collect().ToList();

        Assert.True(upper.TrueForAll(row => (string?)row[1] == new string('X', 9_000) + ((long)row[0]! % 100) && (string?)row[2] == $"{(long)row[0]! % 7}"));
    }

    [Fact]
    public void Lists_OfRepeatedTexts_AreWrittenWhole()
    {
        var url = Concat(Lit("https://shop.example/?utm_source=a+long+source+"), (Col("id") % 5).Cast("string"));
        _spark.Range(Rows).Select(Col("id"), url.As("url")).Write().Parquet(_folder["urls"]);
        _spark.Read().Parquet(_folder["urls"]).Select(Col("id"), Extras.UrlTags(Col("url"), "query", ["utm_source", "utm_medium"]).As("tags")).Write().Parquet(_folder["tags"]);

        var rows = _spark.Read().Parquet(_folder["tags"]).Select(Col("id"), Size(Col("tags")), Col("tags").GetItem(0), Col("tags").GetItem(1)).Collect().ToList();

        Assert.Equal(Rows, rows.Count);
        Assert.True(rows.TrueForAll(row => row.Values.SequenceEqual([row[0], 2, $"a long source {(long)row[0]! % 5}", null])));
    }

    private static object?[] Expected(long id, long number) => (number % 3) switch
    {
        0 => [id, $"www.\u00c4-shop{number}.example", $"s{number}", $"a long medium{number}", true, $"HTTPS://WWW.\u00c4-SHOP{number}.EXAMPLE/?UTM_SOURCE=S{number}&X=1&UTM_MEDIUM=A%20LONG+MEDIUM{number}#F"],
        1 => [id, null, null, null, false, $"NO HOST {number}"],
        _ => [id, null, null, null, null, null],
    };
}
