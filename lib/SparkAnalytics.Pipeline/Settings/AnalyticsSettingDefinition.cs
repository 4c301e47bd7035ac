using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>One setting of <see cref="AnalyticsSettings"/>: its dotted key, how it is read, and its value as text.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Apply">The settings with the value that the node holds.</param>
/// <param name="Text">The value as a settings file takes it.</param>
/// <param name="Canonical">The value for the hash, the same for the same meaning; null for a setting that cannot alter a row.</param>
internal sealed record AnalyticsSettingDefinition(
    string Key,
    Func<AnalyticsSettings, SettingNode, AnalyticsSettings> Apply,
    Func<AnalyticsSettings, string> Text,
    Func<AnalyticsSettings, string>? Canonical);
