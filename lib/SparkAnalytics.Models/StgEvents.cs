using SparkAnalytics.Models.Channels;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>stg_events</c>: one row per event, with its user, instant, money, tags, channel and device.</summary>
public static class StgEvents
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "stg_events",
        Grain = "event",
        Meaning = "Clean events: ids, instants, money, tags, channel and device.",
        Key = ["event_id"],
        Scope = TableScope.Event,
        TimeColumn = "event_ts",
        Columns =
        [
            new("event_id", "Identifies the event: md5 of its eight raw columns."),
            new("user_id", "The user: the first of client_id and clientId that is neither empty nor a placeholder; NULL where both are."),
            new("event_ts", "When it happened: an instant in UTC with microseconds."),
            new("event_date", "Its date in the setting time_zone."),
            new("event_name", "What happened, as read."),
            new("page_url", "The page, as read."),
            new("referrer", "The page before, as read."),
            new("user_agent", "The browser, as read."),
            new("event_data", "One JSON object as text, as read."),
            new("transaction_id", "The order that the event belongs to, from event_data; NULL where absent, empty or a placeholder."),
            new("revenue", "Its revenue in the shop's currency, from event_data; NULL where absent or no number."),
            new("utm_source", "Campaign source, from event_data or the page's query."),
            new("utm_medium", "Campaign medium, from the same."),
            new("utm_campaign", "Campaign name, from the same."),
            new("channel", "Marketing channel: Paid Search, Paid Social, Email, Other Paid, Organic Search, Social, Referral or Direct."),
            new("channel_rule", "Name of the rule that decided the channel."),
            new("device_type", "Mobile, Desktop or Unknown, by the user agent."),
            new("device_rule", "Name of the rule that decided the device; agent_missing without a user agent, agent_unknown where no rule knows it."),
        ],
    };

    /// <summary>Stages checked raw rows, exact duplicates once. Rows with a reason against them are left to the quarantine.</summary>
    /// <param name="checkedEvents">What <see cref="RawEvents.Check"/> gives.</param>
    /// <param name="settings">Placeholders, time zone, paths, origins of tags.</param>
    /// <param name="channels">Channel and device rules.</param>
    /// <returns>The declared columns.</returns>
    public static DataFrame Build(DataFrame checkedEvents, AnalyticsSettings settings, ChannelSettings channels)
    {
        var events = checkedEvents
            .Filter(Col("reason").IsNull())
            .WithColumn("user_id", Coalesce(Text.IdOrNull(Col("client_id"), settings.PlaceholderIds), Text.IdOrNull(Col("clientId"), settings.PlaceholderIds)))
            .WithColumn("event_date", DateIn(Col("event_ts"), settings.TimeZone))
            .WithColumn("json", When(IsJsonObject(Col("event_data")), Col("event_data")))
            .WithColumn("transaction_id", Text.IdOrNull(EventData.TextAt(Col("json"), settings.Paths.TransactionId), settings.PlaceholderIds))
            .WithColumn("revenue", EventData.MoneyAt(Col("json"), settings.Paths.Revenue, settings.RevenueSeparators));

        events = UtmTags.AddTo(events, "json", settings);
        events = ChannelExpression.AddTo(events, settings, channels)
            .WithColumn("device_type", DeviceType.Of(Col("device_rule"), channels.Devices));

        return events.Select(
            "event_id", "user_id", "event_ts", "event_date", "event_name", "page_url", "referrer", "user_agent", "event_data",
            "transaction_id", "revenue", "utm_source", "utm_medium", "utm_campaign", "channel", "channel_rule", "device_type", "device_rule")
            .DropDuplicates("event_id");
    }

    /// <summary>The calendar date of an instant in a time zone.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="timeZone">An IANA name; <c>UTC</c> needs no conversion.</param>
    internal static Column DateIn(Column instant, string timeZone) =>
        (timeZone == "UTC" ? instant : FromUtcTimestamp(instant, timeZone)).Cast("date");
}
