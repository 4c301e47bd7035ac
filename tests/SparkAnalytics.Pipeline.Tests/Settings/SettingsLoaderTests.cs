using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class SettingsLoaderTests
{
    [Fact]
    public void Load_WhenFileAndAssignmentSet_TheLaterWinsAndEachIsRemembered()
    {
        var settings = SettingsFile.Load(
            """
            # ours
            session_timeout: 1h30m
            attribution_window: 14d
            event_names:
              purchases: [order_paid]
            """,
            "attribution_window=168h",
            "own_hosts=[Pay.Example.com., klarna.com]",
            "click_ids=true");

        Assert.Equal(TimeSpan.FromMinutes(90), settings.Analytics.SessionTimeout);
        Assert.Equal(TimeSpan.FromDays(7), settings.Analytics.AttributionWindow);
        Assert.Equal(["order_paid"], settings.Analytics.EventNames.Purchases);
        Assert.Equal(["page_view", "page_viewed"], settings.Analytics.EventNames.Pageviews);
        Assert.Equal(["pay.example.com", "klarna.com"], settings.Analytics.OwnHosts);
        Assert.True(settings.Analytics.ClickIds);
        Assert.EndsWith("my.yaml:2", Source(settings, "session_timeout"), StringComparison.Ordinal);
        Assert.EndsWith("my.yaml:5", Source(settings, "event_names.purchases"), StringComparison.Ordinal);
        Assert.Equal("--set", Source(settings, "attribution_window"));
        Assert.Equal("default", Source(settings, "event_names.pageviews"));
    }

    [Theory]
    [InlineData("time_zone=Europe/Berlin", "time_zone", "Europe/Berlin")]
    [InlineData("attribution_models=[linear,time_decay]", "attribution_models", "[linear, time_decay]")]
    [InlineData("time_decay.half_life=90s", "time_decay.half_life", "1m30s")]
    [InlineData("max_future=0s", "max_future", "0s")]
    [InlineData("utm_from=[page_url]", "utm_from", "[page_url]")]
    [InlineData("revenue_separators.thousands=,", "revenue_separators.thousands", "comma")]
    [InlineData("revenue_separators.thousands='", "revenue_separators.thousands", "apostrophe")]
    [InlineData("revenue_separators.thousands=_", "revenue_separators.thousands", "_")]
    [InlineData("revenue_separators.decimal=comma", "revenue_separators.decimal", "comma")]
    [InlineData("paths.revenue=$.order.total-price", "paths.revenue", "$.order.total-price")]
    [InlineData("files.target_file_size=1GB", "files.target_file_size", "1GB")]
    [InlineData("event_names.pageviews=['a, b', \"it's\"]", "event_names.pageviews", "['a, b', 'it''s']")]
    public void Load_WhenAssigned_TakesTheValue(string assignment, string key, string value)
    {
        var settings = SettingsLoader.Load(null, [assignment]);

        Assert.Equal(new EffectiveSetting(key, value, "--set"), settings.Entries.Single(entry => entry.Key == key));
    }

    [Fact]
    public void Load_WhenUserAddsSitesAndRules_ListsGrowAndRulesComeFirst()
    {
        var settings = SettingsFile.Load(
            """
            sites:
              search: { hosts: [Search.Example, google.*] }
              papers:
                short_names: [daily]
                hosts: [daily.example]
            word_lists:
              mail_words: [Rundbrief]
            rules:
              - name: our_papers
                channel: Organic Search
                when: { referrer_is: papers, campaign_absent: true }
              - name: our_partners
                channel: Other Paid
                when: { referrer_host_in: [partner.example, blog.*] }
            devices:
              - { name: our_kiosk, device: Desktop, pattern: kiosk/\d+ }
            """);

        Assert.Equal(["our_papers", "our_partners", "utm_mail"], settings.Channels.Rules.Take(3).Select(rule => rule.Name));
        Assert.Equal(new DeviceRule("our_kiosk", "Desktop", @"kiosk/\d+"), settings.Channels.Devices[0]);
        Assert.Equal("search.example", settings.Channels.Sites.Single(sites => sites.Name == "search").Hosts[^1]);
        Assert.Contains("rundbrief", settings.Entries.Single(entry => entry.Key == "rules.utm_mail").Value, StringComparison.Ordinal);
        Assert.Matches(@"^default \+ .*my\.yaml:2$", Source(settings, "sites.search.hosts"));
        Assert.EndsWith("my.yaml:9", Source(settings, "rules.our_papers"), StringComparison.Ordinal);
        var papers = Assert.IsType<ChannelCondition.ReferrerOn>(settings.Channels.Rules[0].Conditions[0]).Sites;
        Assert.Equal(["daily.example"], papers.Hosts);
        Assert.Equal(new ChannelCondition.UtmAbsent(UtmField.Campaign), settings.Channels.Rules[0].Conditions[1]);
        var partners = Assert.IsType<ChannelCondition.ReferrerOn>(Assert.Single(settings.Channels.Rules[1].Conditions)).Sites;
        Assert.Equal(("", "partner.example", "blog"), (partners.Name, Assert.Single(partners.Hosts), Assert.Single(partners.CountryForms)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void Load_WhenFileHoldsNothing_GivesDefaults(string text)
    {
        Assert.Equal(SettingsLoader.Load().Hash, SettingsFile.Load(text).Hash);
    }

    private static string Source(EffectiveSettings settings, string key) => settings.Entries.Single(entry => entry.Key == key).Source;
}
