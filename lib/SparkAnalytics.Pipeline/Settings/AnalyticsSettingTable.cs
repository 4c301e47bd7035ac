using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using Definition = SparkAnalytics.Pipeline.Settings.AnalyticsSettingDefinition;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Every setting of <see cref="AnalyticsSettings"/>, in the order of conf/analytics.yaml.</summary>
internal static class AnalyticsSettingTable
{
    private const long LeastFileSize = 1L << 20;

    private const long LeastLineSize = 1L << 10;

    private const long MostLineSize = 1L << 30;

    public static IReadOnlyList<Definition> All { get; } =
    [
        .. RawEvents.Columns.Select(Names),
        Single("csv_delimiter", (s, n) => s with { Input = s.Input with { CsvDelimiter = SignText.Delimiter.Read(n) } }, s => SignText.Delimiter.Format(s.Input.CsvDelimiter)),
        Single("max_line_size", (s, n) => s with { Input = s.Input with { MaxLineSize = n.ByteSize(LeastLineSize, MostLineSize) } }, s => ByteSizeText.Format(s.Input.MaxLineSize))
            with { Canonical = null },
        Switch("epoch_timestamps", (s, n) => s with { EpochTimestamps = n.Boolean() }, s => s.EpochTimestamps),
        Set("placeholder_ids", (s, n) => s with { PlaceholderIds = n.LowerWordsOrNone() }, s => s.PlaceholderIds),
        Single("time_zone", (s, n) => s with { TimeZone = n.TimeZone() }, s => s.TimeZone),
        Single("session_timeout", (s, n) => s with { SessionTimeout = n.Duration(positive: true) }, s => DurationText.Format(s.SessionTimeout))
            with { Tables = [FctSessionEvents.Table.Name] },
        Single("session_entry", (s, n) => s with { SessionEntry = ChoiceTexts.SessionEntry.Read(n) }, s => ChoiceTexts.SessionEntry.Format(s.SessionEntry))
            with { Tables = [FctSessions.Table.Name] },
        Single("order_time", (s, n) => s with { OrderTime = ChoiceTexts.OrderTime.Read(n) }, s => ChoiceTexts.OrderTime.Format(s.OrderTime))
            with { Tables = [FctOrders.Table.Name] },
        Single("attribution_window", (s, n) => s with { AttributionWindow = n.Duration(positive: false) }, s => DurationText.Format(s.AttributionWindow))
            with { Tables = [FctOrderAttribution.Table.Name] },
        Set("attribution_models", (s, n) => s with { AttributionModels = n.Choices("attribution model", AttributionModelNames.All) }, s => s.AttributionModels)
            with { Tables = [FctOrderAttribution.Table.Name] },
        Single("time_decay.half_life", (s, n) => s with { TimeDecayHalfLife = n.Duration(positive: true) }, s => DurationText.Format(s.TimeDecayHalfLife))
            with { Tables = [FctOrderAttribution.Table.Name] },
        Single("max_future", (s, n) => s with { MaxFuture = n.Duration(positive: false) }, s => DurationText.Format(s.MaxFuture)),
        Single("utm_from", (s, n) => s with { UtmFrom = n.Choices("place of UTM values", UtmOrigins.All) }, s => ListText.Format(s.UtmFrom)),
        Single("utm_parameters.source", (s, n) => s with { UtmParameters = s.UtmParameters with { Source = n.ParameterNames() } }, s => ListText.Format(s.UtmParameters.Source)),
        Single("utm_parameters.medium", (s, n) => s with { UtmParameters = s.UtmParameters with { Medium = n.ParameterNames() } }, s => ListText.Format(s.UtmParameters.Medium)),
        Single("utm_parameters.campaign", (s, n) => s with { UtmParameters = s.UtmParameters with { Campaign = n.ParameterNames() } }, s => ListText.Format(s.UtmParameters.Campaign)),
        Single("bots", (s, n) => s with { Bots = ChoiceTexts.Bots.Read(n) }, s => ChoiceTexts.Bots.Format(s.Bots)),
        Switch("click_ids", (s, n) => s with { ClickIds = n.Boolean() }, s => s.ClickIds),
        Set("own_hosts", (s, n) => s with { OwnHosts = n.Hosts() }, s => s.OwnHosts),
        Set("event_names.pageviews", (s, n) => s with { EventNames = s.EventNames with { Pageviews = n.Words() } }, s => s.EventNames.Pageviews)
            with { Tables = [DimUsers.Table.Name] },
        Set("event_names.adds_to_cart", (s, n) => s with { EventNames = s.EventNames with { AddsToCart = n.Words() } }, s => s.EventNames.AddsToCart)
            with { Tables = [DimUsers.Table.Name] },
        Set("event_names.checkouts_started", (s, n) => s with { EventNames = s.EventNames with { CheckoutsStarted = n.Words() } }, s => s.EventNames.CheckoutsStarted)
            with { Tables = [DimUsers.Table.Name] },
        Set("event_names.purchases", (s, n) => s with { EventNames = s.EventNames with { Purchases = n.Words() } }, s => s.EventNames.Purchases)
            with { Tables = [FctOrders.Table.Name, DimUsers.Table.Name] },
        Single("paths.transaction_id", (s, n) => s with { Paths = s.Paths with { TransactionId = n.KeyPath() } }, s => s.Paths.TransactionId),
        Single("paths.revenue", (s, n) => s with { Paths = s.Paths with { Revenue = n.KeyPath() } }, s => s.Paths.Revenue),
        Single("paths.utm_source", (s, n) => s with { Paths = s.Paths with { UtmSource = n.KeyPath() } }, s => s.Paths.UtmSource),
        Single("paths.utm_medium", (s, n) => s with { Paths = s.Paths with { UtmMedium = n.KeyPath() } }, s => s.Paths.UtmMedium),
        Single("paths.utm_campaign", (s, n) => s with { Paths = s.Paths with { UtmCampaign = n.KeyPath() } }, s => s.Paths.UtmCampaign),
        Single("revenue_separators.decimal", (s, n) => s with { RevenueSeparators = s.RevenueSeparators with { Decimal = SignText.Separator.Read(n) ?? throw n.Error("must be a sign") } }, s => SignText.Separator.Format(s.RevenueSeparators.Decimal)),
        Single("revenue_separators.thousands", (s, n) => s with { RevenueSeparators = s.RevenueSeparators with { Thousands = SignText.Separator.Read(n) } }, s => SignText.Separator.Format(s.RevenueSeparators.Thousands)),
        Single("files.target_file_size", (s, n) => s with { Files = s.Files with { TargetFileSize = n.ByteSize(LeastFileSize) } }, s => ByteSizeText.Format(s.Files.TargetFileSize))
            with { Canonical = null },
        Switch("files.deletion_vectors", (s, n) => s with { Files = s.Files with { DeletionVectors = n.Boolean() } }, s => s.Files.DeletionVectors)
            with { Canonical = null },
        Single("files.compact_above", (s, n) => s with { Files = s.Files with { CompactAbove = n.Count() } }, s => s.Files.CompactAbove.ToString(CultureInfo.InvariantCulture))
            with { Canonical = null },
        Single("files.keep_restatements", (s, n) => s with { Files = s.Files with { KeepRestatements = n.Duration(positive: true) } }, s => DurationText.Format(s.Files.KeepRestatements))
            with { Canonical = null },
    ];

