using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class SettingsHashTests
{
    private static readonly string _default = SettingsLoader.Load().Hash;

    [Fact]
    public void Hash_IsLowerHexOfSha256()
    {
        Assert.Matches("^[0-9a-f]{64}$", _default);
        Assert.Equal("01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b", SettingsHash.Of([""]));
    }

    [Theory]
    [InlineData("session_timeout: 1800s")]
    [InlineData("attribution_window: 168h")]
    [InlineData("attribution_models: [last_click, first_click]")]
    [InlineData("placeholder_ids: [' NULL', nan, undefined, (not set), '[Object Object]']")]
    [InlineData("utm_parameters: { source: [UTM_Source] }")]
    [InlineData("event_names: { purchases: [checkout_completed, purchase] }")]
    [InlineData("files: { target_file_size: 64MB }")]
    [InlineData("files: { deletion_vectors: true, compact_above: 0, keep_restatements: 30d }")]
    [InlineData("word_lists: { mail_words: [newsletter] }")]
    [InlineData("word_lists: { nobody_asks: [anything] }")]
    public void Hash_WhenNoRowCanChange_StaysTheSame(string text)
    {
        Assert.Equal(_default, SettingsFile.Load(text).Hash);
    }

    [Theory]
    [InlineData("session_timeout: 30m1us")]
    [InlineData("time_zone: Europe/Berlin")]
    [InlineData("utm_from: [page_url, event_data]")]
    [InlineData("utm_from: [event_data, page_url, page_fragment]")]
    [InlineData("utm_parameters: { source: [utm_source, src] }")]
    [InlineData("epoch_timestamps: false")]
    [InlineData("placeholder_ids: []")]
    [InlineData("session_entry: first_with_source")]
    [InlineData("order_time: earliest")]
    [InlineData("bots: exclude")]
    [InlineData("revenue_separators: { thousands: ',' }")]
    [InlineData("own_hosts: [pay.example]")]
    [InlineData("word_lists: { mail_words: [rundbrief] }")]
    [InlineData("sites: { search: { hosts: [search.example] } }")]
    [InlineData("sites: { search: { hosts: [bing.com] } }")]
    [InlineData("sites: { search: { except: [news.google.com] } }")]
    [InlineData("shared_hosts: [pages.example]")]
    [InlineData("public_second_labels: [asso]")]
    [InlineData("rules: [{ name: ours, channel: Direct, when: { source_in: [us] } }]")]
    [InlineData("devices: [{ name: ours, device: Mobile, pattern: us }]")]
    public void Hash_WhenARowCanChange_IsAnother(string text)
    {
        Assert.NotEqual(_default, SettingsFile.Load(text).Hash);
    }

    [Fact]
    public void Hash_WhenOnlyConditionsChangePlaces_StaysTheSameButNotWhenRulesDo()
    {
        const string one = "{ name: one, channel: Direct, when: { source_in: [a, b], medium_absent: true } }";
        const string turned = "{ name: one, channel: Direct, when: { medium_absent: true, source_in: [b, a] } }";
        const string two = "{ name: two, channel: Social, when: { any_of: [{ source_absent: true }, { utm_present: true }] } }";
        const string twoTurned = "{ name: two, channel: Social, when: { any_of: [{ utm_present: true }, { source_absent: true }] } }";

        var hash = SettingsFile.Load($"rules: [{one}, {two}]").Hash;

        Assert.Equal(hash, SettingsFile.Load($"rules: [{turned}, {twoTurned}]").Hash);
        Assert.NotEqual(hash, SettingsFile.Load($"rules: [{two}, {one}]").Hash);
    }
}
