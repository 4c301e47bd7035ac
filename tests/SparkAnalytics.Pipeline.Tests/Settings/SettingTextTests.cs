using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Settings;

public sealed class SettingTextTests
{
    [Theory]
    [InlineData("90s", 90_000_000, "1m30s")]
    [InlineData("30m", 1_800_000_000, "30m")]
    [InlineData("1h30m", 5_400_000_000, "1h30m")]
    [InlineData("7d", 604_800_000_000, "7d")]
    [InlineData("168h", 604_800_000_000, "7d")]
    [InlineData("0s", 0, "0s")]
    [InlineData("1s1ms1us", 1_001_001, "1s1ms1us")]
    [InlineData("1d2h3m4s5ms6us", 93_784_005_006, "1d2h3m4s5ms6us")]
    [InlineData("-5us", -5, "-5us")]
    public void Duration_WhenReadAndWritten_KeepsItsMicroseconds(string text, long microseconds, string written)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(microseconds * 10, duration.Value.Ticks);
        Assert.Equal(written, DurationText.Format(duration.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("30")]
    [InlineData("m")]
    [InlineData("1.5h")]
    [InlineData("30 m")]
    [InlineData("30M")]
    [InlineData("5m5m")]
    [InlineData("1s1m")]
    [InlineData("999999999d")]
    [InlineData("30m\n")]
    public void Duration_WhenNotOfTheForm_IsNone(string text)
    {
        Assert.False(DurationText.TryParse(text, out _));
    }

    [Theory]
    [InlineData("kitten", "sitting", "mitten", "mitten")]
    [InlineData("Session_Timeout", "time_zone", "session_timeout", "session_timeout")]
    [InlineData("x", "b", "a", "b")]
    public void Nearest_IsTheOneWithLeastDistance_TheFirstOfEquals(string name, string first, string second, string nearest)
    {
        Assert.Equal(nearest, NearestName.Of(name, [first, second]));
    }

    [Theory]
    [InlineData(@".*cp.*|ppc|paid.*")]
    [InlineData(@"a{2}b{2,}c{2,5}[{}]\{")]
    [InlineData(@"^a[a-z0-9_\].]+(?:b|c){2,3}?\d\.\[$")]
    public void Regex_WhenReadAlikeEverywhere_IsTaken(string pattern)
    {
        Assert.Null(RegexSubset.Problem(pattern));
    }

    [Theory]
    [InlineData("(a")]
    [InlineData("a++")]
    [InlineData("*a")]
    [InlineData(@"(a)\1")]
    [InlineData("a(?!b)")]
    [InlineData("(?<=a)b")]
    [InlineData("(?i)a")]
    [InlineData("(?<n>a)")]
    [InlineData("[a[b]]")]
    [InlineData("[a&&b]")]
    [InlineData(@"\p{l}")]
    [InlineData(@"[\b]")]
    [InlineData("A")]
    [InlineData("[]a]")]
    [InlineData("[^]a]")]
    [InlineData("a{,3}")]
    [InlineData("a{1000}")]
    [InlineData("{")]
    public void Regex_WhenEnginesDiffer_IsRefused(string pattern)
    {
        Assert.NotNull(RegexSubset.Problem(pattern));
    }
}
