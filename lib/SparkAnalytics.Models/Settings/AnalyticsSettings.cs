namespace SparkAnalytics.Models.Settings;

/// <summary>Every setting of the seven models, with its default. Sites and channel rules stand in <see cref="ChannelSettings"/>.</summary>
public sealed record AnalyticsSettings
{
    /// <summary>How the raw events are read.</summary>
    public InputSettings Input { get; init; } = new();

    /// <summary>Whether a timestamp of exactly 10, 13 or 16 digits is seconds, milliseconds or microseconds since 1970.</summary>
    public bool EpochTimestamps { get; init; } = true;

    /// <summary>What broken tags send instead of a user or transaction id, which counts as none; trimmed and in ASCII lower case, as ids are compared.</summary>
    public IReadOnlyList<string> PlaceholderIds { get; init; } = ["undefined", "null", "nan", "(not set)", "[object object]"];

    /// <summary>IANA time zone in which event_date, session_date and order_date are counted.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>A gap longer than this starts a new session. At least one microsecond.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Which event of a session gives its referrer, channel and UTM values.</summary>
    public SessionEntry SessionEntry { get; init; }

    /// <summary>Which of an order's events gives its instant and date.</summary>
    public OrderTime OrderTime { get; init; }

    /// <summary>How long before an order a touch may be to earn credit; both ends are included. Not negative.</summary>
    public TimeSpan AttributionWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Names of the attribution models to compute, out of <see cref="AttributionModelNames.All"/>; at least one, none twice.</summary>
    public IReadOnlyList<string> AttributionModels { get; init; } = [AttributionModelNames.FirstClick, AttributionModelNames.LastClick];

    /// <summary>Time in which a touch loses half of its weight in the model <c>time_decay</c>. At least one microsecond.</summary>
    public TimeSpan TimeDecayHalfLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary>An event later than the run's clock by more than this is quarantined. Not negative.</summary>
    public TimeSpan MaxFuture { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Where UTM values are taken from, out of <see cref="UtmOrigins.All"/>; the first that holds any of the three is used alone.</summary>
    public IReadOnlyList<string> UtmFrom { get; init; } = [UtmOrigins.EventData, UtmOrigins.PageUrl];

    /// <summary>Which parameters of page_url hold the UTM values.</summary>
    public UtmParameterSettings UtmParameters { get; init; } = new();

    /// <summary>What becomes of events whose device rule is one of <see cref="DeviceRule.Bots"/>.</summary>
    public BotHandling Bots { get; init; }

    /// <summary>Whether ad click ids in page_url decide the channel between UTM and referrer.</summary>
    public bool ClickIds { get; init; }

    /// <summary>Hosts in lower case that, with their sub-domains, count as the site's own as referrers, payment providers for example.</summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];

    /// <summary>Which event names count as what.</summary>
    public EventNameSettings EventNames { get; init; } = new();

    /// <summary>Where event_data holds the values that stg_events takes from it.</summary>
    public EventDataPathSettings Paths { get; init; } = new();

    /// <summary>How a revenue that is text is written.</summary>
    public RevenueSeparators RevenueSeparators { get; init; } = new();

    /// <summary>How table files are written; never alters a row.</summary>
    public FileSettings Files { get; init; } = new();
}
