using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>The lists that rules refer to by name.</summary>
internal sealed class ChannelLists
{
    /// <summary>Words of the condition referrer_is that no list of sites may take for its name.</summary>
    public const string NoReferrer = "none";

    /// <inheritdoc cref="NoReferrer"/>
    public const string InternalReferrer = "internal";

    private static readonly string[] _siteMembers = ["short_names", "hosts", "packages", "except"];

    private readonly NamedLists _sites = new();
    private readonly List<(SettingsLayer Layer, NamedLists Sites)> _layers = [];
    private readonly Dictionary<string, SiteList> _resolved = new(StringComparer.Ordinal);

    public NamedLists Words { get; } = new();

    public NamedLists ClickIds { get; } = new();

    public IReadOnlyList<string> SiteNames => Names(_sites);

    public void AddSites(SettingNode node)
    {
        if (_layers.Count == 0 || _layers[0].Layer != node.Layer)
        {
            _layers.Insert(0, (node.Layer, new NamedLists()));
        }

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
                _layers[0].Sites.Add($"{name.Text()}.{member}", items, value.Source);
            }
        }
    }

    public void AddWords(SettingNode node) => AddLists(node, Words, SettingValues.LowerWords);

    public void AddClickIds(SettingNode node) => AddLists(node, ClickIds, SettingValues.ClickIds);

    /// <summary>The list of that name with all that layers have added; to be asked only when they have.</summary>
    public SiteList Sites(string name)
    {
        if (!_resolved.TryGetValue(name, out var sites))
        {
            sites = Sites(_sites, name);
            _resolved.Add(name, sites);
        }

        return sites;
    }

    /// <summary>What each layer gave, the latest first, so that a user's hosts are found before the built-in ones. A user's exceptions hold for the built-in hosts, too.</summary>
    public IReadOnlyList<SiteList> SiteOrder() =>
    [
        .. _layers.SelectMany((layer, place) => Names(layer.Sites).Select(name => Sites(layer.Sites, name) with
        {
            Except = [.. _layers.Take(place + 1).SelectMany(later => later.Sites[name + ".except"]).Distinct()],
        })),
    ];

    /// <summary>A list of a rule's own.</summary>
    public static SiteList Sites(
        string name, IReadOnlyList<string> hosts, IReadOnlyList<string>? shortNames = null, IReadOnlyList<string>? packages = null, IReadOnlyList<string>? except = null)
    {
        var forms = hosts.ToLookup(host => host.EndsWith(".*", StringComparison.Ordinal));
        return new SiteList(name, shortNames ?? [], [.. forms[false]], [.. forms[true].Select(form => form[..^2])], packages ?? [], except ?? []);
    }

    public IEnumerable<EffectiveSetting> Entries() =>
        _sites.Entries("sites.").Concat(Words.Entries("word_lists.")).Concat(ClickIds.Entries("click_id_lists."));

    private static IReadOnlyList<string> Names(NamedLists lists) => [.. lists.Names.Select(name => name.Split('.')[0]).Distinct()];

    private static SiteList Sites(NamedLists lists, string name) =>
        Sites(name, lists[name + ".hosts"], lists[name + ".short_names"], lists[name + ".packages"], lists[name + ".except"]);

    private static void AddLists(SettingNode node, NamedLists lists, Func<SettingNode, IReadOnlyList<string>> read)
    {
        foreach (var (name, list) in node.Mapping())
        {
            SettingNames.Check(name, name.Text());
            lists.Add(name.Text(), read(list), list.Source);
        }
    }
}
