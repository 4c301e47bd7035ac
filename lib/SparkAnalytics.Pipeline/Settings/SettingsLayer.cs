using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>One origin of settings: the built-in text, a user's file, or one <c>--set</c>.</summary>
internal sealed class SettingsLayer
{
    private readonly string _name;
    private readonly Kind _kind;

    private SettingsLayer(string name, Kind kind)
    {
        _name = name;
        _kind = kind;
    }

    private enum Kind
    {
        BuiltIn,
        File,
        Assignment,
    }

    public bool IsBuiltIn => _kind == Kind.BuiltIn;

    /// <summary>The mapping that the layer holds; null for a file without any setting.</summary>
    public SettingNode? Root { get; private init; }

    public static SettingsLayer BuiltIn(string name, string text) => Parse(new SettingsLayer(name, Kind.BuiltIn), text);

    public static SettingsLayer File(string path, string text) => Parse(new SettingsLayer(path, Kind.File), text);

    /// <summary>Reads <c>key=value</c>, where the value is written as in a file, on one line.</summary>
    public static SettingsLayer Assignment(string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new SettingsException($"--set {assignment}: expected key=value, as in --set session_timeout=45m");
        }

        var key = assignment[..equals].Trim();
        var layer = new SettingsLayer("--set " + key, Kind.Assignment);
        var text = assignment[(equals + 1)..];

        // A sign alone means itself, though YAML has a meaning of its own for most.
        var value = text is [var sign] && sign != '~' && char.IsPunctuation(sign) ? new YamlScalarNode(text)
            : Read(layer, "- " + text) is YamlSequenceNode { Children: [var only] }
            ? only
            : throw new SettingsException($"--set {key}: expected one value, as in --set session_timeout=45m or --set own_hosts=[a.example,b.example]");
        foreach (var part in key.Split('.').Reverse())
        {
            value = new YamlMappingNode(new YamlScalarNode(part), value);
        }

        return new SettingsLayer(layer._name, layer._kind) { Root = new SettingNode(layer, value, "") };
    }

    public string Where(Mark mark) => _kind == Kind.Assignment
        ? _name
        : string.Create(CultureInfo.InvariantCulture, $"{_name}, line {mark.Line}, column {mark.Column}");

    public string Source(Mark mark) => _kind switch
    {
        Kind.BuiltIn => "default",
        Kind.File => string.Create(CultureInfo.InvariantCulture, $"{_name}:{mark.Line}"),
        _ => "--set",
    };

    private static SettingsLayer Parse(SettingsLayer layer, string text) => Read(layer, text) is { } root
        ? new SettingsLayer(layer._name, layer._kind) { Root = new SettingNode(layer, root, "") }
        : layer;

    private static YamlNode? Read(SettingsLayer layer, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents switch
            {
                [] => null,
                [var document] => document.RootNode,
                [_, var second, ..] => throw new SettingsException($"{layer.Where(second.RootNode.Start)}: a second document begins; a settings file holds one"),
            };
        }
        catch (YamlException exception)
        {
            throw new SettingsException($"{layer.Where(exception.Start)}: not readable as YAML: {exception.Message}", exception);
        }
    }
}
