using SparkAnalytics.Models.Channels;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models;

/// <summary><c>stg_events</c>: one row per event, with its user, instant, money, tags, channel and device.</summary>
public static class StgEvents
{
    /// <summary>Stages checked raw rows. Rows with a reason against them are left to the quarantine.</summary>
    /// <param name="checkedEvents">What <see cref="RawEvents.Check"/> gives.</param>
    /// <param name="settings">Time zone, paths, origins of tags.</param>
    /// <param name="channels">Channel and device rules.</param>
    /// <returns>The columns of the specification, in its order.</returns>
    public static DataFrame Build(DataFrame checkedEvents, AnalyticsSettings settings, ChannelSettings channels)
    {
        var events = checkedEvents
            .Filter(Col("reason").IsNull())
            .WithColumn("user_id", Coalesce(Text.TrimmedOrNull(Col("client_id")), Text.TrimmedOrNull(Col("clientId"))))
            .WithColumn("event_date", DateIn(Col("event_ts"), settings.TimeZone))
            .WithColumn("json", When(IsJsonObject(Col("event_data")), Col("event_data")))
            .WithColumn("transaction_id", EventData.TextAt(Col("json"), settings.Paths.TransactionId))
            .WithColumn("revenue", EventData.Money(EventData.NumberTextAt(Col("json"), settings.Paths.Revenue)));

        events = UtmTags.AddTo(events, "json", settings);
        events = ChannelExpression.AddTo(events, settings, channels)
            .WithColumn("device_type", DeviceType.Of(Col("user_agent"), channels.Devices));

        return events.Select(
            "event_id", "user_id", "event_ts", "event_date", "event_name", "page_url", "referrer", "user_agent", "event_data",
            "transaction_id", "revenue", "utm_source", "utm_medium", "utm_campaign", "channel", "channel_rule", "device_type");
    }

    /// <summary>The calendar date of an instant in a time zone.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="timeZone">An IANA name; <c>UTC</c> needs no conversion.</param>
    internal static Column DateIn(Column instant, string timeZone) =>
        (timeZone == "UTC" ? instant : FromUtcTimestamp(instant, timeZone)).Cast("date");
}
