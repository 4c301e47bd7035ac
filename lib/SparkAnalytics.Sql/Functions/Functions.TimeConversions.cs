namespace SparkAnalytics.Sql;

/// <content>Functions of dates and timestamps.</content>
public static partial class Functions
{
    /// <summary>Seconds since 1970 as text.</summary>
    /// <param name="column">The value.</param>
    /// <param name="format">The pattern, as Java's DateTimeFormatter takes it.</param>
    /// <returns>The value.</returns>
    public static Column FromUnixTime(Column column, string format) => Call("from_unixtime", column, format);

    /// <summary>An instant; text that is none is an error when the plan runs.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ToTimestamp(Column column) => Call("to_timestamp", column);

    /// <summary>An instant; text that is none is an error when the plan runs.</summary>
    /// <param name="column">The value.</param>
    /// <param name="format">The pattern, as Java's DateTimeFormatter takes it.</param>
    /// <returns>The value.</returns>
    public static Column ToTimestamp(Column column, string format) => Call("to_timestamp", column, format);

    /// <summary>A date; text that is none is an error when the plan runs.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column ToDate(Column column) => Call("to_date", column);

    /// <summary>A date; text that is none is an error when the plan runs.</summary>
    /// <param name="column">The value.</param>
    /// <param name="format">The pattern, as Java's DateTimeFormatter takes it.</param>
    /// <returns>The value.</returns>
    public static Column ToDate(Column column, string format) => Call("to_date", column, format);

    /// <summary>Whole seconds since 1970.</summary>
    /// <returns>The value.</returns>
    public static Column UnixTimestamp() => Call("unix_timestamp");

    /// <summary>Whole seconds since 1970.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column UnixTimestamp(Column column) => Call("unix_timestamp", column);

    /// <summary>Whole seconds since 1970.</summary>
    /// <param name="column">The value.</param>
    /// <param name="format">The pattern, as Java's DateTimeFormatter takes it.</param>
    /// <returns>The value.</returns>
    public static Column UnixTimestamp(Column column, string format) => Call("unix_timestamp", column, format);

    /// <summary>A date cut to a unit.</summary>
    /// <param name="column">The value.</param>
    /// <param name="format">The unit: year, quarter, month, week; for times also day, hour, minute, second.</param>
    /// <returns>The value.</returns>
    public static Column Trunc(Column column, string format) => Call("trunc", column, format);

    /// <summary>A timestamp cut to a unit.</summary>
    /// <param name="format">The unit: year, quarter, month, week; for times also day, hour, minute, second.</param>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column DateTrunc(string format, Column column) => Call("date_trunc", format, column);

    /// <summary>The time in a zone of an instant in UTC.</summary>
    /// <param name="column">The value.</param>
    /// <param name="tz">The zone's name, e.g. <c>Europe/Berlin</c>.</param>
    /// <returns>The value.</returns>
    public static Column FromUtcTimestamp(Column column, string tz) => Call("from_utc_timestamp", column, tz);

    /// <summary>The time in a zone of an instant in UTC.</summary>
    /// <param name="column">The value.</param>
    /// <param name="tz">The zone's name, e.g. <c>Europe/Berlin</c>.</param>
    /// <returns>The value.</returns>
    public static Column FromUtcTimestamp(Column column, Column tz) => Call("from_utc_timestamp", column, tz);

    /// <summary>The instant in UTC of a time in a zone.</summary>
    /// <param name="column">The value.</param>
    /// <param name="tz">The zone's name, e.g. <c>Europe/Berlin</c>.</param>
    /// <returns>The value.</returns>
    public static Column ToUtcTimestamp(Column column, string tz) => Call("to_utc_timestamp", column, tz);

    /// <summary>The instant in UTC of a time in a zone.</summary>
    /// <param name="column">The value.</param>
    /// <param name="tz">The zone's name, e.g. <c>Europe/Berlin</c>.</param>
    /// <returns>The value.</returns>
    public static Column ToUtcTimestamp(Column column, Column tz) => Call("to_utc_timestamp", column, tz);

    /// <summary>The instant so many seconds after 1970.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column TimestampSeconds(Column column) => Call("timestamp_seconds", column);
}
