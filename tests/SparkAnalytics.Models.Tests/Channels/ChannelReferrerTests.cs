namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Step 3 of the channel rules: the host of the referrer.</summary>
public sealed class ChannelReferrerTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenReferrerIsAbsentOrUnreadable_IsDirect() => models.AssertReferrers(
        "Direct",
        "referrer_none",
        [
            null, "", " ", "\t\n", "-", "null", "about:blank", "google.com", "www.google.com/search", "//www.google.com/", "/search", "?q=1", "https://", "https:///path",
            "https:www.google.com", "https:/www.google.com", "://www.google.com/", "1http://www.google.com/", "mailto:a@google.com", "x https://www.google.com/",
        ]);

    [Fact]
    public void Build_WhenHostIsSearchSite_IsOrganicSearch() => models.AssertReferrers(
        "Organic Search",
        "referrer_search",
        [
            "https://www.google.com/", "http://google.com", "https://www.google.com/search?q=shoes", "https://www.google.com?q=1", "https://www.google.com#x",
            "https://google.de/", "https://www.google.co.uk/", "https://www.google.com.au/", "https://www.google.com.br/url", "https://google.cat/", "https://google.co/",
            "https://www.google.co.jp/", "https://images.google.fr/", "https://news.google.com/",
            "https://www.bing.com/search", "https://cn.bing.com/", "https://duckduckgo.com/", "https://search.yahoo.com/", "https://de.search.yahoo.com/", "https://yandex.ru/",
            "https://www.baidu.com/link?url=x", "https://www.ecosia.org/", "https://search.brave.com/",
            "HTTPS://WWW.GOOGLE.COM/", "  https://www.google.com/\n", "https://www.google.com./", "https://www.google.com:443/", "https://user@www.google.com/",
            "https://user:secret@www.google.com:8443/", "https://www.google.com.:443?q=1", "https://www.google.com/a@b", "https://www.google.com/?q=https://facebook.com/",
            "android-app://com.google.android.googlequicksearchbox/", "android-app://com.google.android.googlequicksearchbox/https/www.google.com",
            "https://maps.google.com/", "ANDROID-APP://com.google.android.googlequicksearchbox", "android-app://com.duckduckgo.mobile.android/",
        ]);

    [Fact]
    public void Build_WhenHostIsSocialSite_IsSocial() => models.AssertReferrers(
        "Social",
        "referrer_social",
        [
            "https://www.facebook.com/", "https://m.facebook.com/", "https://l.facebook.com/l.php?u=x", "https://lm.facebook.com/", "https://l.instagram.com/", "https://t.co/abc",
            "https://twitter.com/", "https://x.com/", "https://www.linkedin.com/feed/", "https://lnkd.in/x", "https://www.tiktok.com/", "https://www.pinterest.com/pin/1",
            "https://www.pinterest.de/", "https://www.pinterest.co.uk/", "https://www.reddit.com/r/x", "https://old.reddit.com/", "https://www.youtube.com/watch?v=1",
            "https://youtu.be/1", "https://vk.com/", "https://web.whatsapp.com/", "https://out.reddit.com./",
            "android-app://com.facebook.katana/", "android-app://com.instagram.android", "android-app://com.twitter.android/x", "android-app://com.linkedin.android/",
        ]);

    [Fact]
    public void Build_WhenHostIsWebmail_IsEmailBeforeSearch() => models.AssertReferrers(
        "Email",
        "referrer_mail",
        [
            "https://deref-gmx.net/mail/client/x", "https://nam02.safelinks.protection.outlook.com/?url=x", "https://urldefense.proofpoint.com/v2/url", "https://us1.campaign-archive.com/",
            "https://protect-eu.mimecast.com/s/x", "https://mail.google.com/", "https://mail.google.com/mail/u/0/", "https://outlook.live.com/", "https://outlook.office.com/mail/", "https://mail.yahoo.com/",
            "https://eu.mail.yahoo.com/", "https://mail.aol.com/", "https://mail.proton.me/", "https://e.mail.ru/", "https://mail.yandex.ru/",
            "android-app://com.google.android.gm/", "android-app://com.microsoft.office.outlook/",
        ]);

    [Fact]
    public void Build_WhenHostIsSocialUnderASearchSite_IsSocial() => models.AssertReferrers(
        "Social",
        "referrer_social",
        ["https://plus.google.com/", "https://plus.url.google.com/url?x", "https://tieba.baidu.com/p/1", "https://news.ycombinator.com/", "https://github.com/a/b", "https://www.producthunt.com/", "https://lnk.bio/x", "android-app://m.facebook.com"]);

    [Fact]
    public void Build_WhenHostIsPaymentOrSignIn_IsDirect()
    {
        models.AssertReferrers(
            "Direct",
            "referrer_return",
            [
                "https://www.paypal.com/", "https://checkout.stripe.com/", "https://pay.klarna.com/", "https://live.adyen.com/", "https://accounts.google.com/", "https://accounts.google.de/",
                "https://login.microsoftonline.com/", "https://appleid.apple.com/", "https://shop.eu.auth0.com/", "https://centinelapi.cardinalcommerce.com/", "android-app://com.paypal.android.p2pmobile/",
            ]);
        models.AssertChannel("Referral", "utm_undecided", [ChannelCase.Tagged("partner", referrer: "https://www.paypal.com/")]);
        models.AssertReferrers("Referral", "referrer_other", ["https://paypal.com.evil.example/", "https://notpaypal.com/", "https://www.apple.com/"]);
    }

    [Fact]
    public void Build_WhenHostServesAds_IsPaid()
    {
        models.AssertReferrers(
            "Paid Search", "referrer_ad_search", ["https://www.googleadservices.com/pagead/aclk", "https://syndicatedsearch.goog/", "https://yabs.yandex.ru/count/x", "https://yabs.yandex.com.tr/"]);
        models.AssertReferrers(
            "Other Paid",
            "referrer_ad_other",
            ["https://googleads.g.doubleclick.net/", "https://tpc.googlesyndication.com/", "https://trc.taboola.com/", "https://paid.outbrain.com/", "https://cat.criteo.com/", "https://www.awin1.com/", "https://an.yandex.ru/"]);
    }

    [Fact]
    public void Build_WhenHostIsAnAssistant_IsReferralBeforeSearch() => models.AssertReferrers(
        "Referral",
        "referrer_assistant",
        [
            "https://chatgpt.com/", "https://chat.openai.com/", "https://gemini.google.com/app", "https://copilot.microsoft.com/", "https://edgeservices.bing.com/", "https://claude.ai/", "https://www.perplexity.ai/",
            "https://chat.deepseek.com/", "https://alice.yandex.ru/", "https://you.com/", "android-app://com.openai.chatgpt/", "android-app://com.anthropic.claude",
        ]);

    [Fact]
    public void Build_WhenHostIsAServiceOfASearchSite_IsReferral() => models.AssertReferrers(
        "Referral",
        "referrer_service",
        [
            "https://docs.google.com/", "https://support.google.com/", "https://support.google.de/", "https://ads.google.com/", "https://adwords.google.com/", "https://analytics.google.com/",
            "https://tagassistant.google.com/", "https://translate.google.com.br/", "https://search.google.com/", "https://merchants.google.com/", "https://metrika.yandex.ru/", "https://direct.yandex.ru/",
            "https://webmaster.yandex.com/", "https://translate.yandex.com.tr/", "https://pan.baidu.com/", "android-app://com.google.android.apps.docs/",
        ]);

    [Fact]
    public void Build_WhenHostIsAnyOther_IsReferral() => models.AssertReferrers(
        "Referral",
        "referrer_other",
        [
            "https://blog.example/", "http://blog.example:8080/x?y#z", "https://localhost/", "https://192.0.2.1/", "https://[2001:db8::1]/", "https://m\u00FCnchen.example/",
            "https://notgoogle.com/", "https://google.com.evil.example/", "https://google.evil.example/", "https://google.info/", "https://google.example/", "https://mygoogle.de/",
            "https://google.com@evil.example/", "https://www.google.com:443@evil.example/", "https://evil.example/@google.com", "https://evil.example/https://www.google.com/",
            "https://evil.example?x@google.com/", "https://evil.example#@google.com/", "https://evil.example/?r=www.google.com",
            "https://facebook.com.evil.example/", "https://notfacebook.com/", "https://afacebook.com/", "https://facebook.co/", "https://st.co.example/", "https://notx.com/",
            "android-app://com.example.app/", "android-app://com.Slack", "android-app://com.facebook.katana.fake/", "ftp://files.example/", "android-app://com.google.android.googlequicksearchboxes/",
        ],
        page: "https://shop.test/");

    [Fact]
    public void Build_WhenHostIsInOrUnderOwnHosts_IsDirect()
    {
        var settings = ModelsFixture.Defaults with { OwnHosts = ["owned.com", "pay.example", "facebook.com", "t-shop.example"] };

        models.AssertReferrers(
            "Direct",
            "referrer_internal",
            ["https://owned.com/", "https://www.owned.com/checkout", "https://OWNED.com.:443/", "https://a.b.pay.example/", "https://m.facebook.com/", "https://t-shop.example/"],
            settings: settings);
        models.AssertReferrers(
            "Referral",
            "referrer_other",
            ["https://notowned.com/", "https://owned.com.example/", "https://owned.co/", "https://example/", "https://ownedxcom/", "https://shop.example/"],
            settings: settings);
        models.AssertReferrers("Direct", "referrer_internal", ["https://www.owned.com/"], page: "https://shop.test/", settings: settings);
        models.AssertReferrers("Organic Search", "referrer_search", ["https://www.google.com/"], settings: settings);
        models.AssertChannel("Referral", "utm_undecided", [ChannelCase.Tagged("partner", referrer: "https://www.owned.com/")], settings);
    }
}
