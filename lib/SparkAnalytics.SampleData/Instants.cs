namespace SparkAnalytics.SampleData;

/// <summary>Instants as microseconds since 1970 (UTC).</summary>
internal static class Instants
{
    public const long Second = 1_000_000;
    public const long Day = 86_400 * Second;

    public static long StartOf(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * Day;

    public static DateOnly DayOf(long instant) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)(instant / Day));

    public static DateTime ToDateTime(long instant) => DateTime.UnixEpoch.AddTicks(instant * TimeSpan.TicksPerMicrosecond);
}
