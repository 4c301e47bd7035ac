namespace SparkAnalytics.Models.Staging;

/// <summary>
/// Reads instants: <c>yyyy-MM-dd</c>, <c>T</c>, <c>t</c> or a blank, <c>HH:mm</c> or <c>HH:mm:ss</c>, an optional fraction behind a point or a comma, and an optional zone with or without
/// a blank before it: <c>Z</c>, <c>z</c>, <c>UTC</c> or an offset of at most 18:59 as <c>+hh</c>, <c>+hhmm</c> or <c>+hh:mm</c>; without one it is UTC. Or whole numbers since 1970.
/// </summary>
internal static class EventTimestamp
{
    private const string Date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private const string Minute = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    private const string LocalTime = $"{Date}[Tt ]{Minute}(?::[0-5][0-9](?:[.,][0-9]+)?)?";

    private const string Offset = "[+-](?:0[0-9]|1[0-8])(?::?[0-5][0-9])?";

    /// <summary>As browsers write an instant (ECMAScript's <c>toISOString</c>), with 0 for each digit.</summary>
    private const string Browsers = "0000-00-00T00:00:00.000Z";

    /// <summary>The instant in UTC, digits past microseconds cut off; NULL where the text is none. Those before 1970 are not left out yet.</summary>
    /// <param name="trimmed">Text without white space at its ends.</param>
    /// <param name="withEpochs">Whether 10, 13 or 16 digits are seconds, milliseconds or microseconds since 1970.</param>
    public static Column Parse(Column trimmed, bool withEpochs)
    {
        // The forms that nearly all events have come first, as they can be read as they are; the first is told sooner than a pattern is sought.
        var instant = When(Translate(trimmed, "123456789", "000000000") == Browsers, TryCast(trimmed, "timestamp"))
            .When(trimmed.RLike($"^{Date}[T ]{Minute}:[0-5][0-9](?:[.][0-9]+)?Z?$"), TryCast(trimmed, "timestamp"));
        if (withEpochs)
        {
            instant = instant.When(trimmed.RLike("^(?:[0-9]{10}|[0-9]{13}|[0-9]{16})$"), Call_UDF("timestamp_micros", Rpad(trimmed, 16, "0").Cast("bigint")));
        }

        return instant
            .When(trimmed.RLike($"^{LocalTime}(?: ?(?:[Zz]|UTC))?$"), Local(trimmed))
            .When(trimmed.RLike($"^{LocalTime} ?{Offset}$"), AtOffset(trimmed))
            .Otherwise(Lit(null).Cast("timestamp"));
    }

    /// <summary>Offsets above 18:00 are none to Spark's cast, so they are taken off by hand.</summary>
    private static Column AtOffset(Column text)
    {
        Column Part(int group) => RegexpExtract(text, "([+-])([0-9]{2}):?([0-9]{2})?$", group);
        var minutes = (Part(2).Cast("bigint") * 60L) + Rpad(Part(3), 2, "0").Cast("bigint");
        var microseconds = When(Part(1) == "-", -minutes).Otherwise(minutes) * 60_000_000L;
        return Call_UDF("timestamp_micros", Call_UDF("unix_micros", Local(text)) - microseconds);
    }

    /// <summary>The time before the zone, as if it were UTC.</summary>
    private static Column Local(Column text)
    {
        var withSeconds = When(Substring(text, 17, 1) == ":", RegexpExtract(text, "^([^ ]{10}[Tt ][0-9:.,]+)", 1))
            .Otherwise(Concat(Substring(text, 1, 16), Lit(":00")));
        return TryCast(Translate(withSeconds, "t,", "T."), "timestamp");
    }
}