    private static Definition Names(string column) => Single(
        $"columns.{column}", (s, n) => s with { Input = s.Input with { Columns = s.Input.Columns.SetItem(column, n.ColumnNames()) } }, s => ListText.Format(s.Input.Columns[column]));

    private static Definition Single(string key, Func<AnalyticsSettings, SettingNode, AnalyticsSettings> apply, Func<AnalyticsSettings, string> text) =>
        new(key, apply, text, text);

    private static Definition Switch(string key, Func<AnalyticsSettings, SettingNode, AnalyticsSettings> apply, Func<AnalyticsSettings, bool> isOn) =>
        Single(key, apply, s => isOn(s) ? "true" : "false");

    // A list whose order means nothing.
    private static Definition Set(string key, Func<AnalyticsSettings, SettingNode, AnalyticsSettings> apply, Func<AnalyticsSettings, IReadOnlyList<string>> list) =>
        new(key, apply, s => ListText.Format(list(s)), s => ListText.Format(list(s).Order(StringComparer.Ordinal)));
}

/// <summary>One setting of <see cref="AnalyticsSettings"/>: its dotted key, how it is read, and its value as text.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Apply">The settings with the value that the node holds.</param>
/// <param name="Text">The value as a settings file takes it.</param>
/// <param name="Canonical">The value for the hash, the same for the same meaning; null for a setting that cannot alter a row.</param>
internal sealed record AnalyticsSettingDefinition(
    string Key,
    Func<AnalyticsSettings, SettingNode, AnalyticsSettings> Apply,
    Func<AnalyticsSettings, string> Text,
    Func<AnalyticsSettings, string>? Canonical)
{
    /// <summary>The tables whose rows it alters by itself; others follow from those.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [StgEvents.Table.Name, QuarantinedEvents.Table.Name];
}
