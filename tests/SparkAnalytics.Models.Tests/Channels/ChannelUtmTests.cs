using static SparkAnalytics.Models.Tests.Channels.ChannelCase;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Step 1 of the channel rules: what the tags say, rule by rule.</summary>
public sealed class ChannelUtmTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const string Google = "https://www.google.com/";

    private const string Facebook = "https://www.facebook.com/";

    [Fact]
    public void Build_WhenSourceOrMediumIsMailWord_IsEmail() => models.AssertChannel(
        "Email",
        "utm_mail",
        [
            .. ((string[])["email", "e-mail", "e_mail", "e mail", "newsletter", "Email", " NEWSLETTER "]).SelectMany(word => (RawEvent[])[
                Tagged(word), Tagged(null, word), Tagged("x", word), Tagged(word, "x"), Tagged(word, "cpc"), Tagged("google", word),
            ]),
            Tagged("facebook", "email"),
            Tagged("email", "display"),
            Tagged("email", "social", referrer: Facebook),
            Tagged("newsletter", "(none)"),
        ]);

    [Fact]
    public void Build_WhenMediumIsAnotherPaidOne_IsOtherPaid() => models.AssertChannel(
        "Other Paid",
        "utm_other_paid_medium",
        [
            .. ((string[])["display", "banner", "expandable", "interstitial", "affiliate", "affiliates", "sponsored", "influencer", "audio", "cross-network", "cross_network", "Cross Network", "Display", " AFFILIATE "])
                .SelectMany(medium => (RawEvent[])[Tagged(null, medium), Tagged("x", medium), Tagged("google", medium), Tagged("instagram", medium)]),
            Tagged("google", "display", "spring", Google),
        ]);

    [Fact]
    public void Build_WhenSourceOrMediumIsSocial_IsSocial() => models.AssertChannel(
        "Social",
        "utm_social",
        [
            Tagged("facebook"),
            Tagged("facebook", "post"),
            Tagged("facebook", "organic"),
            Tagged("ig", "referral"),
            Tagged("l.instagram.com", "link"),
            Tagged("t.co"),
            Tagged("Facebook", "(none)", referrer: Google),
            Tagged("partner", "social"),
            Tagged(null, "SOCIAL"),
            Tagged("google", "social"),
            Tagged("(direct)", "social"),
        ]);

    [Fact]
    public void Build_WhenMediumIsOrganicOrSearchSourceStandsAlone_IsOrganicSearch() => models.AssertChannel(
        "Organic Search",
        "utm_organic_search",
        [
            Tagged("google"),
            Tagged("bing"),
            Tagged("google.co.uk", null, "spring"),
            Tagged("www.bing.com", referrer: Facebook),
            Tagged("google", "organic"),
            Tagged("partner", "Organic"),
            Tagged(null, "organic"),
            Tagged("partner", "organic_search"),
            Tagged("partner", "Organic Search"),
            Tagged("google", "product_sync"),
            Tagged("chatgpt.com", "organic"),
            Tagged("direct", "organic"),
        ]);

    [Fact]
    public void Build_WhenMediumIsReferralAppOrLink_IsReferral() => models.AssertChannel(
        "Referral",
        "utm_referral",
        [
            .. ((string[])["referral", "app", "link", "Referral", " LINK "])
                .SelectMany(medium => (RawEvent[])[Tagged(null, medium), Tagged("partner", medium), Tagged("google", medium), Tagged("direct", medium)]),
            Tagged("partner", "referral", referrer: Google),
        ]);

    [Fact]
    public void Build_WhenTagsSayDirect_IsDirect() => models.AssertChannel(
        "Direct",
        "utm_direct",
        [
            Tagged("direct"),
            Tagged("(direct)"),
            Tagged("(Direct)", "(None)"),
            Tagged("direct", "none"),
            Tagged("(direct)", " NONE "),
            Tagged("direct", "(none)", "spring"),
            Tagged("DIRECT", "null"),
            Tagged("(direct)", "(none)", referrer: Google),
        ]);

    [Fact]
    public void Build_WhenTagsDecideNothingAndNothingElseDoes_IsReferral() => models.AssertChannel(
        "Referral",
        "utm_undecided",
        [
            Tagged("partner"),
            Tagged("partner", "web"),
            Tagged(null, null, "spring"),
            Tagged(null, "(none)"),
            Tagged("google", "web"),
            Tagged("direct", "web"),
            Tagged("direct2"),
            Tagged("ti\u212Atok"),
            Tagged("\u00A0google"),
            Tagged("google,bing"),
            Tagged("docs.google.com"),
            Tagged("mail.google.com"),
            Tagged("doubleclick.net"),
            Tagged("www.paypal.com"),
            Tagged("chatgpt2"),
            Tagged("mail"),
            Tagged("partner", page: "https://shop.example/", referrer: "https://www.shop.example/"),
            Tagged("partner", referrer: "not a url"),
            Tagged("partner", referrer: ""),
        ]);

    [Fact]
    public void Build_WhenTagsDecideNothing_GoesOnToTheReferrer()
    {
        models.AssertChannel("Organic Search", "referrer_search", [Tagged("partner", referrer: Google), Tagged("direct", "web", referrer: Google), Tagged(null, null, "x", Google)]);
        models.AssertChannel("Social", "referrer_social", [Tagged("google", "web", referrer: Facebook)]);
        models.AssertChannel("Email", "referrer_mail", [Tagged("partner", referrer: "https://mail.google.com/")]);
        models.AssertChannel("Referral", "referrer_other", [Tagged("partner", referrer: "https://blog.example/")]);
    }

    [Fact]
    public void Build_WhenTagsStandInThePage_DecideLikewise() => models.AssertStaged(
        "channel",
        [
            (new RawEvent { PageUrl = "https://shop.example/?utm_source=google&utm_medium=cpc" }, "Paid Search"),
            (new RawEvent { PageUrl = "https://shop.example/?utm_medium=e%20mail" }, "Email"),
            (new RawEvent { PageUrl = "https://shop.example/?utm_source=%28direct%29&utm_medium=(none)" }, "Direct"),
            (new RawEvent { PageUrl = "https://shop.example/?utm_source=(not+set)", Referrer = Google }, "Organic Search"),
        ]);

    [Fact]
    public void Build_WhenTagsMeanNothing_AreAbsent() => models.AssertChannel(
        "Direct",
        "referrer_none",
        [Tagged("null", "(not set)", "undefined"), Tagged("", " ", "NULL"), Tagged(null)]);
}
