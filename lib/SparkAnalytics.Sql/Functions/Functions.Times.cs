namespace SparkAnalytics.Sql;

/// <content>Functions of dates and timestamps.</content>
public static partial class Functions
{
    /// <summary>The date so many months later, at most its month's last day.</summary>
    /// <param name="startDate">Start date.</param>
    /// <param name="numMonths">Num months.</param>
    /// <returns>The value.</returns>
    public static Column AddMonths(Column startDate, int numMonths) => Call("add_months", startDate, numMonths);

    /// <summary>The date so many months later, at most its month's last day.</summary>
    /// <param name="startDate">Start date.</param>
    /// <param name="numMonths">Num months.</param>
    /// <returns>The value.</returns>
    public static Column AddMonths(Column startDate, Column numMonths) => Call("add_months", startDate, numMonths);

    /// <summary>The date when the plan runs.</summary>
    /// <returns>The value.</returns>
    public static Column CurrentDate() => Call("current_date");

    /// <summary>The instant when the plan runs.</summary>
    /// <returns>The value.</returns>
    public static Column CurrentTimestamp() => Call("current_timestamp");

    /// <summary>A date or time as text.</summary>
    /// <param name="dateExpr">The time.</param>
    /// <param name="format">The pattern, as Java's DateTimeFormatter takes it.</param>
    /// <returns>The value.</returns>
    public static Column DateFormat(Column dateExpr, string format) => Call("date_format", dateExpr, format);

    /// <summary>The date so many days later.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days.</param>
    /// <returns>The value.</returns>
    public static Column DateAdd(Column start, int days) => Call("date_add", start, days);

    /// <summary>The date so many days later.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days.</param>
    /// <returns>The value.</returns>
    public static Column DateAdd(Column start, Column days) => Call("date_add", start, days);

    /// <summary>The date so many days earlier.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days.</param>
    /// <returns>The value.</returns>
    public static Column DateSub(Column start, int days) => Call("date_sub", start, days);

    /// <summary>The date so many days earlier.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many days.</param>
    /// <returns>The value.</returns>
    public static Column DateSub(Column start, Column days) => Call("date_sub", start, days);

    /// <summary>Days from the start to the end.</summary>
    /// <param name="end">The end.</param>
    /// <param name="start">The start.</param>
    /// <returns>The value.</returns>
    public static Column DateDiff(Column end, Column start) => Call("datediff", end, start);

    /// <summary>The year.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Year(Column column) => Call("year", column);

    /// <summary>The quarter, 1 to 4.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Quarter(Column column) => Call("quarter", column);

    /// <summary>The month, 1 to 12.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Month(Column column) => Call("month", column);

    /// <summary>The day of the week, 1 (Sunday) to 7.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column DayOfWeek(Column column) => Call("dayofweek", column);

    /// <summary>The day of the month, from 1.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column DayOfMonth(Column column) => Call("dayofmonth", column);

    /// <summary>The day of the year, from 1.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column DayOfYear(Column column) => Call("dayofyear", column);

    /// <summary>The hour, 0 to 23.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Hour(Column column) => Call("hour", column);

    /// <summary>The last day of the month.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column LastDay(Column column) => Call("last_day", column);

    /// <summary>The minute, 0 to 59.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Minute(Column column) => Call("minute", column);

    /// <summary>The second, 0 to 59.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Second(Column column) => Call("second", column);

    /// <summary>The ISO week, 1 to 53.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column WeekOfYear(Column column) => Call("weekofyear", column);

    /// <summary>Months from the start to the end, with a fraction by months of 31 days.</summary>
    /// <param name="end">The end.</param>
    /// <param name="start">The start.</param>
    /// <returns>The value.</returns>
    public static Column MonthsBetween(Column end, Column start) => Call("months_between", end, start);

    /// <summary>Months from the start to the end, with a fraction by months of 31 days.</summary>
    /// <param name="end">The end.</param>
    /// <param name="start">The start.</param>
    /// <param name="roundOff">Rounds to eight digits.</param>
    /// <returns>The value.</returns>
    public static Column MonthsBetween(Column end, Column start, bool roundOff) => Call("months_between", end, start, roundOff);

    /// <summary>The first date after that is such a day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="dayOfWeek">E.g. <c>Mon</c>.</param>
    /// <returns>The value.</returns>
    public static Column NextDay(Column date, string dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <summary>The first date after that is such a day.</summary>
    /// <param name="date">The date.</param>
    /// <param name="dayOfWeek">E.g. <c>Mon</c>.</param>
    /// <returns>The value.</returns>
    public static Column NextDay(Column date, Column dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <summary>Seconds since 1970 as text.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column FromUnixTime(Column column) => Call("from_unixtime", column);
}
