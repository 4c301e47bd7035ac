using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>Mobile, Desktop or Unknown by the user agent.</summary>
internal static class DeviceType
{
    /// <summary>The device of the first rule whose pattern is found; Unknown where none is.</summary>
    /// <param name="userAgent">The user agent as read.</param>
    /// <param name="rules">The rules in order.</param>
    public static Column Of(Column userAgent, IReadOnlyList<DeviceRule> rules)
    {
        var agent = Text.Comparable(userAgent);
        var device = When(Text.IsBlank(userAgent), DeviceNames.Unknown);
        foreach (var rule in rules)
        {
            device = device.When(agent.RLike(rule.Pattern), rule.Device);
        }

        return device.Otherwise(DeviceNames.Unknown);
    }
}
