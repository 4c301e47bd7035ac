namespace SparkAnalytics.Models.Settings;

/// <summary>One device rule.</summary>
/// <param name="Name">Unique snake_case name.</param>
/// <param name="Device">One of <see cref="DeviceNames.All"/>.</param>
/// <param name="Pattern">Regular expression, in the subset that RE2 and Java read alike, to be found anywhere in the user agent in ASCII lower case; written in lower case.</param>
public sealed record DeviceRule(string Name, string Device, string Pattern);
