using System.Text.RegularExpressions;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class ChannelDataTests
{
    private static readonly string[] _order = ["returns", "search_ads", "ads", "assistants", "services", "mail", "search", "social"];

    private static readonly ChannelSettings _channels = SettingsLoader.Load().Channels;

    [Theory]
    [InlineData("search", 60)]
    [InlineData("social", 80)]
    [InlineData("mail", 60)]
    [InlineData("assistants", 15)]
    [InlineData("returns", 40)]
    [InlineData("services", 100)]
    public void Hosts_AreAtLeastAsManyAsPromised(string list, int least)
    {
        Assert.InRange(Sites(list).Hosts.Count, least, 1000);
    }

    [Fact]
    public void Hosts_OfAdServersAndSharedOnes_AreAtLeastAsManyAsPromised()
    {
        Assert.InRange(Sites("ads").Hosts.Count + Sites("search_ads").Hosts.Count, 30, 1000);
        Assert.InRange(_channels.SharedHosts.Hosts.Count, 40, 1000);
        Assert.InRange(Sites("assistants").Packages.Count, 15, 1000);
    }

    [Fact]
    public void Hosts_WhenInOneList_AreInNoOther()
    {
        var all = _channels.Sites.SelectMany(sites => sites.Hosts.Concat(sites.CountryForms.Select(form => form + ".*")).Concat(sites.Packages)).ToList();

        Assert.Empty(all.GroupBy(host => host).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(_channels.Sites.SelectMany(sites => sites.ShortNames).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Hosts_WhenTakenForSubDomains_DoNotHideEachOther()
    {
        // The first list that holds a host decides: a host must be reached in its own list, and by no other of it.
        var hidden =
            from list in _order
            from host in Sites(list).Hosts.Concat(Sites(list).Packages).Concat(Sites(list).CountryForms.Select(form => form + ".de"))
            from earlier in _order[..(Array.IndexOf(_order, list) + 1)]
            let sites = Sites(earlier)
            where Matches(
                sites with
                {
                    Hosts = [.. sites.Hosts.Where(other => other != host)],
                    Packages = [.. sites.Packages.Where(other => other != host)],
                    CountryForms = [.. sites.CountryForms.Where(form => earlier != list || form + ".de" != host)],
                },
                host)
            select $"{host} of {list} by {earlier}";

        Assert.Empty(hidden);
    }

    [Theory]
    [InlineData("mail.google.com", "mail")]
    [InlineData("mail.yandex.ru", "mail")]
    [InlineData("outlook.live.com", "mail")]
    [InlineData("com.google.android.gm", "mail")]
    [InlineData("docs.google.com", "services")]
    [InlineData("accounts.google.com", "returns")]
    [InlineData("checkout.stripe.com", "returns")]
    [InlineData("hooks.stripe.com", "returns")]
    [InlineData("pay.klarna.com", "returns")]
    [InlineData("www.paypal.com", "returns")]
    [InlineData("shop.eu.auth0.com", "returns")]
    [InlineData("shop.okta.com", "returns")]
    [InlineData("www.stripe.com", null)]
    [InlineData("www.klarna.com", null)]
    [InlineData("com.myklarnamobile", null)]
    [InlineData("community.auth0.com", null)]
    [InlineData("www.okta.com", null)]
    [InlineData("yabs.yandex.ru", "search_ads")]
    [InlineData("cr.naver.com", "search")]
    [InlineData("vertexaisearch.cloud.google.com", "assistants")]
    [InlineData("cloud.google.com", "services")]
    [InlineData("ads.yandex.ru", "services")]
    [InlineData("deref-gmx.net", "mail")]
    [InlineData("deref-web.de", "mail")]
    [InlineData("nam12.safelinks.protection.outlook.com", "mail")]
    [InlineData("urldefense.com", "mail")]
    [InlineData("u1.ct.sendgrid.net", "mail")]
    [InlineData("us1.campaign-archive.com", "mail")]
    [InlineData("www.cleverreach.com", null)]
    [InlineData("news.ycombinator.com", "social")]
    [InlineData("lnk.bio", "social")]
    [InlineData("gemini.google.com", "assistants")]
    [InlineData("plus.google.com", "social")]
    [InlineData("disk.yandex.ru", "services")]
    [InlineData("www.google.com", "search")]
    [InlineData("images.google.de", "search")]
    [InlineData("google.co.uk", "search")]
    [InlineData("www.google.com.hk", "search")]
    [InlineData("google.cat", "search")]
    [InlineData("yandex.com.tr", "search")]
    [InlineData("uk.search.yahoo.com", "search")]
    [InlineData("m.baidu.com", "search")]
    [InlineData("com.google.android.googlequicksearchbox", "search")]
    [InlineData("l.facebook.com", "social")]
    [InlineData("m.facebook.com", "social")]
    [InlineData("out.reddit.com", "social")]
    [InlineData("pinterest.co.uk", "social")]
    [InlineData("www.pinterest.com.au", "social")]
    [InlineData("com.instagram.android", "social")]
    [InlineData("notgoogle.com", null)]
    [InlineData("google.example.com", null)]
    [InlineData("netflix.com", null)]
    [InlineData("facebook.com.evil.example", null)]
    public void Sites_WhenAskedInTheRulesOrder_KnowTheHost(string host, string? list)
    {
        Assert.Equal(list, _order.FirstOrDefault(name => Matches(Sites(name), host)));
    }

    [Fact]
    public void Lists_HoldWhatTheRulesName()
    {
        Assert.Equal("ac co com edu go gob gov ltd me mil ne net nom or org plc sch", string.Join(' ', _channels.PublicSecondLabels));
        Assert.Equal("gclid gbraid wbraid gad_source msclkid yclid fbclid ttclid twclid li_fat_id ScCid rdt_cid epik dclid irclickid affid mc_cid srsltid", string.Join(' ', _channels.ClickIdParameters));
        Assert.Contains("google", Sites("search").ShortNames);
        Assert.Equal(["fb", "ig"], Sites("social").ShortNames.Intersect(["fb", "ig"]));
    }

    [Fact]
    public void SiteOrder_IsThatOfTheFile_AfterWhatTheUserAdds()
    {
        Assert.Equal(_order, _channels.SiteOrder.Select(sites => sites.Name));

        var own = SettingsFile.Load("sites: { search: { hosts: [docs.google.com], except: [news.google.com] }, papers: { hosts: [paper.example] } }\nshared_hosts: [pages.example]").Channels;

        Assert.Equal(["search", "papers", .. _order], own.SiteOrder.Select(sites => sites.Name));
        Assert.Equal(["docs.google.com"], own.SiteOrder[0].Hosts);
        Assert.Contains("plus.google.com", own.SiteOrder[^2].Except);
        Assert.Contains("news.google.com", own.SiteOrder[^2].Except);
        Assert.Equal(_channels.SharedHosts.Hosts.Count + 1, own.SharedHosts.Hosts.Count);
    }

    private static SiteList Sites(string name) => _channels.Sites.Single(sites => sites.Name == name);

    private static bool Matches(SiteList sites, string host) =>
        !sites.Except.Any(other => host == other || host.EndsWith("." + other, StringComparison.Ordinal)) && MatchesAny(sites, host);

    private static bool MatchesAny(SiteList sites, string host) =>
        sites.Hosts.Concat(sites.Packages).Any(listed => host == listed || host.EndsWith("." + listed, StringComparison.Ordinal))
        || sites.CountryForms.Any(form => Regex.IsMatch(host, $@"^(?:.*\.)?{Regex.Escape(form)}\.(?:{SiteList.CountrySuffixPattern})$"));
}
