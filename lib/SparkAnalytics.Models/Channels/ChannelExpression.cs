using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models.Channels;

/// <summary>Compiles the channel rules into columns: the first rule whose conditions hold names the rule, and the rule names the channel.</summary>
internal static class ChannelExpression
{
    private const string ReferrerHost = "referrer_host";

    private const string ReferrerList = "referrer_list";

    private const string SourceList = "source_list";

    private const string IsInternal = "referrer_is_internal";

    /// <summary>Adds <c>channel_rule</c> and <c>channel</c>, and columns of its own that a later selection leaves out.</summary>
    /// <param name="events">With page_url, referrer and the three UTM columns.</param>
    /// <param name="settings">Whether click ids count, and own hosts.</param>
    /// <param name="channels">The rules and the sites.</param>
    public static DataFrame AddTo(DataFrame events, AnalyticsSettings settings, ChannelSettings channels)
    {
        var host = Col(ReferrerHost);
        var page = Col("page_host");
        var site = Col("referrer_site");
        var referrers = new SiteLookup(channels.SiteOrder, withShortNames: false);
        var sources = new SiteLookup(channels.SiteOrder, withShortNames: true);

        // In order of cost: each question is asked only of the rows that the ones before leave open.
        var isInternal = When(host.IsNull(), false)
            .When(settings.OwnHosts.Count > 0 ? Hosts.IsUnder(host, settings.OwnHosts) : Lit(false), true)
            .When(host == page, true)
            .When(page.EndsWith(site), Hosts.SiteOf(page, channels) == site)
            .Otherwise(false);

        events = events
            .WithColumn(ReferrerHost, UrlHost(Col("referrer")))
            .WithColumn("referrer_site", Hosts.SiteOf(host, channels))
            .WithColumn("page_host", When(host.IsNotNull(), UrlHost(Col("page_url"))))
            .WithColumn(IsInternal, isInternal)
            .WithColumn("source_word", Text.Comparable(Col("utm_source")))
            .WithColumn("medium_word", Text.Comparable(Col("utm_medium")))
            .WithColumn("campaign_word", Text.Comparable(Col("utm_campaign")));
        events = referrers.AddName(events, ReferrerList, host);
        events = sources.AddName(events, SourceList, Word(UtmField.Source));
        return events
            .WithColumn("channel_rule", RuleName(settings, channels.Rules))
            .WithColumn("channel", Channel(channels.Rules));
    }

    /// <summary>Whether a page's query carries one of the parameters, by any case of its name, not empty; never NULL.</summary>
    public static Column HasParameter(Column pageUrl, IReadOnlyList<string> parameters) =>
        When(pageUrl.Contains("?"), UrlHasParameter(pageUrl, [.. parameters])).Otherwise(false);

    private static Column RuleName(AnalyticsSettings settings, IReadOnlyList<ChannelRule> rules)
    {
        Column? name = null;
        foreach (var rule in rules)
        {
            if (rule.Conditions.Count == 0)
            {
                return name is null ? Lit(rule.Name) : name.Otherwise(rule.Name);
            }

            var holds = All(rule.Conditions, settings);
            name = name is null ? When(holds, rule.Name) : name.When(holds, rule.Name);
        }

        throw new ArgumentException("The last channel rule must have no condition, so that each event has a channel.", nameof(rules));
    }

    private static Column Channel(IReadOnlyList<ChannelRule> rules)
    {
        var groups = rules.GroupBy(rule => rule.Channel).ToList();
        Column? channel = null;
        foreach (var group in groups)
        {
            var decided = Col("channel_rule").IsIn([.. group.Select(rule => rule.Name)]);
            channel = channel is null ? When(decided, group.Key) : channel.When(decided, group.Key);
        }

        return channel!;
    }

    private static Column All(IReadOnlyList<ChannelCondition> conditions, AnalyticsSettings settings) =>
        conditions.Select(condition => Holds(condition, settings)).Aggregate((left, right) => left & right);

    private static Column Holds(ChannelCondition condition, AnalyticsSettings settings) => condition switch
    {
        ChannelCondition.UtmIn utm => Text.Holds(Word(utm.Field).IsIn([.. utm.Words])),
        ChannelCondition.UtmMatches utm => Text.Holds(Word(utm.Field).RLike($"^(?:{utm.Pattern})$")),
        ChannelCondition.UtmAbsent utm => Word(utm.Field).IsNull(),
        ChannelCondition.UtmPresent => Word(UtmField.Source).IsNotNull() | Word(UtmField.Medium).IsNotNull() | Word(UtmField.Campaign).IsNotNull(),
        ChannelCondition.SourceOn { Sites.Name.Length: > 0 } source => Text.Holds(Col(SourceList) == source.Sites.Name),
        ChannelCondition.SourceOn source => Text.Holds(Hosts.IsOn(Word(UtmField.Source), source.Sites, withShortNames: true)),
        ChannelCondition.ClickIdIn click => settings.ClickIds ? HasParameter(Col("page_url"), click.Parameters) : Lit(false),
        ChannelCondition.ReferrerAbsent => Col(ReferrerHost).IsNull(),
        ChannelCondition.ReferrerInternal => Col(IsInternal),
        ChannelCondition.ReferrerOn { Sites.Name.Length: > 0 } referrer => Text.Holds(Col(ReferrerList) == referrer.Sites.Name),
        ChannelCondition.ReferrerOn referrer => Text.Holds(Hosts.IsOn(Col(ReferrerHost), referrer.Sites, withShortNames: false)),
        ChannelCondition.AnyOf any => any.Alternatives.Select(alternative => All(alternative, settings)).Aggregate((left, right) => left | right),
        _ => throw new ArgumentException($"The channel condition {condition.GetType().Name} has no compiled form.", nameof(condition)),
    };

    private static Column Word(UtmField utmField) => Col(utmField switch
    {
        UtmField.Source => "source_word",
        UtmField.Medium => "medium_word",
        _ => "campaign_word",
    });
}
