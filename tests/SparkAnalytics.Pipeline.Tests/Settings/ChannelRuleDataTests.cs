using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class ChannelRuleDataTests
{
    private const string Paid = "medium matches .*cp.*|ppc|paid.*|.*paid|retargeting|remarketing|sem";

    private static readonly EffectiveSettings _settings = SettingsLoader.Load();

    [Fact]
    public void Rules_StandInTheOrderOfTheSpecification()
    {
        string[] expected =
        [
            "utm_mail: Email", "utm_other_paid_medium: Other Paid", "utm_paid_search: Paid Search", "utm_paid_social: Paid Social", "utm_paid_other: Other Paid",
            "utm_social: Social", "utm_organic_search: Organic Search", "utm_referral: Referral", "utm_direct: Direct", "utm_assistant_host: Referral", "utm_assistant: Referral",
            "click_id_paid_search: Paid Search", "click_id_social: Social", "click_id_paid_social: Paid Social", "click_id_other_paid: Other Paid", "click_id_mail: Email", "click_id_organic_search: Organic Search",
            "utm_undecided: Referral", "referrer_none: Direct", "referrer_internal: Direct", "referrer_return: Direct",
            "referrer_ad_search: Paid Search", "referrer_ad_other: Other Paid", "referrer_assistant: Referral", "referrer_service: Referral", "referrer_mail: Email", "referrer_search: Organic Search", "referrer_social: Social", "referrer_other: Referral",
        ];

        Assert.Equal(expected, _settings.Channels.Rules.Select(rule => $"{rule.Name}: {rule.Channel}"));
    }

    [Theory]
    [InlineData("utm_mail", "Email when (source in [email, e-mail, e_mail, e mail, newsletter] or medium in [email, e-mail, e_mail, e mail, newsletter])")]
    [InlineData("utm_paid_other", "Other Paid when " + Paid)]
    [InlineData("utm_assistant", "Referral when source is assistants")]
    [InlineData("utm_referral", "Referral when medium in [referral, app, link]")]
    [InlineData("utm_direct", "Direct when source in [direct, (direct)] and (medium in [(none), none] or medium absent)")]
    [InlineData("click_id_paid_search", "Paid Search when click id in [gclid, gbraid, wbraid, gad_source, msclkid, yclid]")]
    [InlineData("click_id_social", "Social when click id in [fbclid]")]
    [InlineData("click_id_paid_social", "Paid Social when click id in [ttclid, twclid, li_fat_id, ScCid, rdt_cid, epik]")]
    [InlineData("click_id_other_paid", "Other Paid when click id in [dclid, irclickid, affid]")]
    [InlineData("click_id_mail", "Email when click id in [mc_cid]")]
    [InlineData("click_id_organic_search", "Organic Search when click id in [srsltid]")]
    [InlineData("utm_undecided", "Referral when utm present and (referrer is none or referrer is internal or referrer is returns)")]
    [InlineData("referrer_none", "Direct when referrer is none")]
    [InlineData("referrer_internal", "Direct when referrer is internal")]
    [InlineData("referrer_return", "Direct when referrer is returns")]
    [InlineData("referrer_ad_search", "Paid Search when referrer is search_ads")]
    [InlineData("referrer_ad_other", "Other Paid when referrer is ads")]
    [InlineData("referrer_assistant", "Referral when referrer is assistants")]
    [InlineData("referrer_mail", "Email when referrer is mail")]
    [InlineData("referrer_service", "Referral when referrer is services")]
    [InlineData("referrer_search", "Organic Search when referrer is search")]
    [InlineData("referrer_social", "Social when referrer is social")]
    [InlineData("referrer_other", "Referral always")]
    public void Rule_SaysWhatTheSpecificationSays(string name, string text)
    {
        Assert.Equal(new EffectiveSetting("rules." + name, text, "default"), Assert.Single(_settings.Entries, entry => entry.Key == "rules." + name));
    }

    [Theory]
    [InlineData("utm_paid_search", "Paid Search when " + Paid + " and ((source is search or source is search_ads) or medium in [paidsearch, paid_search, ")]
    [InlineData("utm_paid_social", "Paid Social when " + Paid + " and (source is social or medium in [paidsocial, paid_social, ")]
    [InlineData("utm_other_paid_medium", "Other Paid when medium in [display, banner, expandable, interstitial, affiliate, affiliates, sponsored, influencer, audio, ")]
    [InlineData("utm_organic_search", "Organic Search when (medium in [organic, organic_search, ")]
    [InlineData("utm_social", "Social when (source is social or medium in [social, ")]
    public void Rule_WithALongList_BeginsAsTheSpecificationSays(string name, string beginning)
    {
        Assert.StartsWith(beginning, _settings.Entries.Single(entry => entry.Key == "rules." + name).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_WhenReadAsRecords_HoldTheListsThemselves()
    {
        var rule = _settings.Channels.Rules.Single(rule => rule.Name == "referrer_search");

        var condition = Assert.IsType<Models.Settings.ChannelCondition.ReferrerOn>(Assert.Single(rule.Conditions));
        Assert.Same(_settings.Channels.Sites.Single(sites => sites.Name == "search"), condition.Sites);
        Assert.Contains("google", condition.Sites.CountryForms);
    }
}
