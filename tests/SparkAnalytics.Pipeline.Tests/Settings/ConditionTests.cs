using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("source_in: [ A , b]", "source in [a, b]")]
    [InlineData("medium_in: mail_words", "medium in [email, e-mail, e_mail, e mail, newsletter]")]
    [InlineData("campaign_in: [spring sale]", "campaign in [spring sale]")]
    [InlineData("source_or_medium_in: [a]", "(source in [a] or medium in [a])")]
    [InlineData("source_matches: 'a|b'", "source matches a|b")]
    [InlineData("medium_matches: a.*", "medium matches a.*")]
    [InlineData(@"campaign_matches: \d+", @"campaign matches \d+")]
    [InlineData("source_absent: true", "source absent")]
    [InlineData("medium_absent: true", "medium absent")]
    [InlineData("campaign_absent: true", "campaign absent")]
    [InlineData("utm_present: true", "utm present")]
    [InlineData("source_is: social", "source is social")]
    [InlineData("source_is: [search, social]", "(source is search or source is social)")]
    [InlineData("click_id_in: [ScCid]", "click id in [ScCid]")]
    [InlineData("click_id_in: social_click_ids", "click id in [fbclid]")]
    [InlineData("referrer_is: internal", "referrer is internal")]
    [InlineData("referrer_is: [none, mail]", "(referrer is none or referrer is mail)")]
    [InlineData("referrer_host_in: [A.Example., blog.*]", "referrer is [a.example, 'blog.*'] [] []")]
    [InlineData("any_of: [{ source_absent: true, medium_absent: true }, { utm_present: true }]", "(source absent and medium absent or utm present)")]
    public void Load_WhenARuleAsks_ReadsTheCondition(string condition, string text)
    {
        var settings = SettingsFile.Load($"rules: [{{ name: ours, channel: Social, when: {{ {condition} }} }}]");

        Assert.Equal("Social when " + text, settings.Entries.Single(entry => entry.Key == "rules.ours").Value);
    }

    [Fact]
    public void Load_WhenRulesComeFromFileAndCommandLine_TheCommandLineIsAskedFirst()
    {
        var settings = SettingsFile.Load(
            "rules: [{ name: of_file, channel: Social, when: { click_id_in: [ScCid] } }]",
            "rules=[{ name: of_line, channel: Email, when: { source_in: crm_names } }]",
            "word_lists.crm_names=[crm]");

        Assert.Equal(["of_line", "of_file", "utm_mail"], settings.Channels.Rules.Take(3).Select(rule => rule.Name));
        Assert.Equal("--set", settings.Entries.Single(entry => entry.Key == "rules.of_line").Source);
        Assert.Equal("ScCid", settings.Channels.ClickIdParameters[0]);
        var words = Assert.IsType<ChannelCondition.UtmIn>(Assert.Single(settings.Channels.Rules[0].Conditions));
        Assert.Equal((UtmField.Source, "crm"), (words.Field, Assert.Single(words.Words)));
    }
}
