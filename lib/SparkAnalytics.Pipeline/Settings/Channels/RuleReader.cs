using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Reads channel and device rules, in order, and checks them as a whole.</summary>
internal static class RuleReader
{
    private static readonly string[] _ruleMembers = ["name", "channel", "when"];
    private static readonly string[] _deviceMembers = ["name", "device", "pattern"];

    public static IReadOnlyList<ChannelRule> Rules(IReadOnlyList<SettingNode> nodes, ConditionReader conditions)
    {
        var rules = new List<ChannelRule>();
        var seen = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var (name, members) = Begin(node, "part of a rule", _ruleMembers, seen);
            var channel = Choice(node.Required(members.GetValueOrDefault("channel"), "channel"), "channel", ChannelNames.All);
            var when = members.GetValueOrDefault("when");
            if (when is null && node != nodes[^1])
            {
                throw node.Error($"has the rule '{name}' without 'when', which would hide every rule after it; say when it holds");
            }

            rules.Add(new ChannelRule(name, channel, when is null ? [] : conditions.Read(when.As($"rules.{name}.when"))));
        }

        return rules;
    }

    public static IReadOnlyList<DeviceRule> Devices(IReadOnlyList<SettingNode> nodes)
    {
        var rules = new List<DeviceRule>();
        var seen = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var (name, members) = Begin(node, "part of a device rule", _deviceMembers, seen);
            if (name is DeviceRule.AgentMissing or DeviceRule.AgentUnknown)
            {
                throw node.Error($"must not be named '{name}', which says that no rule decided");
            }

            var device = Choice(node.Required(members.GetValueOrDefault("device"), "device"), "device", DeviceNames.All);
            rules.Add(new DeviceRule(name, device, ConditionReader.Pattern(node.Required(members.GetValueOrDefault("pattern"), "pattern").As($"devices.{name}.pattern"))));
        }

        return rules;
    }

    private static (string Name, Dictionary<string, SettingNode> Members) Begin(SettingNode node, string kind, string[] known, Dictionary<string, SettingNode> seen)
    {
        var members = node.Members(kind, known);
        var nameNode = node.Required(members.GetValueOrDefault("name"), "name");
        var name = nameNode.Text();
        SettingNames.Check(nameNode, name);
        if (!seen.TryAdd(name, nameNode))
        {
            // Of a user's rule and a built-in one, the user's is the one to rename.
            throw (node.Layer.IsBuiltIn ? seen[name] : nameNode).Error($"is '{name}', the name of another rule, too; every rule needs a name of its own");
        }

        return (name, members);
    }

    private static string Choice(SettingNode node, string kind, IReadOnlyList<string> known) =>
        known.Contains(node.Text()) ? node.Text() : throw node.Unknown(kind, node.Text(), known);
}
