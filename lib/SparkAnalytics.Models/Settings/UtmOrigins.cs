namespace SparkAnalytics.Models.Settings;

/// <summary>Places that UTM values can be taken from.</summary>
public static class UtmOrigins
{
    /// <summary>The JSON object in event_data, by the paths of <see cref="EventDataPathSettings"/>.</summary>
    public const string EventData = "event_data";

    /// <summary>The query of page_url, by the names of <see cref="UtmParameterSettings"/>.</summary>
    public const string PageUrl = "page_url";

    /// <summary>What stands behind the <c>#</c> of page_url.</summary>
    public const string PageFragment = "page_fragment";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [EventData, PageUrl, PageFragment];
}
