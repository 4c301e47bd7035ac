using System.Collections.Immutable;
using SparkAnalytics.Models;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>How the settings in force, or the revisions of the models, differ from those by which tables were made.</summary>
/// <param name="Keys">What differs, as dotted keys; <c>revision.TABLE</c> for a model's rule.</param>
/// <param name="Tables">The tables whose rows may differ, in the order of the models.</param>
/// <param name="Text">What differs and how, in words.</param>
internal sealed record SettingChange(ImmutableArray<string> Keys, ImmutableArray<string> Tables, string Text)
{
    /// <summary>What keys of revisions begin with.</summary>
    public const string RevisionKey = "revision.";

    private const int LongestValue = 60;

    /// <summary>Whether the raw events have to be read again, as what is staged does not hold all that is needed.</summary>
    public bool NeedsRawEvents => Tables.Contains(StgEvents.Table.Name) || Tables.Contains(QuarantinedEvents.Table.Name);

    /// <summary>Compares canonical lines.</summary>
    /// <param name="before">Those by which the tables were made; empty where they are not known.</param>
    /// <param name="now">Those in force.</param>
    public static SettingChange Of(ImmutableArray<string> before, ImmutableArray<string> now)
    {
        var (old, present) = (ByKey(before), ByKey(now));
        var keys = old.Keys.Union(present.Keys).Where(key => old.GetValueOrDefault(key) != present.GetValueOrDefault(key)).Order(StringComparer.Ordinal).ToImmutableArray();

        // Only an order differs: that of rules, or of lists of sites.
        var text = before.IsEmpty ? "which ones is not on record"
            : keys.IsEmpty ? "the order of rules or sites"
            : string.Join("; ", keys.Select(key => Told(key, old.GetValueOrDefault(key), present.GetValueOrDefault(key))));
        var direct = keys.IsEmpty ? [StgEvents.Table.Name] : keys.SelectMany(TablesOf);
        return new SettingChange(keys, [.. ModelSteps.From(direct).Select(step => step.Table.Name)], text);
    }

    private static Dictionary<string, string> ByKey(ImmutableArray<string> lines) => lines
        .Select(line => line.Split('=', 2)).GroupBy(pair => pair[0], pair => pair[1])
        .ToDictionary(group => group.Key, group => string.Join(", ", group), StringComparer.Ordinal);

    private static IReadOnlyList<string> TablesOf(string key) =>
        key.StartsWith(RevisionKey, StringComparison.Ordinal)
            ? [key[RevisionKey.Length..]]
            : AnalyticsSettingTable.All.FirstOrDefault(definition => definition.Key == key)?.Tables ?? [StgEvents.Table.Name];

    private static string Told(string key, string? before, string? now) => (before, now) switch
    {
        (null, _) => $"{key} is new",
        (_, null) => $"{key} is gone",
        var (old, present) when key.StartsWith(RevisionKey, StringComparison.Ordinal) => $"the rule of {key[RevisionKey.Length..]} has revision {present} instead of {old}",
        var (old, present) when old.Length <= LongestValue && present.Length <= LongestValue => $"{key} is {present} instead of {old}",
        _ => $"{key} has changed",
    };
}
