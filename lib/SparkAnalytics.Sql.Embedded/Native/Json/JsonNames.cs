namespace SparkAnalytics.Sql.Embedded.Native.Json;

/// <summary>The names of one object, to find one that is given twice. Few names without escapes are compared where they lie; else their texts are kept.</summary>
/// <param name="text">The text that holds them.</param>
/// <param name="places">Room for those that are compared where they lie.</param>
internal ref struct JsonNames(ReadOnlySpan<byte> text, Span<Range> places)
{
    /// <summary>How much room is good: more names are quicker found by their hashes.</summary>
    public const int Few = 32;

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly Span<Range> _places = places;
    private HashSet<string>? _names;
    private int _count;

    /// <summary>Adds a name; false where it was given before.</summary>
    public bool Add(JsonString name)
    {
        if (_names is null && !name.HasEscapes && _count < _places.Length)
        {
            foreach (var known in _places[.._count])
            {
                if (_text[known].SequenceEqual(name.Raw))
                {
                    return false;
                }
            }

            _text.Overlaps(name.Raw, out var start);
            _places[_count++] = start..(start + name.Raw.Length);
            return true;
        }

        return (_names ??= Kept()).Add(name.ToString());
    }

    private readonly HashSet<string> Kept()
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var known in _places[.._count])
        {
            kept.Add(new JsonString(_text[known], hasEscapes: false).ToString());
        }

        return kept;
    }
}
