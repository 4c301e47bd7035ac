namespace SparkAnalytics.Models.Settings;

/// <summary>
/// What a channel rule can ask; a closed set, the nested records. No condition is ever NULL: it holds or it does not.
/// UTM values are compared trimmed and in ASCII lower case, as are hosts.
/// </summary>
public abstract record ChannelCondition
{
    private ChannelCondition()
    {
    }

    /// <summary>The UTM value is one of the words.</summary>
    /// <param name="Field">Which of the three.</param>
    /// <param name="Words">Words in ASCII lower case; not empty.</param>
    public sealed record UtmIn(UtmField Field, IReadOnlyList<string> Words) : ChannelCondition;

    /// <summary>The whole UTM value matches the regular expression.</summary>
    /// <param name="Field">Which of the three.</param>
    /// <param name="Pattern">Without anchors, in the subset that RE2 and Java read alike; to be compiled as <c>^(?:Pattern)$</c>.</param>
    public sealed record UtmMatches(UtmField Field, string Pattern) : ChannelCondition;

    /// <summary>The UTM value is NULL.</summary>
    /// <param name="Field">Which of the three.</param>
    public sealed record UtmAbsent(UtmField Field) : ChannelCondition;

    /// <summary>At least one of the three UTM values is not NULL.</summary>
    public sealed record UtmPresent : ChannelCondition;

    /// <summary>The UTM source is a site of the list, by its short name, host, country form or package id, and of no list that comes before it.</summary>
    /// <param name="Sites">The sites; where the list has no name, other lists do not count.</param>
    public sealed record SourceOn(SiteList Sites) : ChannelCondition;

    /// <summary>page_url carries one of the query parameters, not empty. Holds only where <see cref="AnalyticsSettings.ClickIds"/> is set.</summary>
    /// <param name="Parameters">Parameter names in ASCII, without <c>&amp;</c>, <c>=</c> and <c>#</c>; case does not count; not empty.</param>
    public sealed record ClickIdIn(IReadOnlyList<string> Parameters) : ChannelCondition;

    /// <summary>The referrer is absent or has no readable host.</summary>
    public sealed record ReferrerAbsent : ChannelCondition;

    /// <summary>The referrer is on the same site as page_url, or in or under one of <see cref="AnalyticsSettings.OwnHosts"/>.</summary>
    public sealed record ReferrerInternal : ChannelCondition;

    /// <summary>The referrer's host is one of the list's, by host, country form or package id, and in no list that comes before it; short names do not count.</summary>
    /// <param name="Sites">The sites; where the list has no name, other lists do not count.</param>
    public sealed record ReferrerOn(SiteList Sites) : ChannelCondition;

    /// <summary>At least one of the alternatives holds.</summary>
    /// <param name="Alternatives">Each a list of conditions that must all hold; neither list is empty.</param>
    public sealed record AnyOf(IReadOnlyList<IReadOnlyList<ChannelCondition>> Alternatives) : ChannelCondition;
}
