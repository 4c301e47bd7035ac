using static SparkAnalytics.Models.Tests.Channels.ChannelCase;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Every site of the built-in lists: as itself, as a sub-domain, as a country form, as an app, by its short name.</summary>
public sealed class SiteListTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly string[] s_countrySuffixes = ["com", "cat", "de", "fr", "jp", "co.uk", "co.jp", "com.au", "com.br"];

    [Theory]
    [InlineData("returns", "Direct", "referrer_return")]
    [InlineData("search_ads", "Paid Search", "referrer_ad_search")]
    [InlineData("ads", "Other Paid", "referrer_ad_other")]
    [InlineData("assistants", "Referral", "referrer_assistant")]
    [InlineData("services", "Referral", "referrer_service")]
    [InlineData("mail", "Email", "referrer_mail")]
    [InlineData("search", "Organic Search", "referrer_search")]
    [InlineData("social", "Social", "referrer_social")]
    public void Build_WhenReferrerIsListed_HasTheChannelOfTheList(string list, string channel, string rule)
    {
        var sites = Sites(list);
        var hosts = sites.Hosts.Concat(sites.CountryForms.SelectMany(stem => s_countrySuffixes.Select(suffix => $"{stem}.{suffix}"))).ToList();

        models.AssertReferrers(
            channel,
            rule,
            [
                .. hosts.Select(host => $"https://{host}/"),
                .. hosts.Select(host => $"http://sub-domain.{host}:8080/path?x=1"),
                .. sites.Packages.Select(package => $"android-app://{package}/"),
            ]);
    }

    [Theory]
    [InlineData("search", "Organic Search", "utm_organic_search")]
    [InlineData("social", "Social", "utm_social")]
    public void Build_WhenSourceIsListed_HasTheChannelOfTheList(string list, string channel, string rule)
    {
        var sites = Sites(list);
        models.AssertChannel(
            channel,
            rule,
            sites.ShortNames.Concat(sites.Hosts).Concat(sites.Hosts.Select(host => $"www.{host}")).Select(source => Tagged(source)));
    }

    [Fact]
    public void Build_WhenALayerBeforeHoldsAHost_ItsListDecidesForReferrersAndSources()
    {
        var own = new SiteList("search", [], ["docs.google.com"], [], [], []);
        var channels = ModelsFixture.Channels with { SiteOrder = [own, .. ModelsFixture.Channels.SiteOrder] };

        models.AssertStaged(
            "channel channel_rule",
            [
                (new RawEvent { Referrer = "https://docs.google.com/" }, "Organic Search | referrer_search"),
                (Tagged("docs.google.com"), "Organic Search | utm_organic_search"),
                (new RawEvent { Referrer = "https://drive.google.com/" }, "Referral | referrer_service"),
            ],
            channels: channels);
    }

    [Fact]
    public void Build_WhenAListExceptsACountry_CountryFormsBehindItStillHoldTheirHosts()
    {
        var channels = ModelsFixture.Channels with { SiteOrder = [new SiteList("mail", [], ["com", "uk"], [], [], ["uk", "co.au"]), new SiteList("search", [], [], ["shop"], [], [])] };

        models.AssertStaged(
            "channel_rule",
            [.. ((string[])["shop.uk", "shop.co.uk", "www.shop.com.uk", "shop.co.au", "shop.com"]).Zip(
                (string[])["referrer_search", "referrer_search", "referrer_search", "referrer_search", "referrer_mail"],
                (host, rule) => (new RawEvent { Referrer = $"https://{host}/" }, (string?)rule))],
            channels: channels);
    }

    [Fact]
    public void Build_WhenSourceOnlyContainsAShortName_IsNoSite() => models.AssertChannel(
        "Referral",
        "utm_undecided",
        Sites("search").ShortNames.Concat(Sites("social").ShortNames).SelectMany(name => (RawEvent[])[Tagged($"{name}-x1"), Tagged($"q1{name}")]));

    [Fact]
    public void Build_WhenReferrerIsAShortName_IsNoSite() => models.AssertReferrers(
        "Referral",
        "referrer_other",
        Sites("search").ShortNames.Concat(Sites("social").ShortNames).Where(name => !name.Contains(' ', StringComparison.Ordinal)).Select(name => $"https://{name}/"),
        page: "https://shop.test/");

    [Fact]
    public void Build_WhenCountryFormIsNone_IsReferral() => models.AssertReferrers(
        "Referral",
        "referrer_other",
        ((string[])["google", "google.net", "google.x", "google.de.example", "google.co.com", "google.org.uk", "google.c1", "google.com.com", "google.comx", "google-de", "google.co.uk.de"])
            .Select(host => $"https://{host}/"));

    private static SiteList Sites(string name) => ModelsFixture.Channels.Sites.Single(sites => sites.Name == name);
}
