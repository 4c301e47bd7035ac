using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Reports;
using Spectre.Console.Testing;

namespace SparkAnalytics.EndToEnd.Tests.Output;

public sealed class BarTests
{
    [Theory]
    [InlineData(100, "██████████", "##########")]
    [InlineData(50, "█████", "#####")]
    [InlineData(56.25, "█████▋", "######")]
    [InlineData(0.001, "▏", "#")]
    [InlineData(0, "", "")]
    [InlineData(-5, "", "")]
    [InlineData(200, "██████████", "##########")]
    public void Bar_OfAValue_IsAsLongAsItsShare(double value, string blocks, string signs)
    {
        Assert.Equal(blocks, Bar.Of((decimal)value, 100, 10, unicode: true));
        Assert.Equal(signs, Bar.Of((decimal)value, 100, 10, unicode: false));
    }

    [Fact]
    public void ChannelBars_ShowBothModelsSideBySide_LargestRevenueFirst()
    {
        var console = new TestConsole().Width(80);
        ChannelBars.Write(console,
        [
            new ChannelReport("first_click", "Email", 1, 25m),
            new ChannelReport("last_click", "Email", 4, 100m),
            new ChannelReport("linear", "Email", 2.5m, 50m),
            new ChannelReport("first_click", "Paid Search", 3, 200m),
        ]);
        Assert.Equal(
            [
                "  Revenue             first click               last click",
                "  Paid Search  200.00 █████████████████    0.00",
                "  Email         25.00 ██▏                100.00 ████████▌",
                "",
                "  Orders         first click          last click",
                "  Paid Search  3 ████████████▊      0",
                "  Email        1 ████▎              4 █████████████████",
            ],
            console.Lines.Select(line => line.TrimEnd()));
    }
}
