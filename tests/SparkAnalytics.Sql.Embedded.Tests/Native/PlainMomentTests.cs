using System.Globalization;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Times;

namespace SparkAnalytics.Sql.Embedded.Tests.Native;

public sealed class PlainMomentTests
{
    [Fact]
    public void TryRead_OfManyInstants_GivesTheirMicroseconds()
    {
        var random = new Random(7);
        for (var number = 0; number < 20_000; number++)
        {
            var instant = new DateTime(random.NextInt64(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks) / 10 * 10, DateTimeKind.Utc);
            var text = instant.ToString(number % 2 == 0 ? "yyyy-MM-ddTHH:mm:ss.ffffffZ" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

            Assert.True(PlainMoment.TryRead(Encoding.UTF8.GetBytes(text), out var found), text);
            Assert.Equal((instant - DateTime.UnixEpoch).Ticks / 10, found);
        }
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00", 0)]
    [InlineData("1970-01-01T00:00:01Z", 1_000_000)]
    [InlineData("1970-01-01 00:00:00.1", 100_000)]
    [InlineData("1969-12-31T23:59:59.9999999999Z", -1)]
    [InlineData("2024-02-29T00:00:00Z", 1_709_164_800_000_000)]
    public void TryRead_OfAnInstant_GivesItsMicroseconds(string text, long expected)
    {
        Assert.True(PlainMoment.TryRead(Encoding.UTF8.GetBytes(text), out var found));
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-03-01")]
    [InlineData("2025-03-01T09:30")]
    [InlineData("2025-02-29T09:30:00Z")]
    [InlineData("2025-13-01T09:30:00Z")]
    [InlineData("2025-00-01T09:30:00Z")]
    [InlineData("2025-03-00T09:30:00Z")]
    [InlineData("0000-03-01T09:30:00Z")]
    [InlineData("2025-03-01T24:00:00Z")]
    [InlineData("2025-03-01T09:60:00Z")]
    [InlineData("2025-03-01T09:30:60Z")]
    [InlineData("2025-03-01t09:30:00Z")]
    [InlineData("2025-03-01T09:30:00.Z")]
    [InlineData("2025-03-01T09:30:00+01:00")]
    [InlineData("2025-03-01T09:30:00 Z")]
    [InlineData("2025-03-01T09:30:00.5x")]
    [InlineData(" 2025-03-01T09:30:00Z")]
    [InlineData("202/-03-01T09:30:00Z")]
    [InlineData("2025-0:-01T09:30:00Z")]
    [InlineData("-025-03-01T09:30:00Z")]
    [InlineData("2025/03/01T09:30:00Z")]
    public void TryRead_OfAnyOtherText_LeavesItToTheRest(string text) => Assert.False(PlainMoment.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
