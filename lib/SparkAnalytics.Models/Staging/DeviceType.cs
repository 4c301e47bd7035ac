using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>The device rule that a user agent meets, and the device that it stands for.</summary>
internal static class DeviceType
{
    private const string RuleNumber = "device_rule_number";

    /// <summary>Adds <c>device_rule</c>: the name of the first rule whose pattern is found, or of what else there is to say; never NULL.</summary>
    /// <param name="events">With user_agent as read.</param>
    /// <param name="rules">The rules in order.</param>
    public static DataFrame AddRule(DataFrame events, IReadOnlyList<DeviceRule> rules)
    {
        var number = rules.Count == 0 ? Lit(0) : FirstMatch(Text.Comparable(Col("user_agent")), [.. rules.Select(rule => rule.Pattern)]);
        var name = rules.Index().Aggregate(
            When(Text.IsBlank(Col("user_agent")), DeviceRule.AgentMissing),
            (before, rule) => before.When(Col(RuleNumber) == rule.Index + 1, rule.Item.Name));
        return events.WithColumn(RuleNumber, number).WithColumn("device_rule", name.Otherwise(DeviceRule.AgentUnknown)).Drop(RuleNumber);
    }

    /// <summary>Mobile, Desktop or Unknown by the rule's name.</summary>
    /// <param name="deviceRule">What <see cref="AddRule"/> adds.</param>
    /// <param name="rules">The same rules.</param>
    public static Column Of(Column deviceRule, IReadOnlyList<DeviceRule> rules) => rules
        .Where(rule => rule.Device != DeviceNames.Unknown)
        .GroupBy(rule => rule.Device)
        .Aggregate(When(Lit(false), DeviceNames.Unknown), (before, group) => before.When(deviceRule.IsIn([.. group.Select(rule => rule.Name)]), group.Key))
        .Otherwise(DeviceNames.Unknown);
}
