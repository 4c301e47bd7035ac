using SparkAnalytics.Sql.Embedded.Native.Patterns;

namespace SparkAnalytics.Sql.Embedded.Tests.Native;

public sealed class KnownPatternTests
{
    /// <summary>The first three texts by backtracking, the others without. Before each text stands whether the pattern is in it.</summary>
    [Theory]
    [InlineData("bot|crawl(?:er)?|spider", "+a bot", "+crawl", "-spide", "+robots", "+acrawler", "-no", "+spiders")]
    [InlineData(@"^(?:www\.)?google\.", "+google.com", "-agoogle.com", "+www.google.de", "-www.googlexcom", "+www.google.com", "+google.", "-")]
    [InlineData(@"\bipad\b|android", "+ipad", "-ipads", "-ipod", "+x ipad;", "+android 9", "+an ipad", "-aipad")]
    public void IsIn_MoreTextsThanBacktrackingIsFor_GoesOnFindingTheSame(string pattern, params string[] texts)
    {
        var known = KnownPattern.Of(pattern, texts: 3)!;

        Assert.All(texts, text => Assert.Equal(text[0] == '+', known.IsIn(text.AsSpan(1))));
    }

    /// <summary>Backtracking would try each way to choose the places of the x, and be at it for days.</summary>
    [Theory]
    [InlineData("x.*x.*x.*x.*y")]
    [InlineData("^x{1,}.*x.*x.*x.*y")]
    [InlineData("x.+x.+x.+x.+y")]
    public void IsIn_OfSeveralPartsOfAnyLength_IsToldAtOnce(string pattern)
    {
        var known = KnownPattern.Of(pattern)!;

        Assert.False(known.IsIn(new string('x', 20_000)));
        Assert.True(known.IsIn(new string('x', 20_000) + "y"));
    }
}
