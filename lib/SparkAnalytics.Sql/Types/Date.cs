using System.Globalization;

namespace SparkAnalytics.Sql.Types;

/// <summary>A calendar date, the value of a <see cref="DateType"/> column.</summary>
public sealed record Date : IComparable<Date>
{
    private readonly DateOnly _value;

    /// <summary>The date of a moment, its time of day dropped.</summary>
    /// <param name="dateTime">The moment; its kind does not matter.</param>
    public Date(DateTime dateTime) => _value = DateOnly.FromDateTime(dateTime);

    /// <summary>A date by its parts.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the month's last.</param>
    public Date(int year, int month, int day) => _value = new DateOnly(year, month, day);

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => _value.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => _value.Month;

    /// <summary>The day of the month, from 1.</summary>
    public int Day => _value.Day;

    /// <summary>Midnight of this date, kind unspecified.</summary>
    /// <returns>The moment.</returns>
    public DateTime ToDateTime() => _value.ToDateTime(TimeOnly.MinValue);

    /// <inheritdoc/>
    public int CompareTo(Date? other) => other is null ? 1 : _value.CompareTo(other._value);

    /// <summary>The date as <c>yyyy-MM-dd</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
