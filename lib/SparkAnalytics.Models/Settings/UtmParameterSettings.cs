namespace SparkAnalytics.Models.Settings;

/// <summary>
/// Names of the URL parameters that hold the UTM values; of several the first with a value counts. In ASCII lower case, as they are compared, without <c>&amp;</c>, <c>=</c> and <c>#</c>;
/// no list is empty.
/// </summary>
public sealed record UtmParameterSettings
{
    /// <summary>Parameters of utm_source.</summary>
    public IReadOnlyList<string> Source { get; init; } = ["utm_source"];

    /// <summary>Parameters of utm_medium.</summary>
    public IReadOnlyList<string> Medium { get; init; } = ["utm_medium"];

    /// <summary>Parameters of utm_campaign.</summary>
    public IReadOnlyList<string> Campaign { get; init; } = ["utm_campaign"];
}
