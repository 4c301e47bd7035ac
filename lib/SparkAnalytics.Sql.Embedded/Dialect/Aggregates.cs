using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Aggregates; each can also stand over a window.</summary>
internal static class Aggregates
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["count"] = Count,
        ["sum"] = call => call.Type(0) is DayTimeIntervalType ? $"to_microseconds(CAST({call.Aggregate("sum", $"spark_interval_micros({call[0]})")} AS BIGINT))" : call.Typed(call.Result is DecimalType total ? WideDecimals.Within(call.Aggregate("sum", call[0]), total) : call.Aggregate("sum", call[0])),
        ["try_sum"] = call => $"TRY_CAST({(call.Result is DecimalType total ? WideDecimals.WithinOrNull(call.Aggregate("sum", call[0]), total) : call.Aggregate("sum", call[0]))} AS {call.ResultSql})",
        ["avg"] = Average,
        ["min"] = Aggregate("min"),
        ["max"] = Aggregate("max"),
        ["min_by"] = Aggregate("arg_min_null"),
        ["max_by"] = Aggregate("arg_max_null"),
        ["first"] = call => FirstOrLast(call, "first"),
        ["last"] = call => FirstOrLast(call, "last"),
        ["mode"] = Aggregate("mode"),
        ["bool_and"] = Aggregate("bool_and"),
        ["bool_or"] = Aggregate("bool_or"),
        ["product"] = Aggregate("product"),
        ["collect_list"] = call => $"coalesce({call.Aggregate("list", call[0], $"{call[0]} IS NOT NULL")}, [])",
        ["collect_set"] = call => $"coalesce({call.Aggregate("list", call[0], $"{call[0]} IS NOT NULL", isDistinct: true)}, [])",
        ["stddev_samp"] = Aggregate("stddev_samp"),
        ["stddev_pop"] = Aggregate("stddev_pop"),
        ["var_samp"] = Aggregate("var_samp"),
        ["var_pop"] = Aggregate("var_pop"),
        ["skewness"] = call => $"spark_population_skewness({call.Aggregate("skewness", call[0])}, {call.Aggregate("count", call[0])})",
        ["kurtosis"] = Aggregate("kurtosis_pop"),
        ["median"] = Aggregate("median"),
        ["corr"] = Aggregate("corr"),
        ["covar_pop"] = Aggregate("covar_pop"),
        ["covar_samp"] = Aggregate("covar_samp"),
        ["percentile"] = call => call.Typed(call.Aggregate("quantile_cont", $"CAST({call[0]} AS DOUBLE), {call[1]}")),
        ["approx_count_distinct"] = call => $"count(DISTINCT {call[0]})",
        ["grouping"] = call => call.Typed($"grouping({call[0]})"),
        ["grouping_id"] = call => call.Typed($"grouping_id({call.All})"),
    };

    private static string Count(CallSql call) => call.Count switch
    {
        1 when call.Argument(0) is Literal { Value: not null } && !call.IsDistinct => call.Aggregate("count", "*"),
        1 => call.Aggregate("count", call[0]),
        _ => call.Aggregate("count", $"CASE WHEN {string.Join(" AND ", Enumerable.Range(0, call.Count).Select(index => $"{call[index]} IS NOT NULL"))} THEN row({call.All}) END"),
    };

    /// <summary>The average of decimals exactly, of intervals in microseconds, of all else in double precision.</summary>
    private static string Average(CallSql call) => (call.Type(0), call.Result) switch
    {
        (DecimalType from, DecimalType to) => $"(CASE WHEN {call.Aggregate("count", call[0])} > 0 THEN {Arithmetic.ExactQuotient(call.Aggregate("sum", call[0]), new DecimalType(Math.Min(38, from.Precision + 10), from.Scale), call.Aggregate("count", call[0]), new DecimalType(20), to)} END)",
        (DayTimeIntervalType, _) => $"to_microseconds(CAST({call.Aggregate("avg", $"spark_interval_micros({call[0]})")} AS BIGINT))",
        _ => call.Aggregate("avg", $"CAST({call[0]} AS DOUBLE)"),
    };

    private static string FirstOrLast(CallSql call, string name) => call.Aggregate(name, call[0], call.IsTrue(1) ? $"{call[0]} IS NOT NULL" : null);
}
