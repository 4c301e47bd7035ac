using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of dates, timestamps and intervals.</summary>
internal static class Times
{
    private const string DefaultPattern = "yyyy-MM-dd HH:mm:ss";

    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["current_date"] = call => Literals.Sql(new Date(call.Now.ToDateTime()), new DateType()),
        ["current_timestamp"] = call => Literals.Sql(call.Now, new TimestampType()),
        ["current_timezone"] = call => "'UTC'",
        ["year"] = Typed("year({0})"),
        ["quarter"] = Typed("quarter({0})"),
        ["month"] = Typed("month({0})"),
        ["dayofmonth"] = Typed("day({0})"),
        ["dayofweek"] = Typed("isodow({0}) % 7 + 1"),
        ["dayofyear"] = Typed("dayofyear({0})"),
        ["weekday"] = Typed("isodow({0}) - 1"),
        ["weekofyear"] = Typed("week({0})"),
        ["hour"] = Typed("hour({0})"),
        ["minute"] = Typed("minute({0})"),
        ["second"] = Typed("second({0})"),
        ["add_months"] = Typed("{0} + to_months({1})"),
        ["date_add"] = Template("({0} + {1})"),
        ["date_sub"] = Template("({0} - {1})"),
        ["datediff"] = Typed("{0} - {1}"),
        ["last_day"] = Same("last_day"),
        ["next_day"] = Template("spark_next_day({0}, {1})"),
        ["months_between"] = call => $"spark_months_between({call[0]}, {call[1]}, {(call.Count > 2 ? call[2] : "TRUE")})",
        ["make_date"] = Template("spark_checked_date({0}, {1}, {2})"),
        ["make_dt_interval"] = Interval,
        ["trunc"] = call => Truncation.Unit(call, 1) is { } unit ? $"CAST(date_trunc('{unit}', {call[0]}) AS DATE)" : "CAST(NULL AS DATE)",
        ["date_trunc"] = call => Truncation.Unit(call, 0) is { } unit ? call.Typed($"date_trunc('{unit}', {call[1]})") : call.Typed("NULL"),
        ["date_format"] = call => $"strftime({Utc(call, 0)}, {SqlText.Text(DatePattern.Parse(call.Constant(1)).Format)})",
        ["to_date"] = call => call.Count < 2 ? CastCompiler.Sql(call[0], call.Type(0), new DateType(), isTry: false) : Parsed(call, isTry: false),
        ["to_timestamp"] = call => call.Count < 2 ? CastCompiler.Sql(call[0], call.Type(0), new TimestampType(), isTry: false) : Parsed(call, isTry: false),
        ["try_to_timestamp"] = call => call.Count < 2 ? CastCompiler.Sql(call[0], call.Type(0), new TimestampType(), isTry: true) : Parsed(call, isTry: true),
        ["from_unixtime"] = call => $"strftime(make_timestamp({call[0]} * 1000000), {SqlText.Text(DatePattern.Parse(call.Count > 1 ? call.Constant(1) : DefaultPattern).Format)})",
        ["unix_timestamp"] = call => $"spark_floor_div(epoch_us({(call.Type(0) is StringType ? Parsed(call, isTry: false) : $"CAST({call[0]} AS TIMESTAMPTZ)")}), 1000000)",
        ["unix_seconds"] = Template("spark_floor_div(epoch_us({0}), 1000000)"),
        ["unix_millis"] = Template("spark_floor_div(epoch_us({0}), 1000)"),
        ["unix_micros"] = Template("epoch_us({0})"),
        ["timestamp_seconds"] = Template("make_timestamptz(CAST(trunc({0} * 1000000) AS BIGINT))"),
        ["timestamp_millis"] = Template("make_timestamptz({0} * 1000)"),
        ["timestamp_micros"] = Template("make_timestamptz({0})"),
        ["from_utc_timestamp"] = Template("timezone('UTC', timezone({1}, {0}))"),
        ["to_utc_timestamp"] = Template("timezone({1}, timezone('UTC', {0}))"),
    };

    private static string Utc(CallSql call, int index) => call.Type(index) is TimestampNtzType ? call[index] : $"timezone('UTC', {call[index]})";

    private static string Interval(CallSql call)
    {
        string[] factors = ["86400000000", "3600000000", "60000000"];
        var parts = Enumerable.Range(0, Math.Min(call.Count, 3)).Select(index => $"CAST({call[index]} AS BIGINT) * {factors[index]}");
        var seconds = call.Count > 3 ? [$"CAST(round({call[3]} * 1000000) AS BIGINT)"] : Array.Empty<string>();
        return $"to_microseconds({string.Join(" + ", parts.Concat(seconds).DefaultIfEmpty("0"))})";
    }

    /// <summary>Text by a pattern: its form by a regular expression, as DuckDB's parser is more lenient, then its value.</summary>
    private static string Parsed(CallSql call, bool isTry)
    {
        if (call.Type(0) is not StringType)
        {
            return CastCompiler.Sql(call[0], call.Type(0), call.Result, isTry);
        }

        var text = call.Count > 1 ? call.Constant(1) : DefaultPattern;
        var pattern = DatePattern.Parse(text);
        var type = call.Result is DateType ? "DATE" : "TIMESTAMPTZ";
        var value = $"(CASE WHEN regexp_full_match({call[0]}, {SqlText.Text(pattern.Form)}) THEN CAST(try_strptime({call[0]}, {SqlText.Text(pattern.Format)}) AS {type}) END)";
        return isTry ? value : $"spark_checked({value}, {call[0]}, {SqlText.Text($"a {call.Result.SimpleString} by the pattern {text}")})";
    }
}
