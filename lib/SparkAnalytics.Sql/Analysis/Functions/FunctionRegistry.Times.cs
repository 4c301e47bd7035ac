namespace SparkAnalytics.Sql.Analysis;

/// <content>Functions of dates, timestamps and intervals.</content>
public static partial class FunctionRegistry
{
    private static IEnumerable<FunctionDefinition> Times() =>
    [
        NeverNull(Scalar("current_date", "", ResultTypes.Date)),
        NeverNull(Scalar("current_timestamp", "", ResultTypes.Timestamp)),
        NeverNull(Scalar("current_timezone", "", ResultTypes.Text)),
        Scalar("year", "date:date", ResultTypes.Int),
        Scalar("quarter", "date:date", ResultTypes.Int),
        Scalar("month", "date:date", ResultTypes.Int),
        Scalar("dayofmonth", "date:date", ResultTypes.Int),
        Scalar("dayofweek", "date:date", ResultTypes.Int),
        Scalar("dayofyear", "date:date", ResultTypes.Int),
        Scalar("weekday", "date:date", ResultTypes.Int),
        Scalar("weekofyear", "date:date", ResultTypes.Int),
        Scalar("hour", "time:timestamp", ResultTypes.Int),
        Scalar("minute", "time:timestamp", ResultTypes.Int),
        Scalar("second", "time:timestamp", ResultTypes.Int),
        Scalar("add_months", "date:date, months:int", ResultTypes.Date),
        Scalar("date_add", "date:date, days:int", ResultTypes.Date),
        Scalar("date_sub", "date:date, days:int", ResultTypes.Date),
        Scalar("datediff", "end:date, start:date", ResultTypes.Int),
        Scalar("last_day", "date:date", ResultTypes.Date),
        Scalar("next_day", "date:date, dayOfWeek:string", ResultTypes.Date),
        Scalar("months_between", "end:timestamp, start:timestamp, roundOff:boolean?", ResultTypes.Double),
        Scalar("make_date", "year:int, month:int, day:int", ResultTypes.Date),
        Scalar("make_dt_interval", "days:int?, hours:int?, minutes:int?, seconds:double?", ResultTypes.Interval),
        Scalar("trunc", "date:date, unit:string", ResultTypes.Date),
        Scalar("date_trunc", "unit:string, time:timestamp", ResultTypes.Timestamp),
        Scalar("date_format", "time:timestamp, pattern:string", ResultTypes.Text),
        Scalar("to_date", "value:any, pattern:string?", ResultTypes.Date),
        Scalar("to_timestamp", "value:any, pattern:string?", ResultTypes.Timestamp),
        Scalar("try_to_timestamp", "value:any, pattern:string?", ResultTypes.Timestamp),
        Scalar("from_unixtime", "seconds:bigint, pattern:string?", ResultTypes.Text),
        Scalar("unix_timestamp", "value:any, pattern:string?", ResultTypes.Long),
        Scalar("unix_seconds", "time:timestamp", ResultTypes.Long),
        Scalar("unix_millis", "time:timestamp", ResultTypes.Long),
        Scalar("unix_micros", "time:timestamp", ResultTypes.Long),
        Scalar("timestamp_seconds", "seconds:number", ResultTypes.Timestamp),
        Scalar("timestamp_millis", "milliseconds:bigint", ResultTypes.Timestamp),
        Scalar("timestamp_micros", "microseconds:bigint", ResultTypes.Timestamp),
        Scalar("from_utc_timestamp", "time:timestamp, zone:string", ResultTypes.Timestamp),
        Scalar("to_utc_timestamp", "time:timestamp, zone:string", ResultTypes.Timestamp),
    ];
}
