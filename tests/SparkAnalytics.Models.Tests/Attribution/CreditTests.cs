using static SparkAnalytics.Models.Tests.Attribution.Attributed;

namespace SparkAnalytics.Models.Tests.Attribution;

/// <summary>How credit and revenue are shared out: parts rounded down, the rest by largest remainder, then earliest touch.</summary>
public sealed class CreditTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenSettingIsDefault_GivesFirstAndLastClick() => Assert.Equal(
        ["first_click | ann-1 | 1 | 3 | 1.00000000 | 10.00", "last_click | ann-3 | 3 | 3 | 1.00000000 | 10.00"],
        models.Rows(10m, Hourly(3)).Select(row => row.Line("model", "touch_id", "touch_index", "touch_count", "credit", "attributed_revenue")));

    [Fact]
    public void Build_WhenOneModelIsSet_GivesNoOther() => Assert.Equal(
        ["last_click | ann-2"], models.Rows(10m, Hourly(2), With("last_click")).Select(row => row.Line("model", "touch_id")));

    [Fact]
    public void Build_WhenAllModelsAreSet_GivesEach() => Assert.Equal(
        ["first_click 1", "last_click 1", "linear 2", "position_based 2", "time_decay 2"],
        models.Rows(10m, Hourly(2), With([.. AttributionModelNames.All])).GroupBy(row => row["model"]).Select(rows => $"{rows.Key} {rows.Count()}"));

    [Theory]
    [InlineData(1, "10.00", "1.00000000 10.00")]
    [InlineData(2, "10.01", "0.50000000 5.01", "0.50000000 5.00")]
    [InlineData(3, "10.00", "0.33333334 3.34", "0.33333333 3.33", "0.33333333 3.33")]
    [InlineData(3, "20.00", "0.33333334 6.67", "0.33333333 6.67", "0.33333333 6.66")]
    [InlineData(3, "0.01", "0.33333334 0.01", "0.33333333 0.00", "0.33333333 0.00")]
    [InlineData(3, "0.00", "0.33333334 0.00", "0.33333333 0.00", "0.33333333 0.00")]
    [InlineData(3, "-10.00", "0.33333334 -3.34", "0.33333333 -3.33", "0.33333333 -3.33")]
    [InlineData(3, "-0.01", "0.33333334 -0.01", "0.33333333 0.00", "0.33333333 0.00")]
    [InlineData(3, "9999999999999999.98", "0.33333334 3333333333333333.33", "0.33333333 3333333333333333.33", "0.33333333 3333333333333333.32")]
    [InlineData(3, "-9999999999999999.99", "0.33333334 -3333333333333333.33", "0.33333333 -3333333333333333.33", "0.33333333 -3333333333333333.33")]
    [InlineData(3, null, "0.33333334 NULL", "0.33333333 NULL", "0.33333333 NULL")]
    [InlineData(7, "1.00", "0.14285715 0.15", "0.14285715 0.15", "0.14285714 0.14", "0.14285714 0.14", "0.14285714 0.14", "0.14285714 0.14", "0.14285714 0.14")]
    public void Build_WhenModelIsLinear_SharesEqually(int touches, string? revenue, params string[] expected) =>
        AssertShares("linear", Hourly(touches), revenue, expected);

    [Theory]
    [InlineData(1, "10.00", "1.00000000 10.00")]
    [InlineData(2, "10.00", "0.50000000 5.00", "0.50000000 5.00")]
    [InlineData(2, "0.05", "0.50000000 0.03", "0.50000000 0.02")]
    [InlineData(3, "10.00", "0.40000000 4.00", "0.20000000 2.00", "0.40000000 4.00")]
    [InlineData(3, "0.01", "0.40000000 0.01", "0.20000000 0.00", "0.40000000 0.00")]
    [InlineData(4, "0.07", "0.40000000 0.03", "0.10000000 0.01", "0.10000000 0.00", "0.40000000 0.03")]
    [InlineData(4, "-0.07", "0.40000000 -0.03", "0.10000000 -0.01", "0.10000000 0.00", "0.40000000 -0.03")]
    [InlineData(5, "100.00", "0.40000000 40.00", "0.06666667 6.67", "0.06666667 6.67", "0.06666666 6.66", "0.40000000 40.00")]
    [InlineData(5, null, "0.40000000 NULL", "0.06666667 NULL", "0.06666667 NULL", "0.06666666 NULL", "0.40000000 NULL")]
    public void Build_WhenModelIsPositionBased_GivesFortyTwentyForty(int touches, string? revenue, params string[] expected) =>
        AssertShares("position_based", Hourly(touches), revenue, expected);

    [Fact]
    public void Build_WhenModelIsTimeDecay_HalvesWithEachHalfLifeBeforeTheLastTouch()
    {
        AssertShares("time_decay", Touches(TimeSpan.FromHours(5)), "10.00", ["1.00000000 10.00"]);
        AssertShares("time_decay", Touches(TimeSpan.FromDays(7), TimeSpan.Zero), "10.00", ["0.33333333 3.33", "0.66666667 6.67"]);
        AssertShares(
            "time_decay",
            Touches(TimeSpan.FromDays(7), TimeSpan.FromDays(3.5), TimeSpan.Zero),
            "10.00",
            ["0.22654092 2.27", "0.32037724 3.20", "0.45308184 4.53"]);
    }

    [Fact]
    public void Build_WhenHalfLifeIsSet_CountsBySettingAndFromTheLastTouchNotTheOrder()
    {
        var settings = With("time_decay") with { TimeDecayHalfLife = TimeSpan.FromDays(1) };

        AssertShares(
            "time_decay",
            Touches(TimeSpan.FromDays(5), TimeSpan.FromDays(4), TimeSpan.FromDays(3)),
            "10.00",
            ["0.14285714 1.43", "0.28571429 2.86", "0.57142857 5.71"],
            settings);
        AssertShares(
            "time_decay",
            Touches(TimeSpan.FromHours(26), TimeSpan.FromHours(2), TimeSpan.FromHours(1)),
            "123.45",
            ["0.19768298 24.40", "0.39536596 48.81", "0.40695106 50.24"],
            settings);
    }

    [Fact]
    public void Build_WhenModelIsFirstOrLastClick_CreditsNegativeAndMissingRevenueToo()
    {
        Assert.Equal(["1.00000000 | -5.55", "1.00000000 | -5.55"], models.Rows(-5.55m, Hourly(2)).Select(row => row.Line("credit", "attributed_revenue")));
        Assert.Equal(
            ["NULL | 1.00000000 | NULL", "NULL | 1.00000000 | NULL"],
            models.Rows((decimal?)null, Hourly(2)).Select(row => row.Line("revenue", "credit", "attributed_revenue")));
    }

    private void AssertShares(string model, IEnumerable<Touch> touches, string? revenue, string[] expected, AnalyticsSettings? settings = null)
    {
        var amount = revenue is null ? (decimal?)null : decimal.Parse(revenue, System.Globalization.CultureInfo.InvariantCulture);
        var rows = models.Rows(amount, touches, settings ?? With(model));

        Assert.Equal(expected, rows.Select(row => row.Line("credit", "attributed_revenue").Replace(" | ", " ", StringComparison.Ordinal)));
        Assert.Equal(1m, rows.Sum(row => row.As<decimal>("credit")));
        Assert.Equal(amount, amount is null ? null : rows.Sum(row => row.As<decimal>("attributed_revenue")));
    }
}
