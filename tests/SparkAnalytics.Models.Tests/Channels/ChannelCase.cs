using System.Text.Json;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Events with tags, a page and a referrer, and what their channel must be.</summary>
internal static class ChannelCase
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RawEvent Tagged(string? source, string? medium = null, string? campaign = null, string? referrer = null, string? page = null)
    {
        var tags = new Dictionary<string, string?> { ["utm_source"] = source, ["utm_medium"] = medium, ["utm_campaign"] = campaign };
        return new RawEvent { EventData = JsonSerializer.Serialize(tags, s_readable), Referrer = referrer, PageUrl = page };
    }

    /// <summary>Compares the channel, and the rule that decided.</summary>
    public static void AssertChannel(
        this ModelsFixture models, string channel, string rule, IEnumerable<RawEvent> events, AnalyticsSettings? settings = null) =>
        models.AssertStaged("channel channel_rule", [.. events.Select(raw => (raw, (string?)$"{channel} | {rule}"))], settings);

    /// <summary>Compares the channel, and the rule that decided, for events that came from a page.</summary>
    public static void AssertReferrers(
        this ModelsFixture models, string channel, string rule, IEnumerable<string?> referrers, string? page = null, AnalyticsSettings? settings = null) =>
        models.AssertChannel(channel, rule, referrers.Select(referrer => new RawEvent { Referrer = referrer, PageUrl = page }), settings);
}
