namespace SparkAnalytics.Models.Settings;

/// <summary>One channel rule.</summary>
/// <param name="Name">Unique snake_case name, the value of channel_rule.</param>
/// <param name="Channel">One of <see cref="ChannelNames.All"/>.</param>
/// <param name="Conditions">All must hold; empty means always.</param>
public sealed record ChannelRule(string Name, string Channel, IReadOnlyList<ChannelCondition> Conditions);
