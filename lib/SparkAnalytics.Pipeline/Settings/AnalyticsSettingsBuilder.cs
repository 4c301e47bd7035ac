using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Lays one layer of settings over another and remembers which layer each value came from.</summary>
internal sealed class AnalyticsSettingsBuilder
{
    private static readonly Dictionary<string, AnalyticsSettingDefinition> _byKey =
        AnalyticsSettingTable.All.ToDictionary(definition => definition.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    public static IEnumerable<string> TopLevelKeys => _byKey.Keys.Select(key => key.Split('.')[0]).Distinct();

    public AnalyticsSettings Settings { get; private set; } = new();

    public IEnumerable<EffectiveSetting> Entries => AnalyticsSettingTable.All.Select(definition =>
        new EffectiveSetting(definition.Key, definition.Text(Settings), Source(definition.Key)));

    public IEnumerable<string> Canonical =>
        from definition in AnalyticsSettingTable.All
        let canonical = definition.Canonical?.Invoke(Settings)
        where canonical is not null
        select $"{definition.Key}={canonical}";

    /// <summary>Takes one setting, or a group of them.</summary>
    public void Add(SettingPair pair)
    {
        var (name, node) = pair;
        if (_byKey.TryGetValue(node.Key, out var definition))
        {
            Settings = definition.Apply(Settings, node);
            _sources[node.Key] = node.Source;
            return;
        }

        var group = node.Key + ".";
        if (!_byKey.Keys.Any(key => key.StartsWith(group, StringComparison.Ordinal)))
        {
            throw name.Unknown("setting", node.Key, _byKey.Keys);
        }

        foreach (var member in node.Mapping())
        {
            Add(member);
        }
    }

    /// <summary>Checks what no setting can tell by itself, when all layers are in.</summary>
    public void Check()
    {
        const string point = "revenue_separators.decimal";
        const string thousands = "revenue_separators.thousands";
        var separators = Settings.RevenueSeparators;
        if (separators.Decimal == separators.Thousands)
        {
            throw new SettingsException(
                $"'{point}' ({Source(point)}) and '{thousands}' ({Source(thousands)}) must be two different signs, but both are {SignText.Separator.Format(separators.Decimal)}");
        }
    }

    private string Source(string key) => _sources.GetValueOrDefault(key, "default");
}
