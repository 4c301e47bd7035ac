namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Lists by name that layers add to; remembers the origins of each.</summary>
internal sealed class NamedLists
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, List<string>> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _sources = new(StringComparer.Ordinal);

    /// <summary>The names, in the order of their first addition.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The items of a list, in the order of their addition; none where the list does not exist.</summary>
    public IReadOnlyList<string> this[string name] => _items.GetValueOrDefault(name, []);

    public void Add(string name, IEnumerable<string> items, string source)
    {
        if (!_items.TryGetValue(name, out var list))
        {
            _names.Add(name);
            _items.Add(name, list = []);
            _sources.Add(name, []);
        }

        list.AddRange(items.Except(list, StringComparer.Ordinal).ToList());
        if (!_sources[name].Contains(source))
        {
            _sources[name].Add(source);
        }
    }

    public IEnumerable<EffectiveSetting> Entries(string prefix) =>
        _names.Select(name => new EffectiveSetting(prefix + name, ListText.Format(_items[name]), string.Join(" + ", _sources[name])));
}
