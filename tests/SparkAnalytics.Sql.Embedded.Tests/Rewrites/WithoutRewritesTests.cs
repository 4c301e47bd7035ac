namespace SparkAnalytics.Sql.Embedded.Tests.Rewrites;

/// <summary>Which rewrites apply under which options.</summary>
public sealed class WithoutRewritesTests
{
    public static TheoryData<string> Names => [.. EmbeddedEngineOptions.RewriteNames];

    [Fact]
    public void RewriteNames_AreThoseThatTheOptionDocuments() => Assert.Equal(
        ["first lines", "unread contents", "JSON paths", "shared expressions", "late columns", "narrow windows", "streamed duplicates", "added columns", "left-out rows"],
        EmbeddedEngineOptions.RewriteNames);

    [Theory]
    [MemberData(nameof(Names))]
    public void Applies_WithoutOneRewrite_IsFalseForThatOneAlone(string name)
    {
        var options = new EmbeddedEngineOptions { WithoutRewrites = new HashSet<string> { name } };

        Assert.Equal([name], EmbeddedEngineOptions.RewriteNames.Where(other => !options.Applies(other)));
    }

    [Fact]
    public void Applies_ByDefault_IsTrueForAll() => Assert.All(EmbeddedEngineOptions.RewriteNames, name => Assert.True(new EmbeddedEngineOptions().Applies(name)));

    [Fact]
    public void Applies_WithoutRewrites_IsFalseForAll() =>
        Assert.All(EmbeddedEngineOptions.RewriteNames, name => Assert.False(new EmbeddedEngineOptions { UseRewrites = false }.Applies(name)));

    [Fact]
    public void WithoutRewrites_OfAnUnknownName_NamesTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => new EmbeddedEngineOptions { WithoutRewrites = new HashSet<string> { "late column" } });

        Assert.StartsWith("There is no rewrite 'late column'; there are: late columns, ", error.Message, StringComparison.Ordinal);
        Assert.All(EmbeddedEngineOptions.RewriteNames, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutRewrites_OfARewriteThatDuckDbNeeds_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new EmbeddedEngineOptions { WithoutRewrites = new HashSet<string> { "nested windows" } });
}
