using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>The lists that rules refer to by name.</summary>
internal sealed class ChannelLists
{
    /// <summary>Words of the condition referrer_is that no list of sites may take for its name.</summary>
    public const string NoReferrer = "none";

    /// <inheritdoc cref="NoReferrer"/>
    public const string InternalReferrer = "internal";

    private static readonly string[] _siteMembers = ["short_names", "hosts", "packages"];

    private readonly NamedLists _sites = new();
    private readonly Dictionary<string, SiteList> _resolved = new(StringComparer.Ordinal);

    public NamedLists Words { get; } = new();

    public NamedLists ClickIds { get; } = new();

    public IReadOnlyList<string> SiteNames => [.. _sites.Names.Select(name => name.Split('.')[0]).Distinct()];

    public void AddSites(SettingNode node)
    {
        foreach (var (name, list) in node.Mapping())
        {
            if (name.Text() is NoReferrer or InternalReferrer)
            {
                throw name.Error($"must not name a list '{name.Text()}', which has a meaning of its own in referrer_is");
            }

            SettingNames.Check(name, name.Text());
            foreach (var (member, value) in list.Members("part of a list of sites", _siteMembers))
            {
                var items = member switch
                {
                    "short_names" => value.LowerWords(),
                    "hosts" => value.HostsAndCountryForms(),
                    _ => value.Hosts(),
                };
                _sites.Add($"{name.Text()}.{member}", items, value.Source);
            }
        }
    }

    public void AddWords(SettingNode node) => AddLists(node, Words, SettingValues.LowerWords);

    public void AddClickIds(SettingNode node) => AddLists(node, ClickIds, list => list.Words());

    /// <summary>The list of that name with all that layers have added; to be asked only when they have.</summary>
    public SiteList Sites(string name)
    {
        if (!_resolved.TryGetValue(name, out var sites))
        {
            sites = Sites(name, _sites[name + ".short_names"], _sites[name + ".hosts"], _sites[name + ".packages"]);
            _resolved.Add(name, sites);
        }

        return sites;
    }

    /// <summary>A list of a rule's own.</summary>
    public static SiteList Sites(string name, IReadOnlyList<string> shortNames, IReadOnlyList<string> hosts, IReadOnlyList<string> packages)
    {
        var forms = hosts.ToLookup(host => host.EndsWith(".*", StringComparison.Ordinal));
        return new SiteList(name, shortNames, [.. forms[false]], [.. forms[true].Select(form => form[..^2])], packages);
    }

    public IEnumerable<EffectiveSetting> Entries() =>
        _sites.Entries("sites.").Concat(Words.Entries("word_lists.")).Concat(ClickIds.Entries("click_id_lists."));

    private static void AddLists(SettingNode node, NamedLists lists, Func<SettingNode, IReadOnlyList<string>> read)
    {
        foreach (var (name, list) in node.Mapping())
        {
            SettingNames.Check(name, name.Text());
            lists.Add(name.Text(), read(list), list.Source);
        }
    }
}
