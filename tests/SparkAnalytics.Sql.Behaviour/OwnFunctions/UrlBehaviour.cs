using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.OwnFunctions;

/// <summary>Parts of URLs as they occur in life.</summary>
public abstract class UrlBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Theory]
    [InlineData("https://shop.example/?a=x%20y&b=+c#f", "a", "x%20y")]
    [InlineData("https://shop.example/?a=x%20y&b=+c#f", "b", "+c")]
    [InlineData("https://shop.example/?a=&a=%20&a=2&a=3", "a", "2")]
    [InlineData("https://shop.example/?a=+&b=1", "a", null)]
    [InlineData("https://shop.example/?A=1&aa=2", "a", null)]
    [InlineData("https://shop.example/#?a=1", "a", null)]
    [InlineData("/path only?a=50%off|x", "a", "50%off|x")]
    [InlineData("", "a", null)]
    public void UrlParameter_OfAUrl_IsTheFirstThatIsNotBlank(string url, string name, string? expected) => Assert.Equal(expected, Value(Extras.UrlParameter(Lit(url), name)));

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
        Assert.Null(Value(Extras.UrlParameter(Lit(null!).Cast("string"), "a")));
    }

    private object? Value(Column column) => Spark.Range(1).Select(column.As("value")).Collect().Single()[0];
}
