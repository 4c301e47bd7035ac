namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>Where UTM values come from: event_data or page_url, never a mixture.</summary>
public sealed class UtmOriginTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const string Page = "https://shop.example/?utm_source=page&utm_medium=web&utm_campaign=url";

    [Fact]
    public void Build_WhenEventDataHasAnyOfTheThree_LeavesThePageAside() => AssertTags(
        ModelsFixture.Defaults,
        ("""{"utm_source":"a","utm_medium":"b","utm_campaign":"c"}""", "a | b | c"),
        ("""{"utm_source":"a"}""", "a | NULL | NULL"),
        ("""{"utm_medium":"b"}""", "NULL | b | NULL"),
        ("""{"utm_campaign":"c"}""", "NULL | NULL | c"),
        ("""{"utm_campaign":7}""", "NULL | NULL | 7"),
        ("""{"utm_source":"(not set)","utm_medium":"b"}""", "NULL | b | NULL"));

    [Fact]
    public void Build_WhenAllThreeAreAbsentAfterCleaning_TakesThePage() => AssertTags(
        ModelsFixture.Defaults,
        (null, "page | web | url"),
        ("{}", "page | web | url"),
        ("""{"utm_source":null,"utm_medium":"","utm_campaign":"  "}""", "page | web | url"),
        ("""{"utm_source":"null","utm_medium":"undefined","utm_campaign":"(not set)"}""", "page | web | url"),
        ("""{"utm_source":" NULL ","utm_medium":"Undefined","utm_campaign":"(NOT SET)"}""", "page | web | url"),
        ("""{"utm_source":true,"utm_medium":1.0,"utm_campaign":["c"]}""", "page | web | url"),
        ("""{"utm_source":{"a":1},"utm_medium":1e2}""", "page | web | url"),
        ("""{"utm_source":"a",}""", "page | web | url"),
        ("""{"UTM_SOURCE":"a"}""", "page | web | url"));

    [Fact]
    public void Build_WhenValueStandsInEventData_TrimsItAndKeepsItOtherwise() => AssertTags(
        ModelsFixture.Defaults,
        ("""{"utm_source":"  Spring Sale\n"}""", "Spring Sale | NULL | NULL"),
        ("""{"utm_source":"a%20b+c"}""", "a%20b+c | NULL | NULL"),
        ("""{"utm_source":12345678901234567890123}""", "12345678901234567890123 | NULL | NULL"),
        ("""{"utm_source":"\u00e9"}""", "\u00E9 | NULL | NULL"));

    [Fact]
    public void Build_WhenPageUrlComesFirst_TakesItUnlessAllThreeAreAbsentThere()
    {
        var settings = ModelsFixture.Defaults with { UtmFrom = [UtmOrigins.PageUrl, UtmOrigins.EventData] };

        AssertTags(settings, ("""{"utm_source":"a"}""", "page | web | url"));
        models.AssertStaged(
            "utm_source utm_medium utm_campaign",
            [
                (With("""{"utm_source":"a"}""", "https://shop.example/?utm_medium=web"), "NULL | web | NULL"),
                (With("""{"utm_source":"a"}""", "https://shop.example/?utm_medium=null"), "a | NULL | NULL"),
                (With("""{"utm_source":"a"}""", null), "a | NULL | NULL"),
            ],
            settings);
    }

    [Fact]
    public void Build_WhenOneOriginOnlyIsSet_NeverLooksAtTheOther()
    {
        AssertTags(
            ModelsFixture.Defaults with { UtmFrom = [UtmOrigins.EventData] },
            ("{}", "NULL | NULL | NULL"),
            ("""{"utm_source":"a"}""", "a | NULL | NULL"));
        AssertTags(ModelsFixture.Defaults with { UtmFrom = [UtmOrigins.PageUrl] }, ("""{"utm_source":"a"}""", "page | web | url"));
        models.AssertStaged(
            "utm_source",
            [(With("""{"utm_source":"a"}""", null), null)],
            ModelsFixture.Defaults with { UtmFrom = [UtmOrigins.PageUrl] });
    }

    [Fact]
    public void Build_WhenPathsAreSet_FollowsThem() => models.AssertStaged(
        "utm_source utm_medium utm_campaign",
        [(With("""{"tags":{"s":"a","m":"b"},"c":"c","utm_source":"x"}""", Page), "a | b | c")],
        ModelsFixture.Defaults with { Paths = new EventDataPathSettings { UtmSource = "$.tags.s", UtmMedium = "$.tags.m", UtmCampaign = "$.c" } });

    [Fact]
    public void Build_WhenParametersAreSet_TakesTheFirstNameThatHasAValue() => models.AssertStaged(
        "utm_source utm_medium utm_campaign",
        [
            (With(null, "https://shop.example/?src=b&pk_source=a&utm_medium=x&pk_medium=m"), "a | m | b"),
            (With(null, "https://shop.example/?SRC=b&pk_source=null&campaign=c"), "b | NULL | c"),
            (With(null, "https://shop.example/?utm_source=x&utm_medium=y"), "NULL | NULL | NULL"),
            (With(null, "https://shop.example/?src=both"), "both | NULL | both"),
        ],
        ModelsFixture.Defaults with { UtmParameters = new UtmParameterSettings { Source = ["pk_source", "src"], Medium = ["pk_medium"], Campaign = ["campaign", "src"] } });

    [Fact]
    public void Build_WhenTheFragmentIsAnOrigin_ReadsWhatStandsBehindTheFirstHash() => models.AssertStaged(
        "utm_source utm_medium utm_campaign",
        [
            (With("{}", "https://shop.example/#utm_source=a&amp;UTM_medium=b%20c&utm_source=d"), "a | b c | NULL"),
            (With("{}", "https://shop.example/?x=1#utm_source=a#b"), "a#b | NULL | NULL"),
            (With("{}", "https://shop.example/?utm_medium=web#utm_source=a"), "NULL | web | NULL"),
            (With("{}", "https://shop.example/?utm_medium=(not+set)#utm_source=a"), "a | NULL | NULL"),
            (With("""{"utm_campaign":"c"}""", "https://shop.example/#utm_source=a"), "NULL | NULL | c"),
            (With("{}", "https://shop.example/#/route?utm_source=a"), "NULL | NULL | NULL"),
            (With("{}", "https://shop.example/#utm_source=null"), "NULL | NULL | NULL"),
            (With("{}", "https://shop.example/#"), "NULL | NULL | NULL"),
            (With("{}", null), "NULL | NULL | NULL"),
        ],
        ModelsFixture.Defaults with { UtmFrom = UtmOrigins.All });

    private void AssertTags(AnalyticsSettings settings, params IEnumerable<(string? EventData, string? Expected)> cases) =>
        models.AssertStaged("utm_source utm_medium utm_campaign", [.. cases.Select(item => (With(item.EventData, Page), item.Expected))], settings);

    private static RawEvent With(string? eventData, string? pageUrl) => new() { EventData = eventData, PageUrl = pageUrl };
}
