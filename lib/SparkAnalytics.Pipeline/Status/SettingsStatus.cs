using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>The settings by which the tables were made, beside the defaults of this release.</summary>
/// <param name="Hash">Their SHA-256.</param>
/// <param name="AreDefaults">Whether they are the defaults.</param>
/// <param name="Differing">What differs; null where the settings are not on record, none where only the order of rules or sites does.</param>
public sealed record SettingsStatus(string Hash, bool AreDefaults, ImmutableArray<SettingDifference>? Differing)
{
    /// <summary>Compares canonical lines.</summary>
    /// <param name="hash">The hash of the settings.</param>
    /// <param name="lines">What stands behind it; empty where that is not known.</param>
    /// <param name="defaultHash">The hash of the defaults.</param>
    /// <param name="defaults">Their lines.</param>
    /// <returns>The status.</returns>
    internal static SettingsStatus Of(string hash, ImmutableArray<string> lines, string defaultHash, ImmutableArray<string> defaults)
    {
        var (own, usual) = (ByKey(lines.Except(defaults)), ByKey(defaults.Except(lines)));
        return new(hash, hash == defaultHash, lines.IsEmpty
            ? null
            : [.. own.Keys.Union(usual.Keys).Order(StringComparer.Ordinal).Select(key => new SettingDifference(key, own.GetValueOrDefault(key), usual.GetValueOrDefault(key)))]);
    }

    private static Dictionary<string, string> ByKey(IEnumerable<string> lines) => lines
        .Select(line => line.Split('=', 2)).GroupBy(pair => pair[0], pair => pair[1])
        .ToDictionary(group => group.Key, group => string.Join(", ", group), StringComparer.Ordinal);
}

/// <summary>A setting that differs from its default.</summary>
/// <param name="Key">Its dotted key; <c>revision.TABLE</c> for a model's rule.</param>
/// <param name="Value">Its value, of several lines those that the defaults do not have; null where a default is only left out.</param>
/// <param name="Default">The default likewise, or null where there is none.</param>
public sealed record SettingDifference(string Key, string? Value, string? Default);
