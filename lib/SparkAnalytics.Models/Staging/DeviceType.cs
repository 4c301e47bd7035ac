using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>The device rule that a user agent meets, and the device that it stands for.</summary>
internal static class DeviceType
{
    /// <summary>The name of the first rule whose pattern is found, or of what else there is to say; never NULL.</summary>
    /// <param name="userAgent">The user agent as read.</param>
    /// <param name="rules">The rules in order.</param>
    public static Column RuleOf(Column userAgent, IReadOnlyList<DeviceRule> rules)
    {
        var agent = Text.Comparable(userAgent);
        var name = When(Text.IsBlank(userAgent), DeviceRule.AgentMissing);
        return rules.Aggregate(name, (before, rule) => before.When(agent.RLike(rule.Pattern), rule.Name)).Otherwise(DeviceRule.AgentUnknown);
    }

    /// <summary>Mobile, Desktop or Unknown by the rule's name.</summary>
    /// <param name="deviceRule">What <see cref="RuleOf"/> gives.</param>
    /// <param name="rules">The same rules.</param>
    public static Column Of(Column deviceRule, IReadOnlyList<DeviceRule> rules) => rules
        .Where(rule => rule.Device != DeviceNames.Unknown)
        .GroupBy(rule => rule.Device)
        .Aggregate(When(Lit(false), DeviceNames.Unknown), (before, group) => before.When(deviceRule.IsIn([.. group.Select(rule => rule.Name)]), group.Key))
        .Otherwise(DeviceNames.Unknown);
}
