using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Decimals at the border of 38 digits, which DuckDB holds but cannot always compute with.</summary>
internal static class WideDecimals
{
    /// <summary>Whether DuckDB would need more than 38 digits on the way to a sum, difference or product that Spark rounds or brings to another scale.</summary>
    public static bool IsBeyond(string sign, DecimalType left, DecimalType right, DataType result)
    {
        var (needed, scale) = sign == "*" ? (left.Precision + right.Precision, left.Scale + right.Scale) : (Common(left, right) + 1, Math.Max(left.Scale, right.Scale));
        return needed > DecimalType.MaxPrecision && (result is not DecimalType declared || declared.Scale != scale || (sign != "*" && left.Scale != right.Scale));
    }

    /// <summary>Whether two decimals, brought to one scale and freed of their points, may need more than 38 digits.</summary>
    public static bool AreBeyond(DecimalType left, DecimalType right) =>
        Common(left, right) > DecimalType.MaxPrecision || left.Precision + left.Scale > DecimalType.MaxPrecision || right.Precision + right.Scale > DecimalType.MaxPrecision;

    public static string Exact(CallSql call, string sign, string cast) => Exact(sign, call[0], call[1], call.Result, cast);

    /// <summary>An operation with all digits; <paramref name="cast"/> says what becomes of a result out of range.</summary>
    public static string Exact(string sign, string left, string right, DataType result, string cast) =>
        $"{cast}(spark_exact_decimal({SqlText.Text(sign)}, CAST({left} AS VARCHAR), CAST({right} AS VARCHAR), {(result is DecimalType declared ? declared.Scale : 0)}) AS {SqlTypes.Name(result)})";

    /// <summary>A result that DuckDB may let grow beyond 38 digits, as an error where it did.</summary>
    public static string Within(string number, DecimalType type) => type.Precision < DecimalType.MaxPrecision ? number : $"spark_within({number}, {Most(type)})";

    /// <summary>The same, as NULL where it did.</summary>
    public static string WithinOrNull(string number, DecimalType type) => type.Precision < DecimalType.MaxPrecision ? number : $"(CASE WHEN {number} BETWEEN -{Most(type)} AND {Most(type)} THEN {number} END)";

    private static int Common(DecimalType left, DecimalType right) => Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + Math.Max(left.Scale, right.Scale);

    private static string Most(DecimalType type) => $"CAST('{new string('9', type.Precision - type.Scale)}.{new string('9', type.Scale)}' AS {SqlTypes.Name(type)})";
}
