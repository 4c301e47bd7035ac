using SparkAnalytics.Sql;
using static SparkAnalytics.Models.Tests.Channels.ChannelCase;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Step 2 of the channel rules: ad click ids, off by default.</summary>
public sealed class ChannelClickIdTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly (string Parameter, string Channel, string Rule)[] s_clickIds =
    [
        ("gclid", "Paid Search", "click_id_paid_search"),
        ("gbraid", "Paid Search", "click_id_paid_search"),
        ("wbraid", "Paid Search", "click_id_paid_search"),
        ("gad_source", "Paid Search", "click_id_paid_search"),
        ("msclkid", "Paid Search", "click_id_paid_search"),
        ("yclid", "Paid Search", "click_id_paid_search"),
        ("fbclid", "Social", "click_id_social"),
        ("ttclid", "Paid Social", "click_id_paid_social"),
        ("twclid", "Paid Social", "click_id_paid_social"),
        ("li_fat_id", "Paid Social", "click_id_paid_social"),
        ("ScCid", "Paid Social", "click_id_paid_social"),
        ("rdt_cid", "Paid Social", "click_id_paid_social"),
        ("epik", "Paid Social", "click_id_paid_social"),
        ("dclid", "Other Paid", "click_id_other_paid"),
        ("irclickid", "Other Paid", "click_id_other_paid"),
        ("affid", "Other Paid", "click_id_other_paid"),
        ("mc_cid", "Email", "click_id_mail"),
        ("srsltid", "Organic Search", "click_id_organic_search"),
    ];

    private static AnalyticsSettings WithClickIds => ModelsFixture.Defaults with { ClickIds = true };

    [Fact]
    public void Build_WhenClickIdsAreOff_LooksAtTheReferrer() => models.AssertStaged(
        "channel channel_rule",
        [
            .. s_clickIds.Select(item => (Page($"?{item.Parameter}=1"), (string?)"Direct | referrer_none")),
            (Page("?gclid=1") with { Referrer = "https://www.google.com/" }, "Organic Search | referrer_search"),
        ]);

    [Fact]
    public void Build_WhenClickIdsAreOn_DecidesByTheParameter() => models.AssertStaged(
        "channel channel_rule",
        [.. s_clickIds.SelectMany(item => ((string[])[$"?{item.Parameter}=1", $"?x=1&{item.Parameter}=a%20b#part"]).Select(query => (Page(query), (string?)$"{item.Channel} | {item.Rule}")))],
        WithClickIds);

    [Fact]
    public void Build_WhenClickIdIsWrittenInAnotherCase_KnowsIt() => models.AssertStaged(
        "channel_rule",
        [
            (Page("?GCLID=1"), "click_id_paid_search"),
            (Page("?x=1&amp;FbClid=1"), "click_id_social"),
            (Page("?sccid=1"), "click_id_paid_social"),
            (Page("?gclid=null"), "click_id_paid_search"),
            (Page("?gclid=%"), "click_id_paid_search"),
        ],
        WithClickIds);

    [Fact]
    public void Build_WhenSeveralClickIdsStandThere_TakesTheFirstNonEmptyOfTheList() => models.AssertStaged(
        "channel",
        [
            (Page("?fbclid=1&gclid=2"), "Paid Search"),
            (Page("?affid=1&wbraid=2"), "Paid Search"),
            (Page("?ttclid=1&fbclid=2"), "Social"),
            (Page("?affid=1&li_fat_id=2"), "Paid Social"),
            (Page("?srsltid=1&mc_cid=2"), "Email"),
            (Page("?mc_cid=1&affid=2"), "Other Paid"),
            (Page("?srsltid=1&gad_source=2"), "Paid Search"),
            (Page("?dclid=1&epik=2"), "Paid Social"),
            (Page("?gclid=&fbclid=1"), "Social"),
            (Page("?gclid&fbclid=1"), "Social"),
            (Page("?gclid=%20+&twclid=1"), "Paid Social"),
            (Page("?gclid=&gclid=2"), "Paid Search"),
        ],
        WithClickIds);

    [Fact]
    public void Build_WhenParameterIsEmptyOrWrittenOtherwise_IsNoClickId() => models.AssertStaged(
        "channel channel_rule",
        [.. ((string[])["?gclid=", "?gclid", "?amp;amp;gclid=1", "?gclid=%0a+", "?xgclid=1", "?gclidx=1", "#gclid=1", "?x=1#gclid=1", "?gclid=%20", "/gclid=1"])
            .Select(query => (Page(query), (string?)"Direct | referrer_none"))],
        WithClickIds);

    [Fact]
    public void Build_WhenTagsDecide_LeavesTheClickIdAside() => models.AssertStaged(
        "channel",
        [
            (Page("?gclid=1&utm_medium=email"), "Email"),
            (Page("?gclid=1&utm_source=(direct)"), "Direct"),
            (Tagged("facebook", page: "https://shop.example/?gclid=1"), "Social"),
        ],
        WithClickIds);

    [Fact]
    public void Build_WhenTagsDecideNothing_ComesBeforeTheReferrer() => models.AssertStaged(
        "channel",
        [
            (Page("?gclid=1&utm_source=partner"), "Paid Search"),
            (Page("?gclid=1") with { Referrer = "https://www.facebook.com/" }, "Paid Search"),
            (Page("?fbclid=1") with { Referrer = "https://www.google.com/" }, "Social"),
            (Page("?affid=1") with { Referrer = "https://www.shop.example/" }, "Other Paid"),
        ],
        WithClickIds);

    [Fact]
    public void HasClickId_WhenAnyParameterIsNotEmpty_CountsThePage()
    {
        string?[] without = [null, "", "https://shop.example/", "https://shop.example/?gclid=", "https://shop.example/?x=1#gclid=1"];
        var with = s_clickIds.Select(item => $"https://shop.example/?x=1&{item.Parameter}=1").Order(StringComparer.Ordinal).ToList();

        var counted = models.Stage(with.Concat(without).Select(url => new RawEvent { PageUrl = url }))
            .Filter(StagingProblems.HasClickId(Col("page_url"), ModelsFixture.Channels))
            .Select("page_url");

        Assert.Equal(with, ModelsFixture.Rows(counted, "page_url").Select(row => row["page_url"]));
    }

    private static RawEvent Page(string query) => new() { PageUrl = $"https://shop.example/{query}" };
}
