namespace SparkAnalytics.Sql.Analysis;

/// <content>Functions of dates, timestamps and intervals.</content>
public static partial class FunctionRegistry
{
    private static IEnumerable<FunctionDefinition> Times() =>
    [
        NeverNull(Scalar("current_date", "", Gives.Date)),
        NeverNull(Scalar("current_timestamp", "", Gives.Timestamp)),
        NeverNull(Scalar("current_timezone", "", Gives.Text)),
        Scalar("year", "date:date", Gives.Int),
        Scalar("quarter", "date:date", Gives.Int),
        Scalar("month", "date:date", Gives.Int),
        Scalar("dayofmonth", "date:date", Gives.Int),
        Scalar("dayofweek", "date:date", Gives.Int),
        Scalar("dayofyear", "date:date", Gives.Int),
        Scalar("weekday", "date:date", Gives.Int),
        Scalar("weekofyear", "date:date", Gives.Int),
        Scalar("hour", "time:timestamp", Gives.Int),
        Scalar("minute", "time:timestamp", Gives.Int),
        Scalar("second", "time:timestamp", Gives.Int),
        Scalar("add_months", "date:date, months:int", Gives.Date),
        Scalar("date_add", "date:date, days:int", Gives.Date),
        Scalar("date_sub", "date:date, days:int", Gives.Date),
        Scalar("datediff", "end:date, start:date", Gives.Int),
        Scalar("last_day", "date:date", Gives.Date),
        Scalar("next_day", "date:date, dayOfWeek:string", Gives.Date),
        Scalar("months_between", "end:timestamp, start:timestamp, roundOff:boolean?", Gives.Double),
        Scalar("make_date", "year:int, month:int, day:int", Gives.Date),
        Scalar("make_dt_interval", "days:int?, hours:int?, minutes:int?, seconds:double?", Gives.Interval),
        Scalar("trunc", "date:date, unit:string", Gives.Date),
        Scalar("date_trunc", "unit:string, time:timestamp", Gives.Timestamp),
        Scalar("date_format", "time:timestamp, pattern:string", Gives.Text),
        Scalar("to_date", "value:any, pattern:string?", Gives.Date),
        Scalar("to_timestamp", "value:any, pattern:string?", Gives.Timestamp),
        Scalar("try_to_timestamp", "value:any, pattern:string?", Gives.Timestamp),
        Scalar("from_unixtime", "seconds:bigint, pattern:string?", Gives.Text),
        Scalar("unix_timestamp", "value:any, pattern:string?", Gives.Long),
        Scalar("unix_seconds", "time:timestamp", Gives.Long),
        Scalar("unix_millis", "time:timestamp", Gives.Long),
        Scalar("unix_micros", "time:timestamp", Gives.Long),
        Scalar("timestamp_seconds", "seconds:number", Gives.Timestamp),
        Scalar("timestamp_millis", "milliseconds:bigint", Gives.Timestamp),
        Scalar("timestamp_micros", "microseconds:bigint", Gives.Timestamp),
        Scalar("from_utc_timestamp", "time:timestamp, zone:string", Gives.Timestamp),
        Scalar("to_utc_timestamp", "time:timestamp, zone:string", Gives.Timestamp),
    ];
}
