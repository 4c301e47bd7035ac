namespace SparkAnalytics.Pipeline.Settings;

/// <summary>A key and its value, each with its place.</summary>
internal readonly record struct SettingPair(SettingNode Name, SettingNode Value);
