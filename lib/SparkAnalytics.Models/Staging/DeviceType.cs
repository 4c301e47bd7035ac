using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Staging;

/// <summary>Mobile, Desktop or Unknown by the user agent.</summary>
internal static class DeviceType
{
    /// <summary>The number, from 1, of the first rule whose pattern is found; 0 where none is, or no agent.</summary>
    /// <param name="userAgent">The user agent as read.</param>
    /// <param name="rules">The rules in order.</param>
    public static Column RuleNumber(Column userAgent, IReadOnlyList<DeviceRule> rules) => rules.Count == 0
        ? Lit(0)
        : When(Text.IsBlank(userAgent), 0).Otherwise(FirstMatch(Text.Comparable(userAgent), [.. rules.Select(rule => rule.Pattern)]));

    /// <summary>The device of a rule; Unknown where there is none.</summary>
    /// <param name="ruleNumber">The column with <see cref="RuleNumber"/>.</param>
    /// <param name="rules">The rules in order.</param>
    public static Column Of(Column ruleNumber, IReadOnlyList<DeviceRule> rules)
    {
        var device = When(ruleNumber == 0, DeviceNames.Unknown);
        for (var index = 0; index < rules.Count; index++)
        {
            device = device.When(ruleNumber == index + 1, rules[index].Device);
        }

        return device.Otherwise(DeviceNames.Unknown);
    }
}
