namespace SparkAnalytics.SampleData.Shop;

/// <summary>The invented shop "Hearth and Fern": pages and articles.</summary>
internal static class Catalogue
{
    public const string Site = "https://www.hearthandfern.example";

    public const string CheckoutSite = "https://checkout.hearthandfern.example";

    public static readonly Product[] Products =
    [
        new("HF-1001", "/products/linen-duvet-cover", "Linen duvet cover", 18900),
        new("HF-1002", "/products/linen-pillowcase", "Linen pillowcase (2 \\u00d7 50\\u00a0cm)", 4950),
        new("HF-1003", "/products/wool-throw", "Wool throw \\\"Fern\\\"", 12900),
        new("HF-1004", "/products/down-pillow", "Down pillow", 7999),
        new("HF-2001", "/products/stoneware-mug", "Stoneware mug", 1850),
        new("HF-2002", "/products/stoneware-set", "Stoneware set, 16 pieces", 21900),
        new("HF-2003", "/products/cast-iron-pan", "Cast-iron pan 28 cm", 8900),
        new("HF-2004", "/products/oak-board", "Schneidebrett Eiche größe L", 5900),
        new("HF-3001", "/products/oak-side-table", "Oak side table", 34900),
        new("HF-3002", "/products/reading-chair", "Reading chair", 79900),
        new("HF-3003", "/products/floor-lamp", "Floor lamp", 15990),
        new("HF-4001", "/products/beeswax-candles", "Beeswax candles 🕯", 1295),
    ];

    private static readonly Weighted<string> _pages = new(
    [
        (260, "/"),
        (110, "/collections/all"),
        (120, "/collections/bedroom"),
        (90, "/collections/kitchen"),
        (60, "/collections/living"),
        (50, "/collections/sale"),
        (30, "/blogs/journal/how-to-wash-linen"),
        (25, "/blogs/journal/season-your-pan"),
        (20, "/pages/about-us"),
        (20, "/pages/shipping-and-returns"),
        (15, "/search?q=linen"),
        .. Products.Select(product => (30, product.Path)),
    ]);

    public static string Page(SampleRandom random) => _pages.Pick(random);
}
