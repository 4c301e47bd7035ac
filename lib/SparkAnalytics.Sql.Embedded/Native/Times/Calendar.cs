namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>Days by the proleptic Gregorian calendar, for years that .NET's own types do not hold too.</summary>
internal static class Calendar
{
    /// <summary>Days since 1970; null where there is no such day.</summary>
    public static long? Days(int year, int month, int day)
    {
        var isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (month is < 1 or > 12 || day < 1 || day > (month == 2 && isLeap ? 29 : DateTime.DaysInMonth(2023, month)))
        {
            return null;
        }

        // Counts from 1 March, so that the leap day is the last of a year.
        var shifted = month <= 2 ? year - 1 : year;
        var era = Math.DivRem(shifted, 400, out var ofEra);
        if (ofEra < 0)
        {
            (era, ofEra) = (era - 1, ofEra + 400);
        }

        var ofYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146_097L) + (ofEra * 365L) + (ofEra / 4) - (ofEra / 100) + ofYear - 719_468;
    }
}
