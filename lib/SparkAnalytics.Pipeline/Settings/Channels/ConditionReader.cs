using SparkAnalytics.Models.Settings;
using static SparkAnalytics.Models.Settings.ChannelCondition;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Reads the conditions of a channel rule, with the names of lists resolved.</summary>
internal sealed class ConditionReader
{
    private readonly ChannelLists _lists;
    private readonly Dictionary<string, Func<SettingNode, ChannelCondition>> _readers;

    public ConditionReader(ChannelLists lists)
    {
        _lists = lists;
        _readers = new(StringComparer.Ordinal)
        {
            ["source_in"] = node => new UtmIn(UtmField.Source, Words(node)),
            ["medium_in"] = node => new UtmIn(UtmField.Medium, Words(node)),
            ["campaign_in"] = node => new UtmIn(UtmField.Campaign, Words(node)),
            ["source_or_medium_in"] = SourceOrMedium,
            ["source_matches"] = node => new UtmMatches(UtmField.Source, Pattern(node)),
            ["medium_matches"] = node => new UtmMatches(UtmField.Medium, Pattern(node)),
            ["campaign_matches"] = node => new UtmMatches(UtmField.Campaign, Pattern(node)),
            ["source_absent"] = node => Flag(node, new UtmAbsent(UtmField.Source)),
            ["medium_absent"] = node => Flag(node, new UtmAbsent(UtmField.Medium)),
            ["campaign_absent"] = node => Flag(node, new UtmAbsent(UtmField.Campaign)),
            ["utm_present"] = node => Flag(node, new UtmPresent()),
            ["source_is"] = node => Any(node, name => new SourceOn(Sites(name, _lists.SiteNames))),
            ["click_id_in"] = node => new ClickIdIn(node.IsList ? node.Words() : Named(node, _lists.ClickIds, "click id list")),
            ["referrer_is"] = node => Any(node, Referrer),
            ["referrer_host_in"] = node => new ReferrerOn(ChannelLists.Sites("", node.HostsAndCountryForms())),
            ["any_of"] = node => Alternatives(node, Read),
        };
    }

    /// <summary>All conditions of a group, at least one.</summary>
    public IReadOnlyList<ChannelCondition> Read(SettingNode node)
    {
        var members = node.Members("condition", _readers.Keys);
        return members.Count > 0
            ? [.. members.Select(member => _readers[member.Key](member.Value))]
            : throw node.Error("must hold at least one condition");
    }

    /// <summary>A regular expression that both engines read alike.</summary>
    public static string Pattern(SettingNode node) => RegexSubset.Problem(node.Text()) is { } problem
        ? throw node.Error($"is not a regular expression that can be used: {problem}")
        : node.Text();

    private static ChannelCondition Flag(SettingNode node, ChannelCondition condition)
    {
        node.True();
        return condition;
    }

    // One name, or a list of them of which one must hold.
    private static ChannelCondition Any(SettingNode node, Func<SettingNode, ChannelCondition> one) =>
        node.IsList ? Alternatives(node, name => [one(name)]) : one(node);

    private static AnyOf Alternatives(SettingNode node, Func<SettingNode, IReadOnlyList<ChannelCondition>> one)
    {
        var alternatives = node.List().Select(one).ToList();
        return alternatives.Count > 0 ? new AnyOf(alternatives) : throw node.Error("must not be empty");
    }

    private static IReadOnlyList<string> Named(SettingNode node, NamedLists lists, string kind) =>
        lists.Names.Contains(node.Text()) ? lists[node.Text()] : throw node.Unknown(kind, node.Text(), lists.Names);

    private IReadOnlyList<string> Words(SettingNode node) => node.IsList ? node.LowerWords() : Named(node, _lists.Words, "word list");

    private AnyOf SourceOrMedium(SettingNode node)
    {
        var words = Words(node);
        return new AnyOf([[new UtmIn(UtmField.Source, words)], [new UtmIn(UtmField.Medium, words)]]);
    }

    private ChannelCondition Referrer(SettingNode name) => name.Text() switch
    {
        ChannelLists.NoReferrer => new ReferrerAbsent(),
        ChannelLists.InternalReferrer => new ReferrerInternal(),
        _ => new ReferrerOn(Sites(name, [ChannelLists.NoReferrer, ChannelLists.InternalReferrer, .. _lists.SiteNames])),
    };

    private SiteList Sites(SettingNode name, IEnumerable<string> known) =>
        _lists.SiteNames.Contains(name.Text()) ? _lists.Sites(name.Text()) : throw name.Unknown("list of sites", name.Text(), known);
}
