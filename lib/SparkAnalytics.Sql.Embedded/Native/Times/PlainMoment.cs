namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>
/// Timestamps as nearly all are written: <c>yyyy-MM-dd</c>, <c>T</c> or a blank, <c>HH:mm:ss</c>, maybe a fraction and <c>Z</c>. Their digits stand at known places, so they are read without
/// being looked for; every other text is left to <see cref="MomentText"/>.
/// </summary>
internal static class PlainMoment
{
    private const int LengthToSeconds = 19;

    private const int DigitsOfFraction = 6;

    private const int DaysTo1970 = 719_162;

    private const long MicrosecondsPerSecond = 1_000_000;

    /// <summary>Microseconds since 1970 in UTC; false where the text is written otherwise or names no day.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length < LengthToSeconds || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ') || text[13] != ':' || text[16] != ':' || !TryFraction(text[LengthToSeconds..], out var fraction))
        {
            return false;
        }

        // One digit that is none makes its number negative or too great, and so all of them.
        var (century, year, month, day) = (Two(text, 0), Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        if ((century | year | month | day | hour | minute | second) < 0)
        {
            return false;
        }

        var fullYear = (century * 100) + year;
        if (fullYear < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(fullYear, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var days = new DateOnly(fullYear, month, day).DayNumber - DaysTo1970;
        microseconds = (((((((days * 24L) + hour) * 60) + minute) * 60) + second) * MicrosecondsPerSecond) + fraction;
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text, int place)
    {
        var (tens, ones) = (text[place] - '0', text[place + 1] - '0');
        return (uint)tens > 9 || (uint)ones > 9 ? -1 : (tens * 10) + ones;
    }

    /// <summary>Digits past microseconds are cut off.</summary>
    private static bool TryFraction(ReadOnlySpan<byte> rest, out int fraction)
    {
        fraction = 0;
        rest = rest.EndsWith("Z"u8) ? rest[..^1] : rest;
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] != '.' || rest.Length == 1 || rest[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        for (var index = 1; index <= DigitsOfFraction; index++)
        {
            fraction = (fraction * 10) + (index < rest.Length ? rest[index] - '0' : 0);
        }

        return true;
    }
}
