using static SparkAnalytics.Models.Tests.Channels.ChannelCase;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Step 1 of the channel rules: paid mediums, and whether they are of a search site, a social site or any other.</summary>
public sealed class ChannelPaidTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const string Google = "https://www.google.com/";

    private const string Facebook = "https://www.facebook.com/";

    [Fact]
    public void Build_WhenPaidMediumAndSearchSource_IsPaidSearch() => models.AssertChannel(
        "Paid Search",
        "utm_paid_search",
        [
            .. ((string[])["cpc", "CPC", " cpc ", "cpm", "cpv", "cpa", "cp", "ecpc", "xcpy", "ppc", "paid", "paid-media", "paidx", "prepaid", "x paid", "retargeting", "remarketing", "sem"])
                .Select(medium => Tagged("google", medium)),
            Tagged("GOOGLE", "cpc"),
            Tagged("bing", "cpc"),
            Tagged("www.google.de", "cpc"),
            Tagged("duckduckgo.com", "ppc"),
            Tagged("google", "cpc", "spring", Facebook),
            Tagged("google", "paid_social"),
            Tagged("www.googleadservices.com", "cpc"),
            .. ((string[])["googleads", "google_ads", "Google-Ads", "google ads", "adwords", "bingads", "bing_ads", "microsoftads", "microsoft-ads", "yandexdirect", "yandex_direct"]).Select(source => Tagged(source, "cpc")),
        ]);

    [Fact]
    public void Build_WhenPaidMediumNamesSearch_IsPaidSearch() => models.AssertChannel(
        "Paid Search",
        "utm_paid_search",
        [
            .. ((string[])["paidsearch", "paid_search", "PaidSearch", "sem"])
                .SelectMany(medium => (RawEvent[])[Tagged(null, medium), Tagged("x", medium), Tagged("facebook", medium)]),
        ]);

    [Fact]
    public void Build_WhenPaidMediumAndSocialSource_IsPaidSocial() => models.AssertChannel(
        "Paid Social",
        "utm_paid_social",
        [
            .. ((string[])["facebook", "fb", "instagram", "ig", "tiktok", "linkedin", "pinterest", "twitter", "reddit", "snapchat", "youtube", "FB", " Ig "])
                .SelectMany(source => (RawEvent[])[Tagged(source, "cpc"), Tagged(source, "paid"), Tagged(source, "Retargeting")]),
            Tagged("m.facebook.com", "cpm"),
            .. ((string[])["facebookads", "facebook_ads", "Facebook-Ads", "fb_ads", "ig_ads", "instagramads", "meta_ads", "tiktokads", "tiktok_ads", "linkedinads", "pinterestads", "snapchatads", "twitterads"])
                .Select(source => Tagged(source, "cpc")),
            Tagged("facebook.com", "ppc", referrer: Google),
            Tagged("facebook", "paid_social"),
            Tagged("x-y", "paid_social"),
            Tagged(null, "paidsocial"),
            Tagged("unknown", "PaidSocial"),
        ]);

    [Fact]
    public void Build_WhenPaidMediumAndAnyOtherSource_IsOtherPaid() => models.AssertChannel(
        "Other Paid",
        "utm_paid_other",
        [
            Tagged(null, "cpc"),
            Tagged("partner", "cpc"),
            Tagged("partner", "ppc", referrer: Google),
            Tagged("notgoogle", "cpc"),
            Tagged("google.example", "cpc"),
            Tagged("notfacebook.com", "paid"),
            Tagged("(direct)", "cpc"),
            Tagged("partner", "unpaid"),
            Tagged("partner", "retargeting"),
            Tagged("partner", "remarketing"),
        ]);

    [Fact]
    public void Build_WhenMediumOnlyResemblesPaidOne_IsNotPaid() => models.AssertChannel(
        "Referral",
        "utm_undecided",
        ((string[])["ppc2", "xppc", "semi", "asem", "retargeting2", "my remarketing", "pai", "pc", "c p c", "display2", "banners", "c\u200Bpc"])
            .Select(medium => Tagged("partner", medium)));
}
