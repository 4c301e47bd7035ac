using System.Collections.Immutable;
using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>The settings of a run after defaults, settings file and command line.</summary>
/// <param name="Analytics">Settings of the models.</param>
/// <param name="Channels">Sites, channel rules and device rules.</param>
/// <param name="Entries">Every setting with its origin, for people to read: first those of <paramref name="Analytics"/>, then those of <paramref name="Channels"/>.</param>
/// <param name="Canonical">
/// All that can alter a row, as lines <c>key=value</c>: the settings and the revisions of the models. The same for the same meaning, whatever the origin, the spelling of a duration or the
/// order within a list whose order means nothing.
/// </param>
public sealed record EffectiveSettings(AnalyticsSettings Analytics, ChannelSettings Channels, IReadOnlyList<EffectiveSetting> Entries, ImmutableArray<string> Canonical)
{
    /// <summary>SHA-256, in lower hex, of <see cref="Canonical"/>; computed at each call.</summary>
    public string Hash => SettingsHash.Of(Canonical);
}

/// <summary>One setting as it is in force.</summary>
/// <param name="Key">Dotted key (<c>event_names.purchases</c>, <c>sites.search.hosts</c>, <c>rules.utm_mail</c>).</param>
/// <param name="Value">Its value as text, in the form a settings file takes it; of a rule a short description.</param>
/// <param name="Source">Where it came from: <c>default</c>, a file and line (<c>my.yaml:12</c>) or <c>--set</c>; several joined by <c>" + "</c> where lists were added up.</param>
public sealed record EffectiveSetting(string Key, string Value, string Source);
