using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Arithmetic with Spark's types and its errors on division by zero.</summary>
internal static class Arithmetic
{
    /// <summary>An operator that DuckDB has; decimals and moments are brought to the declared type.</summary>
    public static string Plain(CallSql call, string sign) => (call.Type(0), call.Type(1)) switch
    {
        (DecimalType left, DecimalType right) when WideDecimals.IsBeyond(sign, left, right, call.Result) => WideDecimals.Exact(call, sign, "CAST"),
        (DateType, DateType) => $"to_microseconds(({call[0]} - {call[1]}) * 86400000000)",
        (TimestampType or TimestampNtzType, TimestampType or TimestampNtzType) => $"to_microseconds(epoch_us({call[0]}) - epoch_us({call[1]}))",
        (DecimalType left, _) => call.Typed($"{Wide(call[0], left)} {sign} {call[1]}"),
        (_, DecimalType right) => call.Typed($"{call[0]} {sign} {Wide(call[1], right)}"),
        (DateType, _) or (_, DateType) => call.Typed($"{call[0]} {sign} {call[1]}"),
        _ => $"({call[0]} {sign} {call[1]})",
    };

    /// <summary>The same, with NULL where the result is out of range.</summary>
    public static string Try(CallSql call, string sign) => call.Type(0) is DecimalType left && call.Type(1) is DecimalType right && WideDecimals.IsBeyond(sign, left, right, call.Result)
        ? WideDecimals.Exact(call, sign, "TRY_CAST")
        : $"TRY({Plain(call, sign)})";

    /// <summary>Division, exact for decimals and by zero an error or NULL.</summary>
    public static string Divide(CallSql call, bool isTry)
    {
        var quotient = call.Result switch
        {
            DecimalType result when call.Type(0) is DecimalType left && call.Type(1) is DecimalType right => ExactQuotient(call[0], left, call[1], right, result),
            DayTimeIntervalType => $"to_microseconds(CAST(round(epoch({call[0]}) * 1000000 / {call[1]}) AS BIGINT))",
            _ => $"{call[0]} / {call[1]}",
        };
        return isTry ? $"(CASE WHEN {call[1]} <> 0 THEN {quotient} END)" : OrZeroError(call, quotient);
    }

    public static string Remainder(CallSql call) => call.Result is not DecimalType ? $"({call[0]} % {call[1]})"
        : AreBeyond(call) ? WideDecimals.Exact(call, "%", "CAST")
        : call.Typed($"{call[0]} % {call[1]}");

    public static string PositiveRemainder(CallSql call) => AreBeyond(call)
        ? WideDecimals.Exact(call, "pmod", "CAST")
        : call.Typed($"(({call[0]} % {call[1]}) + {call[1]}) % {call[1]}");

    public static string WholeQuotient(CallSql call) => call.Type(0) switch
    {
        DecimalType when AreBeyond(call) => WideDecimals.Exact(call, "div", "CAST"),
        DecimalType left when call.Type(1) is DecimalType right => $"CAST({UnscaledTo(Math.Max(left.Scale, right.Scale), call[0], left)} // {UnscaledTo(Math.Max(left.Scale, right.Scale), call[1], right)} AS BIGINT)",
        DayTimeIntervalType => $"(spark_interval_micros({call[0]}) // spark_interval_micros({call[1]}))",
        _ => call.Typed($"{call[0]} // {call[1]}"),
    };

    public static string OrZeroError(CallSql call, string sql) => call.Type(1) is DayTimeIntervalType
        ? sql
        : $"(CASE WHEN {call[1]} = 0 THEN error('Division by zero; use TryDivide to get NULL instead.') ELSE {sql} END)";

    /// <summary>Half-up division of the numbers without their points; the result has at most 38 digits by Spark's own rule.</summary>
    public static string ExactQuotient(string left, DecimalType leftType, string right, DecimalType rightType, DecimalType result)
    {
        var shift = rightType.Scale - leftType.Scale + result.Scale;
        if (leftType.Precision + Math.Max(leftType.Scale, shift) > DecimalType.MaxPrecision || rightType.Precision + Math.Max(rightType.Scale, -shift) > DecimalType.MaxPrecision)
        {
            return WideDecimals.Exact("/", left, right, result, "CAST");
        }

        var numerator = $"{Unscaled(left, leftType)} * {PowerOfTen(Math.Max(shift, 0))}";
        var denominator = $"{Unscaled(right, rightType)} * {PowerOfTen(Math.Max(-shift, 0))}";
        return $"CAST(spark_scaled(spark_quotient({numerator}, {denominator}), {PowerOfTen(result.Scale)}, {SmallestStep(result.Scale)}) AS {SqlTypes.Name(result)})";
    }

    private static bool AreBeyond(CallSql call) => call.Type(0) is DecimalType left && call.Type(1) is DecimalType right && WideDecimals.AreBeyond(left, right);

    private static string UnscaledTo(int scale, string number, DecimalType type) =>
        scale == type.Scale ? $"({Unscaled(number, type)})" : $"({Unscaled(number, type)} * {PowerOfTen(scale - type.Scale)})";

    private static string Unscaled(string number, DecimalType type) => type.Scale == 0
        ? $"CAST({number} AS HUGEINT)"
        : $"CAST({Wide(number, type)} * CAST('1{new string('0', type.Scale)}' AS DECIMAL({type.Scale + 1},0)) AS HUGEINT)";

    /// <summary>DuckDB keeps to 18 digits where both sides have no more, and fails beyond; with one side wider it does not.</summary>
    private static string Wide(string number, DecimalType type) => type.Precision > 18 ? number : $"CAST({number} AS DECIMAL(19,{type.Scale}))";

    private static string PowerOfTen(int exponent) => $"CAST('1{new string('0', exponent)}' AS HUGEINT)";

    private static string SmallestStep(int scale) => scale == 0 ? "CAST(1 AS DECIMAL(1,0))" : $"CAST('0.{new string('0', scale - 1)}1' AS DECIMAL({scale},{scale}))";
}
