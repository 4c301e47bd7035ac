using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.OwnFunctions;

/// <summary>Parts of URLs as they occur in life.</summary>
public abstract class UrlBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Theory]
    [InlineData("https://shop.example/?a=x%20y&b=+c#f", "query", "x y|c")]
    [InlineData("https://shop.example/?a=&A=%20&a=2&a=3", "query", "2|NULL")]
    [InlineData("https://shop.example/?B=1&amp;a=2&bb=3", "query", "2|1")]
    [InlineData("https://shop.example/?a=n%75ll&a=Undefined+&b=(not+set)&a=caf%C3%A9", "query", "caf\u00e9|NULL")]
    [InlineData("/path only?a=50%off|x&b=%FF+", "query", "50%off|x|%FF+")]
    [InlineData("https://shop.example/?b=1#a=1#2&b=+", "fragment", "1#2|NULL")]
    [InlineData("https://shop.example/?", "query", "NULL|NULL")]
    [InlineData("https://shop.example/#?a=1", "query", null)]
    [InlineData("https://shop.example/?a=1", "fragment", null)]
    [InlineData("https://shop.example/?a=1", "path", null)]
    [InlineData("", "query", null)]
    public void UrlTags_OfAUrl_AreTheFirstThatSaySomething(string url, string part, string? expected)
    {
        var tags = Extras.UrlTags(Lit(url), part, ["a", "b"]);

        Assert.Equal(expected, Value(When(tags.IsNotNull(), ConcatWs("|", Coalesce(tags.GetItem(0), Lit("NULL")), Coalesce(tags.GetItem(1), Lit("NULL"))))));
    }

    [Theory]
    [InlineData("https://shop.example/?x=1&a=1", true)]
    [InlineData("https://shop.example/?amp;B=null#f", true)]
    [InlineData("https://shop.example/?a=%20+&B=%09%0d&b=%", true)]
    [InlineData("https://shop.example/?a=%20+&B=%09%0d", false)]
    [InlineData("https://shop.example/?aa=1&b", false)]
    [InlineData("https://shop.example/#?a=1", false)]
    [InlineData("a=1", false)]
    public void UrlHasParameter_OfAUrl_AsksForOneThatIsNotBlank(string url, bool expected) => Assert.Equal(expected, Value(Extras.UrlHasParameter(Lit(url), ["a", "b"])));

    [Theory]
    [InlineData("https://u:p@Shop.Example:8080/a?b#c", "shop.example")]
    [InlineData(" HTTPS://example.com./ ", "example.com")]
    [InlineData("https://shop_x.example", "shop_x.example")]
    [InlineData("android-app://com.google.android.gm/", "com.google.android.gm")]
    [InlineData("http://[::1]:80/", "[::1]")]
    [InlineData("https://shop.example?q=a|b c", "shop.example")]
    [InlineData("//shop.example/x", null)]
    [InlineData("https:///x", null)]
    [InlineData("not a url", null)]
    public void UrlHost_OfAUrl_IsInLowerCaseAndBare(string url, string? expected) => Assert.Equal(expected, Value(Extras.UrlHost(Lit(url))));

    [Fact]
    public void UrlParts_OfNull_AreNull()
    {
        Assert.Null(Value(Extras.UrlHost(Lit(null!).Cast("string"))));
        Assert.Null(Value(Extras.UrlHasParameter(Lit(null!).Cast("string"), ["a"])));
        Assert.Null(Value(Extras.UrlTags(Lit(null!).Cast("string"), "query", ["a"]).GetItem(0)));
    }

    private object? Value(Column column) => Spark.Range(1).Select(column.As("value")).Collect().Single()[0];
}
