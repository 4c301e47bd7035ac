using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>revenue: numeric text by its decimal text, JSON numbers by the shortest text of their double, both half away from zero.</summary>
public sealed class RevenueTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenTextIsNumeric_ReadsIt() => AssertText(
        ("10", "10.00"),
        ("10.5", "10.50"),
        ("  10.50\t", "10.50"),
        ("+3", "3.00"),
        ("-3", "-3.00"),
        ("0", "0.00"),
        ("-0", "0.00"),
        (".5", "0.50"),
        ("-.5", "-0.50"),
        ("000000000000000000000000000000000000000012.50", "12.50"),
        ("1e3", "1000.00"),
        ("1E+3", "1000.00"),
        ("12.5e-1", "1.25"),
        ("-1.5e2", "-150.00"),
        ("1234567890123456789e-10", "123456789.01"),
        ("0.0000000000000000001234e20", "12.34"),
        ("0.000000000000000000000000000000000000000001e42", "1.00"),
        ("0e99999999999999999999", "0.00"),
        ("-0.000e5", "0.00"),
        ("1e-99999999999999999999", "0.00"),
        ("1e-9223372036854775808", "0.00"),
        ("12345678901234567890123456789012345678901234567890e-40", "1234567890.12"));

    [Fact]
    public void Build_WhenTextHasMoreThanTwoPlaces_RoundsHalfAwayFromZero() => AssertText(
        ("2.674", "2.67"),
        ("2.675", "2.68"),
        ("2.665", "2.67"),
        ("-2.675", "-2.68"),
        ("-2.665", "-2.67"),
        ("-2.6749", "-2.67"),
        ("0.005", "0.01"),
        ("-0.005", "-0.01"),
        ("0.00499999999999999999999999999999999999999999999", "0.00"),
        ("-0.004", "0.00"),
        ("0.00500000000000000000000000000000000000000000001", "0.01"),
        ("1.00499999999999999999", "1.00"),
        ("5e-3", "0.01"),
        ("4.9e-3", "0.00"),
        ("99.995", "100.00"),
        ("1e-400", "0.00"));

    [Fact]
    public void Build_WhenTextIsOutOfRange_IsNull() => AssertText(
        ("9999999999999999.99", "9999999999999999.99"),
        ("-9999999999999999.99", "-9999999999999999.99"),
        ("9999999999999999.994", "9999999999999999.99"),
        ("9999999999999999.995", null),
        ("-9999999999999999.995", null),
        ("10000000000000000", null),
        ("-10000000000000000", null),
        ("1e16", null),
        ("1e400", null),
        ("-1e400", null),
        ("1e99999999999999999999", null),
        ("12345678901234567890123456789012345678901234567890", null));

    [Fact]
    public void Build_WhenTextIsNotNumeric_IsNull() => AssertText([.. s_notNumeric.Select(text => (text, (string?)null))]);

    private static readonly string[] s_notNumeric =
    [
        "", " ", "\\t\\n", "abc", "1,000", "1,5", "1.000,50", "1'000", "1_000", "1 000", "$10", "10 EUR", "\\u20ac10", "10\\u00a0\\u20ac", "10%",
        "0x10", "1d", "1f", "10L", "1e", "e5", "1e5.0", "1e+", "--5", "+-5", "5-", "(5)", "1.2.3", ".", "+", "-", "-.", "NaN", "nan", "Infinity",
        "-inf", "null", "true", "\\uff11\\uff10", "\\u0661", "\\u00a010", "1/2", "1e 3", "- 5", "[10]",
    ];

    [Fact]
    public void Build_WhenValueIsJsonInteger_TakesItsDigits() => AssertValue(
        ("10", "10.00"),
        ("0", "0.00"),
        ("-7", "-7.00"),
        ("9007199254740993", "9007199254740993.00"),
        ("9999999999999999", "9999999999999999.00"),
        ("10000000000000000", null),
        ("-10000000000000000", null),
        ("123456789012345678901234567890", null));

    [Fact]
    public void Build_WhenValueIsJsonNumberWithFractionOrExponent_RoundsTheShortestTextOfItsDouble() => AssertValue(
        ("10.5", "10.50"),
        ("10.0", "10.00"),
        ("1.10", "1.10"),
        ("2.675", "2.68"),
        ("-2.675", "-2.68"),
        ("1.005", "1.01"),
        ("-1.005", "-1.01"),
        ("1.00499999999999999999", "1.01"),
        ("1.0049999999999", "1.00"),
        ("0.285", "0.29"),
        ("1.255", "1.26"),
        ("4.35", "4.35"),
        ("-0.0", "0.00"),
        ("-0.001", "0.00"),
        ("1e3", "1000.00"),
        ("1E+3", "1000.00"),
        ("5e-3", "0.01"),
        ("0.00001", "0.00"),
        ("1e15", "1000000000000000.00"),
        ("123456789012.345", "123456789012.35"),
        ("9999999999999998.0", "9999999999999998.00"),
        ("9999999999999999.5", null),
        ("1e16", null),
        ("1e20", null),
        ("1e400", null),
        ("-1e400", null),
        ("1e-400", "0.00"));

    [Fact]
    public void Build_WhenValueIsAnotherKind_IsNull() => AssertValue(
        ("null", null),
        ("true", null),
        ("false", null),
        ("[]", null),
        ("[10]", null),
        ("{}", null),
        ("""{"amount":10}""", null));

    [Fact]
    public void Build_WhenThousandsHaveASeparator_TakesGroupsOfThreeAndKeepsThePointOfNumbers() => AssertSeparated(
        new RevenueSeparators { Decimal = ',', Thousands = '.' },
        ("\"1.234,50\"", "1234.50"),
        ("\" -12.345.678,905 \"", "-12345678.91"),
        ("\"1234,5\"", "1234.50"),
        ("\",5\"", "0.50"),
        ("\"1.234\"", "1234.00"),
        ("\"1.000e1\"", "10000.00"),
        ("\"12.34\"", null),
        ("\"1.2345\"", null),
        ("\"1234.567\"", null),
        ("\".123\"", null),
        ("\"1..234\"", null),
        ("\"1,234,5\"", null),
        ("\"1,23.456\"", null),
        ("\"\"", null),
        ("12.34", "12.34"),
        ("1.234", "1.23"));

    [Theory]
    [InlineData(' ')]
    [InlineData('\'')]
    [InlineData('^')]
    [InlineData('|')]
    public void Build_WhenSeparatorIsAnySign_TakesItAsItself(char sign) => AssertSeparated(
        new RevenueSeparators { Thousands = sign }, ($"\"1{sign}234.5\"", "1234.50"), ("\"1234.5\"", "1234.50"), ("\"1,234\"", null));

    [Fact]
    public void HasUnreadableRevenue_WhenSomethingStandsThereThatIsNoAmount_CountsIt()
    {
        (string? EventData, bool Expected)[] cases =
        [
            (null, false),
            ("", false),
            ("{}", false),
            ("""{"revenue":null}""", false),
            ("""{"revenue":""}""", false),
            ("""{"revenue":" \t"}""", false),
            ("""{"revenue":"10"}""", false),
            ("""{"revenue":10.5}""", false),
            ("""{"revenue":"1,000"}""", true),
            ("""{"revenue":"free"}""", true),
            ("""{"revenue":1e16}""", true),
            ("""{"revenue":10000000000000000}""", true),
            ("""{"revenue":"9999999999999999.995"}""", true),
            ("""{"revenue":true}""", true),
            ("""{"revenue":[10]}""", true),
            ("""{"revenue":{"amount":10}}""", true),
            ("""{"revenue":"free"} x""", false),
        ];
        var events = cases.Select(item => new RawEvent { EventData = item.EventData }).ToList();
        var counted = models.Stage(events, channels: ModelsFixture.OneChannel)
            .Filter(StagingProblems.HasUnreadableRevenue(Col("event_data"), Col("revenue"), ModelsFixture.Defaults))
            .Select("event_data");

        Assert.Equal(
            cases.Where(item => item.Expected).Select(item => item.EventData).Order(StringComparer.Ordinal),
            ModelsFixture.Rows(counted, "event_data").Select(row => row["event_data"]));
    }

    private void AssertSeparated(RevenueSeparators separators, params IEnumerable<(string Json, string? Expected)> cases) =>
        models.AssertStaged(
            "revenue",
            [.. cases.Select(item => (new RawEvent { EventData = $$"""{"revenue":{{item.Json}}}""" }, item.Expected))],
            ModelsFixture.Defaults with { RevenueSeparators = separators });

    private void AssertText(params IEnumerable<(string Text, string? Expected)> cases) =>
        AssertValue([.. cases.Select(item => ($"\"{item.Text.Replace("\t", "\\t", StringComparison.Ordinal)}\"", item.Expected))]);

    private void AssertValue(params IEnumerable<(string Json, string? Expected)> cases) =>
        models.AssertStaged(
            "revenue",
            [.. cases.Select(item => (new RawEvent { EventData = $$"""{"transaction_id":"T1","revenue":{{item.Json}}}""" }, item.Expected))]);
}
