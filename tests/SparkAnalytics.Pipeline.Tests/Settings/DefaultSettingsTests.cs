using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class DefaultSettingsTests
{
    private static readonly EffectiveSettings _defaults = SettingsLoader.Load();

    // Hand-written from the rules; the record's own default must agree with them and with conf/analytics.yaml.
    public static TheoryData<string, string> Defaults => new()
    {
        { "columns.client_id", "[client_id]" },
        { "columns.clientId", "[clientId]" },
        { "columns.timestamp", "[timestamp]" },
        { "columns.event_name", "[event_name]" },
        { "columns.page_url", "[page_url]" },
        { "columns.referrer", "[referrer]" },
        { "columns.user_agent", "[user_agent]" },
        { "columns.event_data", "[event_data]" },
        { "csv_delimiter", "auto" },
        { "max_line_size", "128MB" },
        { "epoch_timestamps", "true" },
        { "placeholder_ids", "[undefined, null, nan, (not set), '[object object]']" },
        { "time_zone", "UTC" },
        { "session_timeout", "30m" },
        { "session_entry", "first_event" },
        { "order_time", "latest" },
        { "attribution_window", "7d" },
        { "attribution_models", "[first_click, last_click]" },
        { "time_decay.half_life", "7d" },
        { "max_future", "1d" },
        { "utm_from", "[event_data, page_url]" },
        { "utm_parameters.source", "[utm_source]" },
        { "utm_parameters.medium", "[utm_medium]" },
        { "utm_parameters.campaign", "[utm_campaign]" },
        { "bots", "keep" },
        { "click_ids", "false" },
        { "own_hosts", "[]" },
        { "event_names.pageviews", "[page_view, page_viewed]" },
        { "event_names.adds_to_cart", "[add_to_cart, product_added_to_cart]" },
        { "event_names.checkouts_started", "[begin_checkout, checkout_started]" },
        { "event_names.purchases", "[purchase, checkout_completed]" },
        { "paths.transaction_id", "$.transaction_id" },
        { "paths.revenue", "$.revenue" },
        { "paths.utm_source", "$.utm_source" },
        { "paths.utm_medium", "$.utm_medium" },
        { "paths.utm_campaign", "$.utm_campaign" },
        { "revenue_separators.decimal", "point" },
        { "revenue_separators.thousands", "none" },
        { "files.target_file_size", "16MB" },
        { "files.deletion_vectors", "false" },
        { "files.compact_above", "50" },
        { "files.keep_restatements", "400d" },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Load_WhenNothingIsSet_GivesTheDefault(string key, string value)
    {
        Assert.Equal(new EffectiveSetting(key, value, "default"), Assert.Single(_defaults.Entries, entry => entry.Key == key));
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Record_WhenMadeWithoutValues_HasTheSameDefault(string key, string value)
    {
        Assert.Equal(value, AnalyticsSettingTable.All.Single(definition => definition.Key == key).Text(new AnalyticsSettings()));
    }

    [Fact]
    public void AnalyticsYaml_HoldsEverySettingOnceInTheTablesOrder()
    {
        using var stream = typeof(SettingsLoader).Assembly.GetManifestResourceStream("conf/analytics.yaml")!;
        var layer = SettingsLayer.BuiltIn("conf/analytics.yaml", new StreamReader(stream).ReadToEnd());

        var keys = layer.Root!.Mapping().SelectMany(pair => pair.Value.IsMapping ? pair.Value.Mapping().Select(member => member.Value.Key) : [pair.Value.Key]);

        Assert.Equal(AnalyticsSettingTable.All.Select(definition => definition.Key), keys);
        Assert.Equal(Defaults.Select(row => row.Data.Item1), AnalyticsSettingTable.All.Select(definition => definition.Key));
    }

    [Fact]
    public void Load_WhenNothingIsSet_GivesExactDurations()
    {
        Assert.Equal(18_000_000_000, _defaults.Analytics.SessionTimeout.Ticks);
        Assert.Equal(168, _defaults.Analytics.AttributionWindow.TotalHours);
        Assert.Equal(168, _defaults.Analytics.TimeDecayHalfLife.TotalHours);
        Assert.Equal(24, _defaults.Analytics.MaxFuture.TotalHours);
    }
}
