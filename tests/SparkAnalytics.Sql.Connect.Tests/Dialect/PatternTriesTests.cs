using System.Text;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Connect.Dialect;

namespace SparkAnalytics.Sql.Connect.Tests.Dialect;

/// <summary>A list of words put together anew finds what it found; .NET's engine reads what is asked here as Java's does.</summary>
public sealed class PatternTriesTests
{
    private const string Signs = "abcde.- ";

    [Theory]
    [InlineData("bing|bird|cat|dog|emu", "(?=[bcde])(?:bi(?:ng|rd)|cat|dog|emu)", Label = "words that begin alike share their beginning")]
    [InlineData("a|ab|abc", "a(?:b(?:c|)|)", Label = "a word within another")]
    [InlineData("^(?:one|two)$", @"^(?:one|two)\z", Label = "few words, no look")]
    [InlineData("(^|[^u])bot", "(?<![u])bot", Label = "what may not stand before")]
    [InlineData("x(^|[^u])bot", "x(?:^|[^u])bot", Label = "what may not stand before, not at the beginning")]
    [InlineData(@"kf[a-z]{2,6}?( build|\))", @"kf[a-z]{2,6}?(?: build|\))", Label = "quantifiers stay with their part")]
    public void AnyOf_Words(string pattern, string expected) => Assert.Equal("(?d)" + expected, PatternTries.AnyOf([pattern]));

    [Theory]
    [InlineData("(?i)bot")]
    [InlineData("bot(?=x)")]
    [InlineData("[[:alpha:]]+")]
    [InlineData(@"\x{41}")]
    [InlineData("(open")]
    [InlineData("a)b")]
    [InlineData("*")]
    [InlineData("[open")]
    public void AnyOf_WhatCannotBeTakenApart_IsNull(string pattern) => Assert.Null(PatternTries.AnyOf(["bot", pattern]));

    [Fact]
    public void AnyOf_RandomPatterns_FindWhatTheyFoundOneByOne()
    {
        var random = new Random(14);
        var found = 0;
        for (var round = 0; round < 1_000; round++)
        {
            List<string> patterns = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Alternatives(random, depth: 2))];
            var together = PatternTries.AnyOf(patterns);
            Assert.NotNull(together);
            var question = new Regex(together["(?d)".Length..], RegexOptions.CultureInvariant);
            for (var asked = 0; asked < 20; asked++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Signs[random.Next(Signs.Length)]));
                var expected = patterns.Exists(pattern => Regex.IsMatch(text, pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.CultureInvariant));
                Assert.True(expected == question.IsMatch(text), $"'{text}' and {string.Join("  ", patterns)}: {together}");
                found += expected ? 1 : 0;
            }
        }

        Assert.InRange(found, 3_000, 17_000);
    }

    private static string Alternatives(Random random, int depth) => string.Join('|', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Word(random, depth)));

    private static string Word(Random random, int depth)
    {
        var result = new StringBuilder(random.Next(8) switch { 0 => "^", 1 => "(?:^|[^ab])", 2 => "(^|[^c-e.])", _ => "" });
        for (var part = random.Next(3, 7); part > 0; part--)
        {
            // Engines differ in how often they go round over nothing, so groups are not repeated.
            result.Append(random.Next(10) switch
            {
                0 when depth > 0 => $"({Alternatives(random, depth - 1)}){(random.Next(3) == 0 ? "?" : "")}",
                1 when depth > 0 => $"(?:{Alternatives(random, depth - 1)}){(random.Next(3) == 0 ? "??" : "")}",
                2 => "[ab]",
                3 => "[^a.]",
                4 => ".",
                5 => @"\.",
                _ => Signs[random.Next(5)].ToString(),
            });
            result.Append(result[^1] is ')' or '?' ? "" : random.Next(12) switch { 0 => "?", 1 => "*", 2 => "+?", 3 => "{1,2}", _ => "" });
        }

        return result.Append(random.Next(10) == 0 ? "$" : "").ToString();
    }
}
