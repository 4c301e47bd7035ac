namespace SparkAnalytics.SampleData.Tests;

public sealed class PhenomenaTests
{
    public static TheoryData<string> PageUrlParts =>
    [
        "utm_source=google&utm_medium=cpc", "utm_source=Google", "%20facebook%20", "Spring+Sale+2025", "Fr%C3%BChlings", "%F0%9F%8C%B7",
        "50%off", "Fr%FChling", "(not set)", "=null", "=undefined", "utm_campaign=+", "second_of_two", "#utm_source=", "/search?q=linen&",
        "?gclid=", "&gclid=", "gbraid=", "wbraid=", "msclkid=", "fbclid=", "ttclid=", "twclid=", "li_fat_id=", "irclickid=", "affid=",
    ];

    public static TheoryData<string> Referrers =>
    [
        "https://www.google.com/", "https://duckduckgo.com/", "android-app://com.google.android.gm/", "android-app://com.google.android.googlequicksearchbox/",
        "https://l.facebook.com/", "https://www.reddit.com/r/BuyItForLife/", "https://mail.google.com/", "https://www.quiethomes.example/best-linen-bedding-2025",
        "https://www.hearthandfern.example/cart", "https://www.hearthandfern.example:443/collections/all", "https://www.paypal.com/", "http://192.0.2.44:8080/wiki/gifts", "not a url",
    ];

    public static TheoryData<string> UserAgentParts =>
        ["iPhone", "Android 10; K", "iPad", "SM-X200", "Windows NT", "Macintosh", "X11; Linux", "CrOS", "PlayStation", "Googlebot", "python-requests"];

    public static TheoryData<string> EventNames =>
    [
        "page_view", "page_viewed", "add_to_cart", "product_added_to_cart", "begin_checkout", "checkout_started", "purchase", "checkout_completed",
        "generate_lead", "email_filled_on_popup", " ",
    ];

    public static TheoryData<string> EventDataParts =>
    [
        "{\"utm_source\":\"", "\"utm_campaign\":\"50%off\"", "\"utm_campaign\":null", ",\"utm_source\":\"", ",}", "{'", "} undefined", "\"note\":1,\"note\":2", "\\ud83d", "NaN", "[{", "[object Object]", "{\n",
        "\\u00d7", "größe", "🕯", "\\\"Fern\\\"",
    ];

    public static TheoryData<string> RevenuePatterns =>
        [@"^\d+$", @"^\d+\.\d\d$", @"^""\d+\.\d\d""$", @"^\d+e-2$", @"^""\d+E-2""$", @"^null$", @"^""EUR 59""$|^""n/a""$|^true$|^\[129\]$|^""1e40""$|^""1\.299,00""$"];

    public static TheoryData<string> TransactionIdPatterns => [@"^""HF-\d+""$", @"^\d{7}$", @"^""  HF-\d+ ""$", @"^(null|""""|true|1\.5)$"];

    public static TheoryData<string> TimestampPatterns =>
    [
        @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", @"^\S+ \S+\.\d{6}\+00:00$", @"\.\d{3}\+01:00$", @"\.\d{6}-0800$", @"\.\d\+0530$", @"^\S{10} \S{8}$", @"T\S{8}Z$",
        @"\.\d{9}Z$", @"^ .*Z $", "02-30T", @"^\d\d\.\d\d\.\d{4}", @"^\d{4}-\d\d-\d\d$", @"^\d{10}$", "T24:", @"\+19:30$", "^Invalid Date$", @"^\s$", "^2095-",
    ];

    [Theory]
    [MemberData(nameof(PageUrlParts))]
    public void PageUrl_In100000Events_Holds(string part) => Assert.Contains(Sample.Events, row => row.PageUrl!.Contains(part));

    [Theory]
    [MemberData(nameof(Referrers))]
    public void Referrer_In100000Events_Is(string referrer) => Assert.Contains(Sample.Events, row => row.Referrer == referrer);

    [Theory]
    [MemberData(nameof(UserAgentParts))]
    public void UserAgent_In100000Events_Holds(string part) => Assert.Contains(Sample.Events, row => row.UserAgent?.Contains(part) == true);

    [Theory]
    [MemberData(nameof(EventNames))]
    public void EventName_In100000Events_Is(string name) => Assert.Contains(Sample.Events, row => row.EventName == name);

    [Theory]
    [MemberData(nameof(EventDataParts))]
    public void EventData_In100000Events_Holds(string part) => Assert.Contains(Sample.Events, row => row.EventData?.Contains(part) == true);

    [Theory]
    [MemberData(nameof(RevenuePatterns))]
    public void Revenue_In100000Events_IsWrittenAs(string pattern) => Assert.Contains(Sample.Purchases, row => Matches(Member(row, "revenue"), pattern));

    [Theory]
    [MemberData(nameof(TransactionIdPatterns))]
    public void TransactionId_In100000Events_IsWrittenAs(string pattern) =>
        Assert.Contains(Sample.Purchases, row => Matches(Member(row, "transaction_id"), pattern));

    [Theory]
    [MemberData(nameof(TimestampPatterns))]
    public void Timestamp_In100000Events_IsWrittenAs(string pattern) => Assert.Contains(Sample.Events, row => Matches(row.Timestamp, pattern));

    [Fact]
    public void Columns_In100000Events_AreMissingNowAndThen()
    {
        Assert.Contains(Sample.Events, row => row is { ClientId: null, NewClientId: null });
        Assert.Contains(Sample.Events, row => row.ClientId == "  ");
        Assert.Contains(Sample.Events, row => row.NewClientId is { } id && id.EndsWith("\t ", StringComparison.Ordinal));
        Assert.Contains(Sample.Events, row => row.Timestamp is null);
        Assert.Contains(Sample.Events, row => row.EventName is null);
        Assert.Contains(Sample.Events, row => row.UserAgent is null);
        Assert.Contains(Sample.Events, row => row.EventData == " ");
    }

    private static bool Matches(string? value, string pattern) =>
        value is not null && System.Text.RegularExpressions.Regex.IsMatch(value, pattern);

    private static string? Member(SampleEvent row, string name) =>
        System.Text.RegularExpressions.Regex.Match(row.EventData!, $"\"{name}\":(\"[^\"]*\"|\\[[^\\]]*\\]|[^,}}]*)") is { Success: true } match
            ? match.Groups[1].Value
            : null;
}
