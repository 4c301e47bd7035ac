namespace SparkAnalytics.SampleData;

/// <summary>What sample to make. Equal options give equal rows on every machine.</summary>
/// <param name="Events">Number of rows, repeated ones included; 0 or more.</param>
/// <param name="Seed">Any number; another seed gives another sample of the same shop.</param>
/// <param name="FirstDay">The first day (UTC).</param>
/// <param name="Days">Number of days that the rows spread over, 1 to 366.</param>
public sealed record SampleOptions(long Events, ulong Seed, DateOnly FirstDay, int Days)
{
    /// <summary>The options with the seed 1 and the 30 days from 1 March 2025.</summary>
    /// <param name="events">Number of rows, repeated ones included; 0 or more.</param>
    public SampleOptions(long events)
        : this(events, 1, new DateOnly(2025, 3, 1), 30)
    {
    }

    /// <summary>The day on which the id column changes its name, at noon: files before it hold <c>client_id</c>, files after it <c>clientId</c>, this day's file both.</summary>
    public DateOnly IdSwitchDay => FirstDay.AddDays(Days / 2);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Events);
        ArgumentOutOfRangeException.ThrowIfLessThan(Days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Days, 366);
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstDay, new DateOnly(1970, 1, 1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FirstDay, new DateOnly(2100, 1, 1));
    }
}
