namespace SparkAnalytics.Pipeline.Settings;

/// <summary>One setting as it is in force.</summary>
/// <param name="Key">Dotted key (<c>event_names.purchases</c>, <c>sites.search.hosts</c>, <c>rules.utm_mail</c>).</param>
/// <param name="Value">Its value as text, in the form a settings file takes it; of a rule a short description.</param>
/// <param name="Source">Where it came from: <c>default</c>, a file and line (<c>my.yaml:12</c>) or <c>--set</c>; several joined by <c>" + "</c> where lists were added up.</param>
public sealed record EffectiveSetting(string Key, string Value, string Source);
