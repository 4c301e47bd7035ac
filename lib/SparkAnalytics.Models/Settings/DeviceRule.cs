namespace SparkAnalytics.Models.Settings;

/// <summary>One device rule.</summary>
/// <param name="Name">Unique snake_case name.</param>
/// <param name="Device">One of <see cref="DeviceNames.All"/>.</param>
/// <param name="Pattern">Regular expression, in the subset that RE2 and Java read alike, to be found anywhere in the user agent in ASCII lower case; written in lower case.</param>
public sealed record DeviceRule(string Name, string Device, string Pattern)
{
    /// <summary>The device_rule of an agent that is NULL or empty.</summary>
    public const string AgentMissing = "agent_missing";

    /// <summary>The device_rule of an agent in which no rule's pattern is found.</summary>
    public const string AgentUnknown = "agent_unknown";

    /// <summary>The built-in rules whose agents are no people.</summary>
    public static IReadOnlyList<string> Bots { get; } = ["bot", "headless", "library"];
}
