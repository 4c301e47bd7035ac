using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Adds layers of sites, words and rules up: lists grow, rules of a later layer come before those of an earlier one.</summary>
internal sealed class ChannelSettingsBuilder
{
    private readonly ChannelLists _lists = new();
    private readonly NamedLists _labels = new();
    private readonly List<SettingNode> _rules = [];
    private readonly List<SettingNode> _devices = [];

    public static IReadOnlyList<string> TopLevelKeys { get; } = ["sites", "word_lists", "click_id_lists", "public_second_labels", "shared_hosts", "rules", "devices"];

    public void Add(SettingNode node)
    {
        switch (node.Key)
        {
            case "sites":
                _lists.AddSites(node);
                break;
            case "word_lists":
                _lists.AddWords(node);
                break;
            case "click_id_lists":
                _lists.AddClickIds(node);
                break;
            case "public_second_labels":
                _labels.Add(node.Key, node.LowerWords(), node.Source);
                break;
            case "shared_hosts":
                _labels.Add(node.Key, node.HostsAndCountryForms(), node.Source);
                break;
            case "rules":
                Prepend(_rules, node);
                break;
            default:
                Prepend(_devices, node);
                break;
        }
    }

    /// <summary>Resolves and checks all that was added.</summary>
    public ChannelSettings Build()
    {
        var rules = RuleReader.Rules(_rules, new ConditionReader(_lists));
        return new ChannelSettings(
            [.. _lists.SiteNames.Select(_lists.Sites)],
            _lists.SiteOrder(),
            ChannelLists.Sites("", _labels["shared_hosts"]),
            _labels["public_second_labels"],
            rules,
            RuleReader.Devices(_devices));
    }

    public IEnumerable<EffectiveSetting> Entries(ChannelSettings settings) =>
    [
        .. _lists.Entries(),
        .. _labels.Entries(""),
        .. settings.Rules.Zip(_rules, (rule, node) => new EffectiveSetting("rules." + rule.Name, ChannelText.Rule(rule), node.Source)),
        .. settings.Devices.Zip(_devices, (rule, node) => new EffectiveSetting("devices." + rule.Name, $"{rule.Device} when {rule.Pattern}", node.Source)),
    ];

    private static void Prepend(List<SettingNode> rules, SettingNode node) => rules.InsertRange(0, node.List());
}
