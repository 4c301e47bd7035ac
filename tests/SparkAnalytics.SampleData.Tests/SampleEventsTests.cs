using System.Security.Cryptography;
using System.Text;

namespace SparkAnalytics.SampleData.Tests;

public sealed class SampleEventsTests
{
    [Fact]
    public void Generate_WithSeedOne_GivesTheSameFirstRowsForEver()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in SampleEvents.Generate(new SampleOptions(20_000)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001F', Sample.Columns(row).Select(value => value ?? "\u001E")) + row.Day.DayNumber));
        }

        Assert.Equal("53e4db183b1fe0f1efcb3fa952d975fc4035bddaeb025ca362f65e4078c49348", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    [Fact]
    public void Generate_Twice_GivesEqualRows() =>
        Assert.Equal(Sample.Events.Take(10_000), SampleEvents.Generate(Sample.Options).Take(10_000));

    [Fact]
    public void Generate_WithAnotherSeed_GivesOtherVisitors()
    {
        var ids = Sample.Events.Take(1000).Select(Sample.Id).OfType<string>().ToHashSet();

        Assert.DoesNotContain(SampleEvents.Generate(Sample.Options with { Seed = 2 }).Take(1000), row => Sample.Id(row) is { } id && ids.Contains(id));
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 1)]
    [InlineData(7, 30)]
    [InlineData(5_000, 1)]
    [InlineData(5_001, 2)]
    [InlineData(300, 366)]
    public void Generate_OfAnyNumber_GivesExactlySoManyRowsWithAscendingDaysWithinTheRange(int events, int days)
    {
        var options = new SampleOptions(events, 7, new DateOnly(2024, 2, 20), days);

        var rows = SampleEvents.Generate(options).ToList();

        Assert.Equal(events, rows.Count);
        Assert.Equal(rows.Select(row => row.Day).Order(), rows.Select(row => row.Day));
        Assert.All(rows, row => Assert.InRange(row.Day, options.FirstDay, options.FirstDay.AddDays(days - 1)));
    }

    [Fact]
    public void Generate_OverThirtyDays_FillsEveryDay()
    {
        var perDay = Sample.Events.CountBy(row => row.Day).ToDictionary();

        Assert.Equal(30, perDay.Count);
        Assert.All(perDay.Values, count => Assert.InRange(count, 2_500, 4_500));
    }

    [Theory]
    [InlineData(-1, 30)]
    [InlineData(1, 0)]
    [InlineData(1, 367)]
    public void Generate_WithImpossibleOptions_Throws(int events, int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleEvents.Generate(new SampleOptions(events, 1, new DateOnly(2025, 3, 1), days)));

    [Fact]
    public void Generate_AroundTheSwitch_ChangesTheIdColumnAtNoon()
    {
        var day = Sample.Options.IdSwitchDay;

        Assert.DoesNotContain(Sample.Events, row => row.Day < day && row.NewClientId is not null);
        Assert.DoesNotContain(Sample.Events, row => row.Day > day && row.ClientId is not null);
        Assert.Contains(Sample.Events, row => row.Day == day && row is { ClientId: not null, NewClientId: null });
        Assert.Contains(Sample.Events, row => row.Day == day && row is { ClientId: null, NewClientId: not null });
        Assert.Contains(Sample.Events, row => row.ClientId is not null && row.ClientId == row.NewClientId);
        Assert.Contains(Sample.Events, row => row is { ClientId: " ", NewClientId: not null });
    }

    [Fact]
    public void Generate_NeverGivesTheEmptyText() =>
        Assert.DoesNotContain(Sample.Events, row => Sample.Columns(row).Contains(""));
}
