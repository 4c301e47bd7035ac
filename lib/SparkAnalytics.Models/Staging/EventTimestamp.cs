namespace SparkAnalytics.Models.Staging;

/// <summary>Reads instants: <c>yyyy-MM-dd</c>, <c>T</c> or a blank, <c>HH:mm:ss</c>, an optional fraction, an optional offset of at most 18:59; without one it is UTC.</summary>
internal static class EventTimestamp
{
    private const string Offset = "[+-](?:0[0-9]|1[0-8]):?[0-5][0-9]";

    private const string LocalTime = "(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?";

    /// <summary>The instant in UTC, digits past microseconds cut off; NULL where the text is none.</summary>
    /// <param name="trimmed">Text without white space at its ends.</param>
    public static Column Parse(Column trimmed) =>
        When(trimmed.RLike($"^{LocalTime}Z?$"), TryCast(trimmed, "timestamp"))
            .When(trimmed.RLike($"^{LocalTime}{Offset}$"), AtOffset(trimmed))
            .Otherwise(Lit(null).Cast("timestamp"));

    /// <summary>Offsets above 18:00 are none to Spark's cast, so they are taken off by hand.</summary>
    private static Column AtOffset(Column text)
    {
        var local = TryCast(RegexpExtract(text, $"^({LocalTime})", 1), "timestamp");
        Column Part(int group) => RegexpExtract(text, "([+-])([0-9]{2}):?([0-9]{2})$", group);
        var minutes = (Part(2).Cast("bigint") * 60L) + Part(3).Cast("bigint");
        var microseconds = When(Part(1) == "-", -minutes).Otherwise(minutes) * 60_000_000L;
        return Call_UDF("timestamp_micros", Call_UDF("unix_micros", local) - microseconds);
    }
}
