namespace SparkAnalytics.SampleData.Traffic;

/// <summary>The ways into the shop: advertisements and links find new visitors, mails, brand searches and bookmarks bring them back. That is why first and last click differ.</summary>
internal static class TrafficSources
{
    private static readonly TrafficSource[] _all =
    [
        new(1500, 3300),

        new(1050, 850, "https://www.google.com/"),
        new(210, 160, "https://www.google.de/"),
        new(90, 60, "https://www.google.co.uk/"),
        new(140, 110, "android-app://com.google.android.googlequicksearchbox/"),
        new(140, 90, "https://www.bing.com/"),
        new(90, 70, "https://duckduckgo.com/"),
        new(30, 20, "https://search.yahoo.com/search"),
        new(25, 20, "https://www.ecosia.org/"),
        new(20, 10, "https://www.google.com/", "google", "organic"),

        new(820, 900, "https://www.google.com/", "google", "cpc", "gclid"),
        new(140, 120, "https://www.google.com/", "Google", "CPC", "gbraid"),
        new(60, 40, null, "google", "ppc", "wbraid"),
        new(150, 110, "https://www.bing.com/", "bing", "cpc", "msclkid"),
        new(40, 30, null, "adwords", "paid_search"),
        new(110, 60, "https://www.google.com/", ClickId: "gclid"),

        new(860, 260, "https://l.facebook.com/", "facebook", "paid_social", "fbclid"),
        new(620, 180, "https://l.instagram.com/", "ig", "paid", "fbclid"),
        new(380, 60, "https://www.tiktok.com/", "tiktok", "cpc", "ttclid"),
        new(130, 40, "https://www.pinterest.com/", "pinterest", "paidsocial"),
        new(40, 20, "https://m.facebook.com/", "m.facebook.com", "cpm", "fbclid"),
        new(90, 420, null, "facebook", "retargeting", "fbclid"),

        new(140, 70, null, "awin", "affiliate", "irclickid"),
        new(110, 190, "https://www.criteo.com/", "criteo", "display"),
        new(90, 30, "https://trc.taboola.com/", "taboola", "cpc"),
        new(60, 20, null, "lenas_wohnblog", "influencer"),
        new(30, 20, "https://partners.dealfinder.example/", "dealfinder", "sponsored", "affid"),

        new(130, 1150, null, "newsletter", "email"),
        new(40, 620, null, "klaviyo", "email"),
        new(25, 180, "https://mail.google.com/", "klaviyo", "E-Mail"),
        new(30, 120, "https://outlook.live.com/"),
        new(10, 60, "android-app://com.google.android.gm/"),

        new(230, 90, "https://l.facebook.com/", ClickId: "fbclid"),
        new(190, 110, "https://l.instagram.com/", "instagram", "social"),
        new(120, 60, "https://www.youtube.com/"),
        new(90, 40, "https://www.reddit.com/r/BuyItForLife/"),
        new(80, 30, "https://t.co/", ClickId: "twclid"),
        new(120, 50, "https://www.pinterest.com/pin/104216178851234567/"),
        new(30, 10, "https://www.linkedin.com/feed/", ClickId: "li_fat_id"),

        new(170, 60, "https://www.quiethomes.example/best-linen-bedding-2025"),
        new(110, 50, "https://blog.northernkitchens.co.uk/2025/02/stoneware-review"),
        new(70, 40, "https://www.sparfuchs-forum.example/thread/88123?seite=2"),
        new(40, 30, null, "quiethomes", "referral"),
        new(20, 20, "https://chatgpt.com/", "chatgpt.com"),
        new(25, 15, "http://192.0.2.44:8080/wiki/gifts"),

        new(30, 20, "https://www.google.com/", "(not set)", "(not set)"),
        new(20, 15, "https://www.bing.com/", "null", "undefined"),
        new(15, 10, null, "(direct)", "(none)"),
        new(15, 10, null, "%20facebook%20", "Paid+Social"),
        new(12, 10, null, "spring-flyer", "qr"),
        new(8, 6, "not a url"),
        new(10, 8, "https://www.hearthandfern.example:443/collections/all"),
    ];

    private static readonly Weighted<TrafficSource> _first = new(_all.Select(source => (source.First, source)));
    private static readonly Weighted<TrafficSource> _later = new(_all.Select(source => (source.Later, source)));

    public static TrafficSource Pick(int visitNumber, SampleRandom random) => (visitNumber == 1 ? _first : _later).Pick(random);
}
