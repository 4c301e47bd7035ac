using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>A value in a settings layer, with its key and place, read as the type that its setting wants.</summary>
internal sealed class SettingNode(SettingsLayer layer, YamlNode yaml, string key)
{
    public string Key => key;

    public SettingsLayer Layer => layer;

    public string Source => layer.Source(yaml.Start);

    public bool IsMapping => yaml is YamlMappingNode;

    public bool IsList => yaml is YamlSequenceNode;

    public SettingsException Error(string problem) => new($"{layer.Where(yaml.Start)}: {(key.Length == 0 ? "the settings" : $"'{key}'")} {problem}");

    /// <summary>The error for a name that is none of those possible; names the nearest.</summary>
    public SettingsException Unknown(string kind, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var hint = NearestName.Of(name, names) is { } nearest ? $"did you mean '{nearest}'?" : names.Count == 0 ? "there are none" : $"there are: {string.Join(", ", names)}";
        return new SettingsException($"{layer.Where(yaml.Start)}: unknown {kind} '{name}'{(key.Length == 0 || kind == "setting" ? "" : $" in '{key}'")}; {hint}");
    }

    public string Text()
    {
        if (yaml is not YamlScalarNode scalar)
        {
            throw Error("must be a single value" + (IsList ? ", not a list" : ", not a group of keys"));
        }

        if (scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null")
        {
            throw Error("has no value; leave the key out to keep its default");
        }

        return scalar.Value!;
    }

    public bool Boolean() => Text() switch
    {
        "true" => true,
        "false" => false,
        var other => throw Error($"must be true or false, not '{other}'"),
    };

    /// <summary>Fails unless the value is <c>true</c>: a condition that does not ask is left out.</summary>
    public void True()
    {
        if (!Boolean())
        {
            throw Error("can only be true; leave it out instead of false");
        }
    }

    public IReadOnlyList<SettingNode> List() => yaml is YamlSequenceNode list
        ? [.. list.Children.Select(child => new SettingNode(layer, child, key))]
        : throw Error("must be a list, as in [a, b]");

    public IReadOnlyList<SettingPair> Mapping() => yaml is YamlMappingNode mapping
        ? [.. mapping.Children.Select(Pair)]
        : throw Error(IsList ? "must be a group of keys with values, not a list" : "must be a group of keys with values");

    /// <summary>The members of a mapping, all of which must be among the known names.</summary>
    public Dictionary<string, SettingNode> Members(string kind, params IReadOnlyCollection<string> known)
    {
        var members = new Dictionary<string, SettingNode>(StringComparer.Ordinal);
        foreach (var (name, value) in Mapping())
        {
            members.Add(known.Contains(name.Text()) ? name.Text() : throw name.Unknown(kind, name.Text(), known), value);
        }

        return members;
    }

    /// <summary>The member of that name, without which this is an error.</summary>
    public SettingNode Required([NotNull] SettingNode? member, string name) => member ?? throw Error($"lacks '{name}'");

    /// <summary>The same value under another key, for messages that name it more closely.</summary>
    public SettingNode As(string otherKey) => new(layer, yaml, otherKey);

    private SettingPair Pair(KeyValuePair<YamlNode, YamlNode> child)
    {
        var name = new SettingNode(layer, child.Key, key).Text();
        return new SettingPair(new SettingNode(layer, child.Key, key), new SettingNode(layer, child.Value, key.Length == 0 ? name : $"{key}.{name}"));
    }
}

/// <summary>A key and its value, each with its place.</summary>
internal readonly record struct SettingPair(SettingNode Name, SettingNode Value);
