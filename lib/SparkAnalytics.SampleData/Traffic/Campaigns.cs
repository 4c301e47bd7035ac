namespace SparkAnalytics.SampleData.Traffic;

/// <summary>Campaign names as people put them into links: encoded in several ways, broken in a few, missing in some.</summary>
internal static class Campaigns
{
    private static readonly Weighted<string?> _all = new(
    [
        (300, "spring_sale_2025"),
        (220, "brand_search"),
        (200, "linen-bedding_prospecting"),
        (150, "cart_reminder"),
        (120, "Spring+Sale+2025"),
        (90, "new%20arrivals%20%26%20gifts"),
        (60, "Fr%C3%BChlings%C3%A4ngebote"),
        (25, "50%off"),
        (15, "Fr%FChling"),
        (15, "%F0%9F%8C%B7+tulips"),
        (20, "(not set)"),
        (10, "null"),
        (10, "undefined"),
        (10, ""),
        (10, "+"),
        (200, null),
    ]);

    public static string? Pick(SampleRandom random) => _all.Pick(random);
}
