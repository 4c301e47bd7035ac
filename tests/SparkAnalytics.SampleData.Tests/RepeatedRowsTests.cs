using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkAnalytics.SampleData.Tests;

public sealed partial class RepeatedRowsTests
{
    [Fact]
    public void Rows_In100000Events_OccurTwiceInOneFileAndAcrossFiles()
    {
        var repeated = Sample.Events
            .GroupBy(row => string.Join('\u001F', Sample.Columns(row)))
            .Where(group => group.Count() > 1)
            .ToList();

        Assert.InRange(repeated.Count, 150, 400);
        Assert.Contains(repeated, group => group.Select(row => row.Day).Distinct().Count() == 1);
        Assert.Contains(repeated, group => group.Select(row => row.Day).Distinct().Count() == 2);
    }

    [Fact]
    public void Rows_In100000Events_ArriveOneToThreeDaysLate()
    {
        var days = Sample.Events
            .Where(row => row.Timestamp?.Length == 24 && row.Timestamp.EndsWith('Z'))
            .Select(row => (row.Day, DateTime.TryParseExact(row.Timestamp, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : (DateTime?)null))
            .Where(pair => pair.Item2 is not null)
            .CountBy(pair => pair.Day.DayNumber - DateOnly.FromDateTime(pair.Item2!.Value).DayNumber)
            .ToDictionary();

        Assert.True(days[0] > 90_000);
        Assert.True(days[1] > 20);
        Assert.True(days[2] > 20);
        Assert.True(days[3] > 10);
        Assert.True(days.Keys.Max() == 3);
    }

    [Fact]
    public void Orders_In100000Events_HaveConflicts()
    {
        var orders = Sample.Purchases
            .Select(row => (Order: TransactionId().Match(row.EventData!).Groups[1].Value, Id: Sample.Id(row)))
            .Where(pair => pair.Order.Length > 0 && pair.Id is not null)
            .GroupBy(pair => pair.Order, pair => pair.Id)
            .ToList();

        Assert.InRange(orders.Count, 200, 800);
        Assert.Contains(orders, order => order.Count() > 1 && order.Distinct().Count() == 1);
        Assert.Contains(orders, order => order.Distinct().Count() > 1);
    }

    [Fact]
    public void Visitors_In100000Events_ComeBack()
    {
        var visitors = Sample.Events
            .Where(row => Sample.Id(row) is not null)
            .GroupBy(Sample.Id, row => row.Day)
            .ToList();

        Assert.InRange(visitors.Count(days => days.Distinct().Count() > 1) / (double)visitors.Count, 0.1, 0.4);
    }

    [GeneratedRegex("\"transaction_id\":(\" *HF-\\d+ *\"|\\d{7})")]
    private static partial Regex TransactionId();
}
