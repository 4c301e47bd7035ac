using System.Globalization;

namespace SparkAnalytics.Sql.Types;

/// <summary>An instant in UTC with microseconds, the value of a <see cref="TimestampType"/> column.</summary>
public sealed record Timestamp : IComparable<Timestamp>
{
    private readonly DateTime _utc;

    /// <summary>The instant of a moment, finer digits than microseconds cut off.</summary>
    /// <param name="dateTime">A local moment is converted to UTC; one of unspecified kind counts as UTC.</param>
    public Timestamp(DateTime dateTime)
    {
        var utc = dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : DateTime.SpecifyKind(dateTime, DateTimeKind.Utc);
        _utc = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>An instant by its parts in UTC.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the month's last.</param>
    /// <param name="hour">0 to 23.</param>
    /// <param name="minute">0 to 59.</param>
    /// <param name="second">0 to 59.</param>
    /// <param name="microsecond">0 to 999,999.</param>
    public Timestamp(int year, int month, int day, int hour, int minute, int second, int microsecond)
        : this(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(microsecond * TimeSpan.TicksPerMicrosecond))
    {
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => _utc.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => _utc.Month;

    /// <summary>The day of the month, from 1.</summary>
    public int Day => _utc.Day;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => _utc.Hour;

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => _utc.Minute;

    /// <summary>The second, 0 to 59.</summary>
    public int Second => _utc.Second;

    /// <summary>The microsecond within the second, 0 to 999,999.</summary>
    public int Microsecond => (int)(_utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixMicroseconds => (_utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant that many microseconds after 1970-01-01T00:00:00Z.</summary>
    /// <param name="microseconds">Microseconds, negative before 1970.</param>
    /// <returns>The instant.</returns>
    public static Timestamp FromUnixMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.AddTicks(checked(microseconds * TimeSpan.TicksPerMicrosecond)));

    /// <summary>The instant as a moment of kind UTC.</summary>
    /// <returns>The moment.</returns>
    public DateTime ToDateTime() => _utc;

    /// <inheritdoc/>
    public int CompareTo(Timestamp? other) => other is null ? 1 : _utc.CompareTo(other._utc);

    /// <summary>The instant as <c>yyyy-MM-dd HH:mm:ss.ffffffZ</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _utc.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
