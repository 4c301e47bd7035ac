namespace SparkAnalytics.SampleData.Tests.Support;

/// <summary>100,000 events, made once for all tests.</summary>
internal static class Sample
{
    public static readonly SampleOptions Options = new(100_000);

    private static readonly Lazy<IReadOnlyList<SampleEvent>> _events = new(() => [.. SampleEvents.Generate(Options)]);

    public static IReadOnlyList<SampleEvent> Events => _events.Value;

    public static IEnumerable<SampleEvent> Purchases => Events.Where(row => row.EventName is "purchase" or "checkout_completed");

    /// <summary>The eight raw columns, equal for exact duplicates in whichever file.</summary>
    public static string?[] Columns(SampleEvent row) =>
        [row.ClientId, row.NewClientId, row.Timestamp, row.EventName, row.PageUrl, row.Referrer, row.UserAgent, row.EventData];

    public static string? Id(SampleEvent row) =>
        new[] { row.ClientId, row.NewClientId }.FirstOrDefault(id => !string.IsNullOrWhiteSpace(id))?.Trim();

    public static double Share(Func<SampleEvent, bool> condition) => Events.Count(condition) / (double)Events.Count;
}
