namespace SparkAnalytics.SampleData.Tests;

public sealed class SharesTests
{
    [Fact]
    public void EventNames_AreMostlyPageViewsAndAFunnelBelow()
    {
        Assert.InRange(Sample.Share(row => row.EventName is "page_view" or "page_viewed"), 0.85, 0.97);
        Assert.InRange(Sample.Share(row => row.EventName is "add_to_cart" or "product_added_to_cart"), 0.015, 0.06);
        Assert.InRange(Sample.Share(row => row.EventName is "begin_checkout" or "checkout_started"), 0.006, 0.03);
        Assert.InRange(Sample.Share(row => row.EventName is "purchase" or "checkout_completed"), 0.002, 0.012);
    }

    [Fact]
    public void Problems_AreRare()
    {
        Assert.InRange(Sample.Share(row => row.Timestamp is null || !row.Timestamp.Contains("2025-0", StringComparison.Ordinal)), 0.0003, 0.002);
        Assert.InRange(Sample.Share(row => string.IsNullOrWhiteSpace(row.EventName)), 0.00005, 0.001);
        Assert.InRange(Sample.Share(row => Sample.Id(row) is null), 0.005, 0.02);
    }

    [Fact]
    public void Campaigns_TagAboutAThirdOfTheVisits()
    {
        Assert.InRange(Sample.Share(row => row.PageUrl!.Contains("utm_source", StringComparison.Ordinal)), 0.05, 0.2);
        Assert.InRange(Sample.Share(row => row.EventData?.StartsWith("{\"utm_source", StringComparison.Ordinal) == true), 0.03, 0.12);
    }

    [Fact]
    public void UserAgents_AreMostlyPhones() =>
        Assert.InRange(Sample.Share(row => row.UserAgent?.Contains("Mobile", StringComparison.Ordinal) == true), 0.55, 0.8);
}
