using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of numbers.</summary>
internal static class Numbers
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["acos"] = Template("(CASE WHEN abs({0}) <= 1 THEN acos({0}) WHEN {0} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END)"),
        ["acosh"] = Template("(CASE WHEN {0} >= 1 THEN acosh({0}) WHEN {0} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END)"),
        ["asin"] = Template("(CASE WHEN abs({0}) <= 1 THEN asin({0}) WHEN {0} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END)"),
        ["asinh"] = Same("asinh"),
        ["atan"] = Same("atan"),
        ["atanh"] = Template("(CASE WHEN abs({0}) < 1 THEN atanh({0}) WHEN abs({0}) = 1 THEN {0} * CAST('Infinity' AS DOUBLE) WHEN {0} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END)"),
        ["cbrt"] = Same("cbrt"),
        ["cos"] = Same("cos"),
        ["cosh"] = Same("cosh"),
        ["cot"] = Template("(1 / tan({0}))"),
        ["degrees"] = Same("degrees"),
        ["exp"] = Same("exp"),
        ["expm1"] = Template("(exp({0}) - 1)"),
        ["log"] = call => call.Count == 1 ? $"(CASE WHEN {call[0]} > 0 THEN ln({call[0]}) END)" : $"(CASE WHEN {call[0]} > 0 AND {call[1]} > 0 THEN ln({call[1]}) / ln({call[0]}) END)",
        ["log10"] = Template("(CASE WHEN {0} > 0 THEN log10({0}) END)"),
        ["log1p"] = Template("(CASE WHEN {0} > -1 THEN ln(1 + {0}) END)"),
        ["log2"] = Template("(CASE WHEN {0} > 0 THEN log2({0}) END)"),
        ["radians"] = Same("radians"),
        ["rint"] = Template("round_even({0}, 0)"),
        ["signum"] = Template("CAST(sign({0}) AS DOUBLE)"),
        ["sin"] = Same("sin"),
        ["sinh"] = Same("sinh"),
        ["sqrt"] = Template("(CASE WHEN {0} >= 0 THEN sqrt({0}) WHEN {0} IS NOT NULL THEN CAST('NaN' AS DOUBLE) END)"),
        ["tan"] = Same("tan"),
        ["tanh"] = Same("tanh"),
        ["abs"] = call => call.Type(0) is DayTimeIntervalType ? $"to_microseconds(abs(spark_interval_micros({call[0]})))" : $"abs({call[0]})",
        ["atan2"] = Same("atan2"),
        ["hypot"] = Template("sqrt({0} * {0} + {1} * {1})"),
        ["pow"] = Same("pow"),
        ["ceil"] = Typed("ceil({0})"),
        ["floor"] = Typed("floor({0})"),
        ["round"] = call => Round(call, "round", "spark_round_half_up"),
        ["bround"] = call => Round(call, "round_even", "round_even"),
        ["bin"] = Template("bin({0})"),
        ["conv"] = Template("spark_conv({0}, CAST({1} AS BIGINT), CAST({2} AS BIGINT))"),
        ["factorial"] = Template("(CASE WHEN {0} BETWEEN 0 AND 20 THEN CAST(factorial({0}) AS BIGINT) END)"),
        ["hex"] = call => call.Type(0) is StringType or BinaryType ? $"hex({call[0]})" : $"to_hex(CAST({call[0]} AS BIGINT))",
        ["unhex"] = Template("(CASE WHEN regexp_full_match({0}, '[0-9A-Fa-f]*') THEN unhex(CASE WHEN length({0}) % 2 = 1 THEN '0' || {0} ELSE {0} END) END)"),
        ["bit_count"] = call => call.Typed($"bit_count(CAST({call[0]} AS BIGINT))"),
        ["rand"] = call => "random()",
        ["monotonically_increasing_id"] = call => "(row_number() OVER () - 1)",
        ["assert_true"] = call => $"(CASE WHEN {call[0]} THEN NULL ELSE error({(call.Count > 1 ? call[1] : "'The asserted condition is not true.'")}) END)",
        ["raise_error"] = call => $"error({call[0]})",
    };

    private static string Round(CallSql call, string name, string nameForDoubles)
    {
        var digits = call.Count > 1 ? call[1] : "0";
        return call.Type(0) switch
        {
            DecimalType when name == "round_even" => call.Typed($"spark_decimal_round_even(CAST({call[0]} AS VARCHAR), CAST({digits} AS BIGINT), {((DecimalType)call.Result).Scale})"),
            DecimalType => call.Typed(WideDecimals.Within($"round({call[0]}, {digits})", (DecimalType)call.Result)),
            DoubleType or FloatType => call.Typed($"{nameForDoubles}({call[0]}, {digits})"),
            _ => call.Typed($"spark_whole_round({call[0]}, {digits})"),
        };
    }
}
