using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>Spark's conversion of text to timestamps, for the forms that DuckDB does not take or takes otherwise.</summary>
internal static class Moments
{
    private const long MicrosecondsPerSecond = 1_000_000;
    private const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    /// <summary>The first moment that DuckDB holds; its last is the one before its infinity.</summary>
    private const long FirstMoment = -9_223_372_022_400_000_000;

    /// <summary>Microseconds since 1970 in UTC; false where the text is no timestamp, or one in a region.</summary>
    public static bool Parse(ref NativeCall call, TimeProvider clock) =>
        (PlainMoment.TryRead(call.Bytes(0), out var plain) && Store(ref call, plain)) || ParseAny(ref call, clock);

    /// <summary>Microseconds since 1970 on the clocks of the text's zone; false where the text is no timestamp.</summary>
    public static bool ParseLocal(ref NativeCall call, TimeProvider clock) => TryParse(ref call, clock, out _, out _);

    /// <summary>The same, but a time needs a date.</summary>
    public static bool ParseWithoutZone(ref NativeCall call) => TryParse(ref call, null, out _, out _);

    /// <summary>The region that a timestamp names; false where it names none.</summary>
    public static bool FindRegion(ref NativeCall call)
    {
        if (!MomentText.TryParse(call.Bytes(0), stackalloc int[8], out var text) || !ZoneIds.TryRead(text.Zone, out _, out var region) || region is null)
        {
            return false;
        }

        call.Write(region);
        return true;
    }

    private static bool ParseAny(ref NativeCall call, TimeProvider clock) =>
        TryParse(ref call, clock, out var offset, out var region) && region is null && Store(ref call, call.LongResult - ((Int128)offset * MicrosecondsPerSecond));

    private static bool TryParse(ref NativeCall call, TimeProvider? clock, out long offset, out string? region)
    {
        (offset, region) = (0, null);
        Span<int> parts = stackalloc int[8];
        if (!MomentText.TryParse(call.Bytes(0), parts, out var text)
            || parts[3] > 23 || parts[4] > 59 || parts[5] > 59
            || !ZoneIds.TryRead(text.Zone, out offset, out region))
        {
            return false;
        }

        var day = text.IsTimeOnly ? Today(clock, offset) : Calendar.Days(parts[0], parts[1], parts[2]);
        var time = (((((parts[3] * 60L) + parts[4]) * 60) + parts[5]) * MicrosecondsPerSecond) + parts[6];
        return day is not null && Store(ref call, ((Int128)day.Value * MicrosecondsPerDay) + time);
    }

    private static long? Today(TimeProvider? clock, long offset) =>
        clock is null ? null : (clock.GetUtcNow().UtcDateTime.AddSeconds(offset) - DateTime.UnixEpoch).Days;

    private static bool Store(ref NativeCall call, Int128 microseconds)
    {
        var isInRange = microseconds >= FirstMoment && microseconds < long.MaxValue;
        call.LongResult = isInRange ? (long)microseconds : 0;
        return isInRange;
    }
}
