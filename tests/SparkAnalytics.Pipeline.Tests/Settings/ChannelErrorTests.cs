namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class ChannelErrorTests
{
    [Theory]
    [InlineData("{ name: utm_mail, channel: Email, when: { source_in: [a] } }", "line 1, column 17: 'rules.name' is 'utm_mail', the name of another rule, too; every rule needs a name of its own")]
    [InlineData("{ name: a, channel: Email, when: { utm_present: true } }, { name: a, channel: Email, when: { utm_present: true } }", "line 1, column 75: 'rules.name' is 'a', the name of another rule, too; every rule needs a name of its own")]
    [InlineData("{ name: Our-Rule, channel: Email, when: { source_in: [a] } }", "line 1, column 17: 'rules.name' has the name 'Our-Rule', which must be in snake_case: a letter, then letters, digits and _, all lower case")]
    [InlineData("{ name: a, channel: Emial, when: { source_in: [a] } }", "line 1, column 29: unknown channel 'Emial' in 'rules.channel'; did you mean 'Email'?")]
    [InlineData("{ name: a, when: { source_in: [a] } }", "line 1, column 9: 'rules' lacks 'channel'")]
    [InlineData("{ channel: Email }", "line 1, column 9: 'rules' lacks 'name'")]
    [InlineData("{ name: a, channel: Email }", "line 1, column 9: 'rules' has the rule 'a' without 'when', which would hide every rule after it; say when it holds")]
    [InlineData("{ name: a, chanel: Email }", "line 1, column 20: unknown part of a rule 'chanel' in 'rules'; did you mean 'channel'?")]
    [InlineData("{ name: a, channel: Email, when: {} }", "line 1, column 42: 'rules.a.when' must hold at least one condition")]
    [InlineData("{ name: a, channel: Email, when: { sorce_in: [a] } }", "line 1, column 44: unknown condition 'sorce_in' in 'rules.a.when'; did you mean 'source_in'?")]
    [InlineData("{ name: a, channel: Email, when: { source_in: mail_word } }", "line 1, column 55: unknown word list 'mail_word' in 'rules.a.when.source_in'; did you mean 'mail_words'?")]
    [InlineData("{ name: a, channel: Email, when: { source_is: serch } }", "line 1, column 55: unknown list of sites 'serch' in 'rules.a.when.source_is'; did you mean 'search'?")]
    [InlineData("{ name: a, channel: Email, when: { referrer_is: [mail, internl] } }", "line 1, column 64: unknown list of sites 'internl' in 'rules.a.when.referrer_is'; did you mean 'internal'?")]
    [InlineData("{ name: a, channel: Email, when: { click_id_in: paid_ids } }", "line 1, column 57: unknown click id list 'paid_ids' in 'rules.a.when.click_id_in'; there are: paid_search_click_ids, social_click_ids, paid_social_click_ids, other_paid_click_ids, email_click_ids, organic_click_ids")]
    [InlineData("{ name: a, channel: Email, when: { utm_present: false } }", "line 1, column 57: 'rules.a.when.utm_present' can only be true; leave it out instead of false")]
    [InlineData("{ name: a, channel: Email, when: { any_of: [] } }", "line 1, column 52: 'rules.a.when.any_of' must not be empty")]
    [InlineData("{ name: a, channel: Email, when: { medium_matches: 'a(?=b)' } }", "line 1, column 60: 'rules.a.when.medium_matches' is not a regular expression that can be used: of the groups that begin with (? only (?: is supported")]
    public void Load_WhenARuleIsWrong_SaysWhatWhereAndWhatToDo(string rules, string message)
    {
        Assert.Equal("my.yaml, " + message, SettingsFile.Refusal($"rules: [{rules}]"));
    }

    [Theory]
    [InlineData("devices: [{ name: a, device: Phone, pattern: a }]", "line 1, column 30: unknown device 'Phone' in 'devices.device'; there are: Mobile, Desktop, Unknown")]
    [InlineData("devices: [{ name: bot, device: Mobile, pattern: a }]", "line 1, column 19: 'devices.name' is 'bot', the name of another rule, too; every rule needs a name of its own")]
    [InlineData("devices: [{ name: a, device: Mobile, pattern: iPhone }]", "line 1, column 47: 'devices.a.pattern' is not a regular expression that can be used: values are compared in lower case, so an upper-case letter never matches")]
    [InlineData("sites: { search: { host: [a.b] } }", "line 1, column 20: unknown part of a list of sites 'host' in 'sites.search'; did you mean 'hosts'?")]
    [InlineData("sites: { internal: { hosts: [a.b] } }", "line 1, column 10: 'sites' must not name a list 'internal', which has a meaning of its own in referrer_is")]
    [InlineData("sites: { search: { hosts: ['*.a.b'] } }", "line 1, column 28: 'sites.search.hosts' must hold hosts without scheme, port and path, as in pay.example.com, not '*.a.b'")]
    [InlineData("word_lists: { Mail: [a] }", "line 1, column 15: 'word_lists' has the name 'Mail', which must be in snake_case: a letter, then letters, digits and _, all lower case")]
    public void Load_WhenAListOrDeviceIsWrong_SaysWhatWhereAndWhatToDo(string text, string message)
    {
        Assert.Equal("my.yaml, " + message, SettingsFile.Refusal(text));
    }
}
