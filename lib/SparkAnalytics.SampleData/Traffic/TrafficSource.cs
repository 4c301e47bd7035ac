namespace SparkAnalytics.SampleData.Traffic;

/// <summary>One way into the shop, with its weight among first visits and among later ones.</summary>
/// <param name="First">Weight for a visitor's first visit.</param>
/// <param name="Later">Weight for all later ones.</param>
/// <param name="Referrer">The page that the visitor comes from; null where there is none.</param>
/// <param name="Source">utm_source as in a query, encoded or broken as there; null for a link without tags.</param>
/// <param name="Medium">utm_medium, likewise.</param>
/// <param name="ClickId">Name of the advertiser's click id in the query; null where there is none.</param>
internal sealed record TrafficSource(
    int First, int Later, string? Referrer = null, string? Source = null, string? Medium = null, string? ClickId = null)
{
    public bool IsTagged => Source is not null || Medium is not null;
}
