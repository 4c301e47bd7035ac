using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models;

/// <summary>The eight raw columns, and what can be said of a row before it is staged.</summary>
public static class RawEvents
{
    /// <summary>The raw columns in the order in which <c>event_id</c> takes them, all text.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["client_id", "clientId", "timestamp", "event_name", "page_url", "referrer", "user_agent", "event_data"];

    /// <summary>The column that holds the text of a line which could not be read, else NULL.</summary>
    public const string RawText = "raw_text";

    /// <summary>The column that holds the md5, in lower hex, of such a line's bytes, which its text need not keep; else NULL.</summary>
    public const string RawMd5 = "raw_md5";

    /// <summary>The column with the file that a row came from.</summary>
    public const string SourceFile = "source_file";

    /// <summary>
    /// Gives each raw row its <c>event_id</c>, its <c>device_rule</c>, its <c>event_ts</c> (NULL where there is none) and the first <c>reason</c> why it cannot be staged (NULL where it can).
    /// </summary>
    /// <param name="raw">The eight raw columns, <see cref="RawText"/>, <see cref="RawMd5"/> and <see cref="SourceFile"/>.</param>
    /// <param name="settings">How instants are read, <see cref="AnalyticsSettings.MaxFuture"/>, and what becomes of bots.</param>
    /// <param name="channels">The device rules.</param>
    /// <param name="clock">The run's clock, an instant.</param>
    /// <returns>All columns of <paramref name="raw"/> and the four new ones.</returns>
    public static DataFrame Check(DataFrame raw, AnalyticsSettings settings, ChannelSettings channels, Column clock)
    {
        var unreadable = Col(RawText).IsNotNull();
        var missing = Coalesce(Col("instant_text") == "", Lit(true));

        var isLeftOut = settings.Bots == BotHandling.Exclude ? Col("device_rule").IsIn([.. DeviceRule.Bots]) : Lit(false);

        var events = WithInstant(raw.WithColumn("event_id", When(unreadable, Col(RawMd5)).Otherwise(EventId())), settings);
        return DeviceType.AddRule(events, channels.Devices)
            .WithColumn("reason", When(unreadable, "line_unreadable")
                .When(missing, "timestamp_missing")
                .When(Col("event_ts").IsNull(), "timestamp_unreadable")
                .When(Text.IsBlank(Col("event_name")), "event_name_missing")
                .When(Col("event_ts") > Latest(clock, settings), "timestamp_in_future")
                .When(isLeftOut, "bot")
                .Otherwise(Lit(null).Cast("string")))
            .Drop("instant_text", "instant");
    }

    /// <summary>Of rows that were set aside because they were in the future, those that a later clock lets in: nothing else can have changed about them.</summary>
    /// <param name="held">The raw columns.</param>
    /// <param name="settings">How instants are read, and <see cref="AnalyticsSettings.MaxFuture"/>.</param>
    /// <param name="clock">The later clock.</param>
    public static DataFrame NoLongerInFuture(DataFrame held, AnalyticsSettings settings, Column clock) =>
        WithInstant(held, settings).Filter(Col("event_ts") <= Latest(clock, settings));

    private static Column Latest(Column clock, AnalyticsSettings settings) => clock + Interval(settings.MaxFuture);

    private static DataFrame WithInstant(DataFrame rows, AnalyticsSettings settings) => rows
        .WithColumn("instant_text", Text.Trimmed(Col("timestamp")))
        .WithColumn("instant", EventTimestamp.Parse(Col("instant_text"), settings.EpochTimestamps))
        .WithColumn("event_ts", When(Col("instant") >= Lit(new Timestamp(1970, 1, 1, 0, 0, 0, 0)), Col("instant")));

    private static Column EventId() =>
        Md5(ConcatWs("\u001F", [.. Columns.Select(name => Coalesce(Col(name), Lit("\u001E")))]));
}
