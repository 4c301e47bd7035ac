using static SparkAnalytics.Models.Tests.Channels.ChannelCase;

namespace SparkAnalytics.Models.Tests.Channels;

/// <summary>Conditions as a user's own rules may combine them.</summary>
public sealed class ChannelConditionTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenPatternHasAlternatives_MatchesTheWholeValue() => AssertHolds(
        [new ChannelCondition.UtmMatches(UtmField.Campaign, "a|bc*")],
        holds: [Tagged(null, null, "a"), Tagged(null, null, "bcc"), Tagged("x", "y", " A ")],
        holdsNot: [Tagged(null, null, "xa"), Tagged(null, null, "ax"), Tagged(null, null, "xbc"), Tagged("a", "a"), Tagged(null)]);

    [Fact]
    public void Build_WhenSeveralConditionsStand_AllMustHold() => AssertHolds(
        [new ChannelCondition.UtmIn(UtmField.Source, ["a", "b"]), new ChannelCondition.UtmAbsent(UtmField.Medium), new ChannelCondition.UtmPresent()],
        holds: [Tagged("a"), Tagged("B", null, "c")],
        holdsNot: [Tagged("a", "m"), Tagged("c"), Tagged(null)]);

    [Fact]
    public void Build_WhenAnyOfStands_OneGroupMustHold() => AssertHolds(
        [
            new ChannelCondition.UtmPresent(),
            new ChannelCondition.AnyOf(
            [
                [new ChannelCondition.UtmIn(UtmField.Medium, ["m"]), new ChannelCondition.ReferrerAbsent()],
                [new ChannelCondition.UtmIn(UtmField.Campaign, ["c"])],
            ]),
        ],
        holds: [Tagged(null, "m"), Tagged(null, null, "c", "https://blog.example/"), Tagged("x", "m", "c")],
        holdsNot: [Tagged(null, "m", referrer: "https://blog.example/"), Tagged("x"), Tagged(null)]);

    [Fact]
    public void Build_WhenRuleListsHosts_MatchesThemAndTheirSubDomainsLiterally()
    {
        var sites = new SiteList("", ["sn.1"], ["my-blog.example"], ["wiki"], ["com.example.app"], []);
        AssertHolds(
            [new ChannelCondition.ReferrerOn(sites)],
            holds: [.. ((string[])["https://my-blog.example/", "https://a.my-blog.example/", "https://wiki.de/", "https://en.wiki.co.uk/", "android-app://com.example.app/"]).Select(From)],
            holdsNot: [.. ((string[])["https://sn.1/", "https://my-blogxexample/", "https://xmy-blog.example/", "https://wiki.example/", "https://com.example.app.x/", ""]).Select(From)]);
        AssertHolds(
            [new ChannelCondition.SourceOn(sites)],
            holds: [Tagged("sn.1"), Tagged("My-Blog.example"), Tagged("en.wiki.de")],
            holdsNot: [Tagged("snx1"), Tagged("a.sn.1"), Tagged("my-blog"), Tagged("wiki"), Tagged(null)]);
    }

    [Fact]
    public void Build_WhenListHasShortNamesOnly_MatchesNothingElse()
    {
        var sites = new SiteList("", ["only"], [], [], [], []);
        AssertHolds([new ChannelCondition.SourceOn(sites)], holds: [Tagged("only")], holdsNot: [Tagged("x"), Tagged("a.only"), Tagged("."), Tagged(null)]);
        AssertHolds([new ChannelCondition.ReferrerOn(sites)], holds: [], holdsNot: [From("https://only/"), From("https://x/"), From("")]);
    }

    [Fact]
    public void Build_WhenReferrerIsInternal_HoldsForTheSameSite() => AssertHolds(
        [new ChannelCondition.ReferrerInternal()],
        holds: [From("https://a.shop.test/") with { PageUrl = "https://shop.test/" }],
        holdsNot: [From("https://a.shop.test/"), From("") with { PageUrl = "https://shop.test/" }, From("https://x.test/") with { PageUrl = "https://shop.test/" }]);

    [Fact]
    public void Build_WhenTwoRulesHold_TheFirstDecides()
    {
        var channels = ModelsFixture.Channels with
        {
            Rules =
            [
                new ChannelRule("first", ChannelNames.Social, [new ChannelCondition.UtmIn(UtmField.Source, ["a"])]),
                new ChannelRule("second", ChannelNames.Email, [new ChannelCondition.UtmPresent()]),
                new ChannelRule("third", ChannelNames.Social, [new ChannelCondition.ReferrerAbsent()]),
                new ChannelRule("last", ChannelNames.Direct, []),
            ],
        };

        models.AssertStaged(
            "channel channel_rule",
            [
                (Tagged("a"), "Social | first"),
                (Tagged("b"), "Email | second"),
                (Tagged(null), "Social | third"),
                (From("https://blog.example/"), "Direct | last"),
            ],
            channels: channels);
    }

    [Fact]
    public void Build_WhenLastRuleHasConditions_Throws()
    {
        var channels = ModelsFixture.Channels with { Rules = [new ChannelRule("only", ChannelNames.Social, [new ChannelCondition.UtmPresent()])] };

        var exception = Assert.Throws<ArgumentException>(() => models.Stage([new RawEvent()], channels: channels));

        Assert.StartsWith("The last channel rule must have no condition", exception.Message, StringComparison.Ordinal);
    }

    private static RawEvent From(string referrer) => new() { Referrer = referrer };

    private void AssertHolds(IReadOnlyList<ChannelCondition> conditions, IEnumerable<RawEvent> holds, IEnumerable<RawEvent> holdsNot) =>
        models.AssertStaged(
            "channel_rule",
            [.. holds.Select(raw => (raw, (string?)"tried")), .. holdsNot.Select(raw => (raw, (string?)"last"))],
            channels: ModelsFixture.Channels with
            {
                Rules = [new ChannelRule("tried", ChannelNames.Social, conditions), new ChannelRule("last", ChannelNames.Direct, [])],
            });
}
