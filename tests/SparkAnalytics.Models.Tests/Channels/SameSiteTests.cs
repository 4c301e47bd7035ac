namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Whether a referrer is on the same site as the page: the last two labels, three under a country's public label, an address whole.</summary>
public sealed class SameSiteTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly string[] s_publicLabels =
        ["ac", "co", "com", "edu", "go", "gob", "gov", "ltd", "me", "mil", "ne", "net", "nom", "or", "org", "plc", "sch"];

    [Fact]
    public void Build_WhenHostsShareTheirSite_IsDirect() => AssertPairs(
        "Direct | referrer_internal",
        ("https://shop.test/", "https://shop.test/cart"),
        ("https://www.shop.test/", "https://checkout.shop.test/"),
        ("https://shop.test/", "https://a.b.c.shop.test/"),
        ("https://www.shop.test/", "http://SHOP.test.:8080/"),
        ("https://user@www.shop.test:443/x?y", "https://www.shop.test"),
        ("https://a.shop.de/", "https://b.shop.de/"),
        ("https://a.shop.co.uk/", "https://b.shop.co.uk/"),
        ("https://shop.co.uk/", "https://www.shop.co.uk/"),
        ("https://a.co.com/", "https://b.co.com/"),
        ("https://a.com.test/", "https://b.com.test/"),
        ("https://a.info.uk/", "https://b.info.uk/"),
        ("https://a.coop.uk/", "https://b.coop.uk/"),
        ("https://a.xco.uk/", "https://b.xco.uk/"),
        ("http://localhost:3000/", "http://localhost:5000/"),
        ("http://192.0.2.1/", "http://192.0.2.1:8080/"),
        ("http://[2001:db8::1]/", "http://[2001:DB8::1]:8080/"));

    [Fact]
    public void Build_WhenTheSiteIsAlsoAListedOne_IsStillDirect() => AssertPairs(
        "Direct | referrer_internal",
        ("https://store.google.com/", "https://www.google.com/"),
        ("https://www.facebook.com/shop", "https://l.facebook.com/"),
        ("https://shop.yahoo.com/", "https://mail.yahoo.com/"));

    [Fact]
    public void Build_WhenHostsAreOfDifferentSites_IsReferral() => AssertPairs(
        "Referral | referrer_other",
        ("https://shop.test/", "https://shop.example/"),
        ("https://shop.test/", "https://myshop.test/"),
        ("https://shop.test/", "https://shop.test.example/"),
        ("https://shop.test/", "https://test/"),
        ("https://shop.co.uk/", "https://other.co.uk/"),
        ("https://shop.uk/", "https://shop.co.uk/"),
        ("http://192.0.2.1/", "http://192.0.2.2/"),
        ("http://10.0.2.1/", "http://192.0.2.1/"),
        ("http://192.0.2.1/", "http://2.1/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::2]/"),
        ("http://localhost/", "http://otherhost/"),
        (null, "https://shop.test/"),
        ("", "https://shop.test/"),
        ("/path", "https://shop.test/"));

    [Fact]
    public void Build_WhenTheLabelBeforeTheCountryIsPublic_TakesThreeLabels()
    {
        AssertPairs("Referral | referrer_other", [.. s_publicLabels.Select(label => ((string?)$"https://one.{label}.zz/", $"https://two.{label}.zz/"))]);
        AssertPairs("Direct | referrer_internal", [.. s_publicLabels.Select(label => ((string?)$"https://a.one.{label}.zz/", $"https://b.one.{label}.zz/"))]);
    }

    [Fact]
    public void Build_WhenTheLastLabelHasNotTwoLetters_TakesTwoLabels() => AssertPairs(
        "Direct | referrer_internal",
        [.. s_publicLabels.Select(label => ((string?)$"https://one.{label}.test/", $"https://two.{label}.test/"))]);

    [Fact]
    public void Build_WhenHostsAreUnderASharedOne_TakesOneLabelMore()
    {
        AssertPairs(
            "Referral | referrer_other",
            ("https://a.github.io/", "https://b.github.io/"),
            ("https://a.github.io/", "https://github.io/"),
            ("https://github.io/", "https://a.github.io/"),
            ("https://a.myshopify.com/", "https://checkout.b.myshopify.com/"),
            ("https://a.blogspot.co.uk/", "https://b.blogspot.co.uk/"),
            ("https://a.blogspot.com/", "https://a.blogspot.de/"),
            ("https://a.my.canva.site/", "https://b.my.canva.site/"));
        AssertPairs(
            "Direct | referrer_internal",
            ("https://a.github.io/", "https://x.a.github.io/"),
            ("https://y.x.a.github.io/", "https://a.github.io/"),
            ("https://github.io/", "https://github.io/x"),
            ("https://a.blogspot.co.uk/", "https://www.a.blogspot.co.uk/"),
            ("https://a.my.canva.site/", "https://x.a.my.canva.site/"),
            ("https://a.notgithub.io/", "https://b.notgithub.io/"),
            ("https://my.canva.site/", "https://www.canva.site/"));
    }

    private void AssertPairs(string expected, params IEnumerable<(string? PageUrl, string Referrer)> pairs) =>
        models.AssertStaged(
            "channel channel_rule",
            [.. pairs.Select(pair => (new RawEvent { PageUrl = pair.PageUrl, Referrer = pair.Referrer }, (string?)expected))]);
}
