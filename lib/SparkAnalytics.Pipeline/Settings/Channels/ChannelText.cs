using SparkAnalytics.Models.Settings;
using static SparkAnalytics.Models.Settings.ChannelCondition;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Channel settings as text, for people and for the hash.</summary>
internal static class ChannelText
{
    /// <summary>A rule in one line: <c>Referral when medium in [referral, app, link]</c>.</summary>
    public static string Rule(ChannelRule rule) => Rule(rule, items => items);

    /// <summary>One line for each thing that can alter a row. Order counts among rules and lists of sites only.</summary>
    public static IEnumerable<string> Canonical(ChannelSettings settings) =>
    [
        .. settings.SiteOrder.Select(sites => $"sites.{sites.Name}={Sites(sites, Sorted)}"),
        $"shared_hosts={Sites(settings.SharedHosts, Sorted)}",
        $"public_second_labels={ListText.Format(Sorted(settings.PublicSecondLabels))}",
        .. settings.Rules.Select(rule => $"rules.{rule.Name}={Rule(rule, Sorted)}"),
        .. settings.Devices.Select(rule => $"devices={rule.Device} {rule.Pattern}"),
    ];

    private static string Rule(ChannelRule rule, Func<IEnumerable<string>, IEnumerable<string>> order) =>
        rule.Conditions.Count == 0 ? $"{rule.Channel} always" : $"{rule.Channel} when {All(rule.Conditions, order)}";

    private static string All(IEnumerable<ChannelCondition> conditions, Func<IEnumerable<string>, IEnumerable<string>> order) =>
        string.Join(" and ", order(conditions.Select(condition => Condition(condition, order))));

    private static string Condition(ChannelCondition condition, Func<IEnumerable<string>, IEnumerable<string>> order) => condition switch
    {
        UtmIn some => $"{Field(some.Field)} in {ListText.Format(order(some.Words))}",
        UtmMatches some => $"{Field(some.Field)} matches {some.Pattern}",
        UtmAbsent some => $"{Field(some.Field)} absent",
        UtmPresent => "utm present",
        SourceOn some => $"source is {Site(some.Sites, order)}",
        ClickIdIn some => $"click id in {ListText.Format(order(some.Parameters))}",
        ReferrerAbsent => "referrer is none",
        ReferrerInternal => "referrer is internal",
        ReferrerOn some => $"referrer is {Site(some.Sites, order)}",
        AnyOf some => $"({string.Join(" or ", order(some.Alternatives.Select(alternative => All(alternative, order))))})",
        _ => throw new InvalidOperationException($"No text for the condition {condition.GetType().Name}."),
    };

    // A named list stands in full among the sites.
    private static string Site(SiteList sites, Func<IEnumerable<string>, IEnumerable<string>> order) => sites.Name.Length > 0 ? sites.Name : Sites(sites, order);

    private static string Sites(SiteList sites, Func<IEnumerable<string>, IEnumerable<string>> order) => string.Join(
        ' ',
        ListText.Format(order(sites.Hosts.Concat(sites.CountryForms.Select(form => form + ".*")))),
        ListText.Format(order(sites.ShortNames)),
        ListText.Format(order(sites.Packages))) + (sites.Except.Count == 0 ? "" : " except " + ListText.Format(order(sites.Except)));

    private static string Field(UtmField field) => field switch
    {
        UtmField.Source => "source",
        UtmField.Medium => "medium",
        UtmField.Campaign => "campaign",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static IEnumerable<string> Sorted(IEnumerable<string> items) => items.Order(StringComparer.Ordinal);
}
