namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Spark's names of the units that dates and timestamps are cut to.</summary>
internal static class Truncation
{
    /// <summary>DuckDB's unit, or null where Spark gives NULL.</summary>
    public static string? Unit(CallSql call, int argument) => call.Constant(argument).ToUpperInvariant() switch
    {
        "YEAR" or "YYYY" or "YY" => "year",
        "QUARTER" => "quarter",
        "MONTH" or "MM" or "MON" => "month",
        "WEEK" => "week",
        "DAY" or "DD" when argument == 0 => "day",
        "HOUR" when argument == 0 => "hour",
        "MINUTE" when argument == 0 => "minute",
        "SECOND" when argument == 0 => "second",
        "MILLISECOND" when argument == 0 => "millisecond",
        "MICROSECOND" when argument == 0 => "microsecond",
        _ => null,
    };
}
