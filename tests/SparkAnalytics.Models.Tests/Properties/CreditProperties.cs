using CsCheck;
using SparkAnalytics.Models.Tests.Attribution;
using static SparkAnalytics.Models.Tests.Attribution.Attributed;

namespace SparkAnalytics.Models.Tests.Properties;

/// <summary>Whatever an order is worth and however many touches it has, its credits sum to exactly 1 and its revenue is shared out to the cent.</summary>
public sealed class CreditProperties(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly Gen<(long? Cents, long[] MicrosecondsBefore)[]> s_orders =
        Gen.Select(
                Gen.Frequency(
                    (4, Gen.Long[-100_000, 100_000].Select(cents => (long?)cents)),
                    (1, Gen.Long[-999_999_999_999_999_999, 999_999_999_999_999_999].Select(cents => (long?)cents)),
                    (1, Gen.Const((long?)null))),
                Gen.Long[0, 7L * 24 * 3600 * 1_000_000].Array[1, 9])
            .Array[1, 12];

    [Fact]
    public void Build_WhenOrdersAreRandom_SharesOutExactlyTheWhole() => s_orders.Sample(AssertWhole, iter: 15, threads: 1);

    private void AssertWhole((long? Cents, long[] MicrosecondsBefore)[] given)
    {
        var orders = given.Select((item, index) => new Order($"T{index}", $"user{index}", Noon, item.Cents / 100m)).ToList();
        var touches = given.SelectMany((item, index) => item.MicrosecondsBefore.Distinct().OrderDescending()
            .Select((before, number) => new Touch($"user{index}", number + 1, Before(TimeSpan.FromMicroseconds(before)))));

        var rows = models.Rows(orders, touches, With([.. AttributionModelNames.All]));

        Assert.Equal(orders.Count * AttributionModelNames.All.Count, rows.DistinctBy(row => row.Line("order_id", "model")).Count());
        foreach (var order in orders)
        {
            foreach (var shares in rows.Where(row => row["order_id"] == order.OrderId).GroupBy(row => row["model"]))
            {
                Assert.Equal(1m, shares.Sum(row => row.As<decimal>("credit")));
                Assert.All(shares, row => Assert.InRange(row.As<decimal>("credit"), 0m, 1m));
                AssertRevenue(order.Revenue, [.. shares.Select(row => row.As<decimal?>("attributed_revenue"))]);
            }
        }
    }

    private static void AssertRevenue(decimal? revenue, IReadOnlyList<decimal?> parts)
    {
        if (revenue is null)
        {
            Assert.All(parts, part => Assert.Null(part));
            return;
        }

        Assert.Equal(revenue, parts.Sum());
        Assert.All(parts, part => Assert.True(part * Math.Sign(revenue.Value) >= 0, $"A part of {revenue} is {part}."));
    }
}
