using SparkAnalytics.Sql.Embedded.Constraints.Conditions;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>What is not known is refused where it stands.</summary>
public sealed class ConditionRefusalTests
{
    [Theory]
    [InlineData("", 0, "end of text")]
    [InlineData("a >", 3, "end of text")]
    [InlineData("a > 3 b", 6, "b")]
    [InlineData("(a > 3", 6, "end of text")]
    [InlineData("a > 'x", 4, "'")]
    [InlineData("a > `x", 4, "`")]
    [InlineData("a /* x", 2, "/")]
    [InlineData("/*+ hint */ a", 0, "/")]
    [InlineData("a > ?", 4, "?")]
    [InlineData("a:b = 1", 1, ":")]
    [InlineData("größe > 1", 2, "öße")]
    [InlineData("a > 1x", 4, "1x")]
    [InlineData("a > 300Y", 4, "300Y")]
    [InlineData("a > 1.5L", 4, "1.5L")]
    [InlineData("a > 1e400", 4, "1e400")]
    [InlineData("a > 12345678901234567890123456789", 4, "12345678901234567890123456789")]
    [InlineData("a > INTERVAL 1 DAY", 4, "INTERVAL")]
    [InlineData("a > INTERVAL '1' DAY", 4, "INTERVAL")]
    [InlineData("a > DATE 'today'", 9, "'today'")]
    [InlineData("a > TIMESTAMP '2024-01-02 03:04:05 Europe/Berlin'", 14, "'2024-01-02 03:04:05 Europe/Berlin'")]
    [InlineData("a > TIMESTAMP_NTZ '2024-01-02 03:04:05Z'", 18, "'2024-01-02 03:04:05Z'")]
    [InlineData("a > X'1'", 5, "'1'")]
    [InlineData("a > TIME '10:00'", 4, "TIME")]
    [InlineData("a = +b", 4, "+")]
    [InlineData("no_such(a) > 1", 0, "no_such")]
    [InlineData("main.f(a)", 6, "(")]
    [InlineData("sum(a) > 1", 0, "sum")]
    [InlineData("stddev(a) > 1", 0, "stddev")]
    [InlineData("explode(a)", 0, "explode")]
    [InlineData("row_number() > 1", 0, "row_number")]
    [InlineData("url_host(a) = 'x'", 0, "url_host")]
    [InlineData("rand() > 0.5", 0, "rand")]
    [InlineData("getitem(a, 1)", 0, "getitem")]
    [InlineData("date(a, b)", 0, "date")]
    [InlineData("count(DISTINCT a)", 6, "DISTINCT")]
    [InlineData("size(*)", 5, "*")]
    [InlineData("exists(a, x -> x > 1)", 0, "exists")]
    [InlineData("array_sort(a, x -> x)", 16, "->")]
    [InlineData("length(a) OVER ()", 10, "OVER")]
    [InlineData("substring(a FROM 2)", 12, "FROM")]
    [InlineData("a IN ()", 6, ")")]
    [InlineData("a IN (SELECT 1)", 6, "SELECT")]
    [InlineData("(a, b) = c", 2, ",")]
    [InlineData("a NOT > 3", 6, ">")]
    [InlineData("a IS 3", 5, "3")]
    [InlineData("a IS NULL = b", 10, "=")]
    [InlineData("a IS NULL IS NULL", 10, "IS")]
    [InlineData("a = NOT b", 4, "NOT")]
    [InlineData("a LIKE 'x' ESCAPE '##'", 18, "'##'")]
    [InlineData("a LIKE ANY ('x')", 7, "ANY")]
    [InlineData("CAST(a AS time)", 10, "time")]
    [InlineData("CAST(a AS double precision)", 17, "precision")]
    [InlineData("CAST(a AS decimal(10", 20, "end of text")]
    [InlineData("CASE a END", 7, "END")]
    [InlineData("CASE WHEN a THEN 1", 18, "end of text")]
    [InlineData("a ==> b", 4, ">")]
    [InlineData("a.* = 1", 2, "*")]
    public void Parse_OfWhatIsNotKnown_NamesPlaceAndWord(string text, int position, string word)
    {
        var error = Assert.Throws<UnsupportedConditionException>(() => ConditionParser.Parse(text));

        Assert.Equal((text, position, word), (error.Text, error.Position, error.Word));
        Assert.EndsWith($"(at '{word}', character {position + 1} of '{text}')", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("NOT ", "a", "")]
    [InlineData("- ", "a", "")]
    [InlineData("f[", "a", "]")]
    [InlineData("abs(", "a", ")")]
    public void Parse_OfWhatIsNestedTooDeep_RefusesIt(string before, string inner, string after)
    {
        string Text(int depth) => string.Concat(Enumerable.Repeat(before, depth)) + inner + string.Concat(Enumerable.Repeat(after, depth));

        ConditionParser.Parse(Text(100));
        Assert.Contains("nested too deep", Assert.Throws<UnsupportedConditionException>(() => ConditionParser.Parse(Text(101))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfTooManyWords_RefusesTheFirstTooMany()
    {
        var error = Assert.Throws<UnsupportedConditionException>(() => ConditionParser.Parse(string.Join(" + ", Enumerable.Repeat("a", 1_001))));

        Assert.Equal((4_000, "a"), (error.Position, error.Word));
    }
}
