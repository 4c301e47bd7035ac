using System.Text.RegularExpressions;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class ChannelDataTests
{
    private static readonly ChannelSettings _channels = SettingsLoader.Load().Channels;

    [Theory]
    [InlineData("search", 60)]
    [InlineData("social", 80)]
    [InlineData("mail", 20)]
    public void Hosts_AreAtLeastAsManyAsPromised(string list, int least)
    {
        Assert.InRange(Sites(list).Hosts.Count, least, 1000);
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
        // The referrer rules ask for mail, services, search and social in turn: a host must be reached in its own list, and by no other of it.
        string[] order = ["mail", "services", "search", "social"];
        var hidden =
            from list in order
            from host in Sites(list).Hosts
            from earlier in order[..(Array.IndexOf(order, list) + 1)]
            where Matches(Sites(earlier) with { Hosts = [.. Sites(earlier).Hosts.Where(other => other != host)] }, host)
            select $"{host} of {list} by {earlier}";

        Assert.Empty(hidden);
    }

    [Theory]
    [InlineData("mail.google.com", "mail")]
    [InlineData("mail.yandex.ru", "mail")]
    [InlineData("outlook.live.com", "mail")]
    [InlineData("com.google.android.gm", "mail")]
    [InlineData("docs.google.com", "services")]
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
        Assert.Equal(list, new[] { "mail", "services", "search", "social" }.FirstOrDefault(name => Matches(Sites(name), host)));
    }

    [Fact]
    public void Lists_HoldWhatTheRulesName()
    {
        Assert.Equal("ac co com edu go gob gov ltd me mil ne net nom or org plc sch", string.Join(' ', _channels.PublicSecondLabels));
        Assert.Equal("gclid gbraid wbraid msclkid fbclid ttclid twclid li_fat_id irclickid affid", string.Join(' ', _channels.ClickIdParameters));
        Assert.Contains("google", Sites("search").ShortNames);
        Assert.Equal(["fb", "ig"], Sites("social").ShortNames.Intersect(["fb", "ig"]));
    }

    private static SiteList Sites(string name) => _channels.Sites.Single(sites => sites.Name == name);

    private static bool Matches(SiteList sites, string host) =>
        sites.Hosts.Concat(sites.Packages).Any(listed => host == listed || host.EndsWith("." + listed, StringComparison.Ordinal))
        || sites.CountryForms.Any(form => Regex.IsMatch(host, $@"^(?:.*\.)?{Regex.Escape(form)}\.(?:{SiteList.CountrySuffixPattern})$"));
}
