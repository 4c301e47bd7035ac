using static SparkAnalytics.Sql.Behaviour.SparkExpressions.SparkCall;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>Conversions, as DataFrame expressions under the Spark SQL text that was measured.</summary>
internal static class SparkCasts
{
    public static IReadOnlyDictionary<string, Column> All { get; } = new Dictionary<string, Column>
    {
        ["CAST(12.5 AS INT)"] = Lit(12.5m).Cast("int"),
        ["CAST(2.5D AS INT)"] = Lit(2.5d).Cast("int"),
        ["CAST(12.7D AS INT)"] = Lit(12.7d).Cast("int"),
        ["try_cast('12.7' AS INT)"] = Extras.TryCast(Lit("12.7"), "int"),
        ["try_cast('1e3' AS INT)"] = Extras.TryCast(Lit("1e3"), "int"),
        ["try_cast(' 12 ' AS INT)"] = Extras.TryCast(Lit(" 12 "), "int"),
        ["try_cast('+5' AS INT)"] = Extras.TryCast(Lit("+5"), "int"),
        ["try_cast('12.7' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("12.7"), "decimal(18,2)"),
        ["try_cast('1e3' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("1e3"), "decimal(18,2)"),
        ["try_cast(' 12.345 ' AS DECIMAL(18,2))"] = Extras.TryCast(Lit(" 12.345 "), "decimal(18,2)"),
        ["try_cast('12.355' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("12.355"), "decimal(18,2)"),
        ["try_cast('-12.355' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("-12.355"), "decimal(18,2)"),
        ["try_cast('1,234.5' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("1,234.5"), "decimal(18,2)"),
        ["try_cast('NaN' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("NaN"), "decimal(18,2)"),
        ["try_cast('99999999999999999999' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("99999999999999999999"), "decimal(18,2)"),
        ["try_cast('$12' AS DECIMAL(18,2))"] = Extras.TryCast(Lit("$12"), "decimal(18,2)"),
        ["try_cast('1d' AS DOUBLE)"] = Extras.TryCast(Lit("1d"), "double"),
        ["try_cast('on' AS BOOLEAN)"] = Extras.TryCast(Lit("on"), "boolean"),
        ["try_cast('t' AS BOOLEAN)"] = Extras.TryCast(Lit("t"), "boolean"),
        ["try_cast('2024' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024"), "timestamp"),
        ["try_cast('2024-01' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01"), "timestamp"),
        ["try_cast('2024-01-02' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02"), "timestamp"),
        ["try_cast('2024-1-2' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-1-2"), "timestamp"),
        ["try_cast('2024-01-02 03:04:05' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02 03:04:05"), "timestamp"),
        ["try_cast('2024-01-02T03:04:05Z' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T03:04:05Z"), "timestamp"),
        ["try_cast('2024-01-02T03:04:05z' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T03:04:05z"), "timestamp"),
        ["try_cast('2024-01-02T03:04:05.123456789Z' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T03:04:05.123456789Z"), "timestamp"),
        ["try_cast('2024-01-02T03:04:05+02:00' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T03:04:05+02:00"), "timestamp"),
        ["try_cast('2024-01-02T03:04:05 +02:00' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T03:04:05 +02:00"), "timestamp"),
        ["try_cast('2024-01-02T03:04:05+0200' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T03:04:05+0200"), "timestamp"),
        ["try_cast('2024-01-02 03:04' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02 03:04"), "timestamp"),
        ["try_cast('2024-01-02T24:00:00' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02T24:00:00"), "timestamp"),
        ["try_cast('T12:00' AS TIMESTAMP)"] = Extras.TryCast(Lit("T12:00"), "timestamp"),
        ["try_cast('epoch' AS TIMESTAMP)"] = Extras.TryCast(Lit("epoch"), "timestamp"),
        ["try_cast('infinity' AS TIMESTAMP)"] = Extras.TryCast(Lit("infinity"), "timestamp"),
        ["try_cast('2024-01-02 03:04:05 UTC' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02 03:04:05 UTC"), "timestamp"),
        ["try_cast('2024-01-02 03:04:05 Europe/Berlin' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-01-02 03:04:05 Europe/Berlin"), "timestamp"),
        ["try_cast('2024-02-30' AS DATE)"] = Extras.TryCast(Lit("2024-02-30"), "date"),
        ["try_cast('+10000-01-01' AS TIMESTAMP)"] = Extras.TryCast(Lit("+10000-01-01"), "timestamp"),
        ["try_cast('0001-01-01' AS TIMESTAMP)"] = Extras.TryCast(Lit("0001-01-01"), "timestamp"),
        ["try_cast('2024-03-10 02:30:00 America/New_York' AS TIMESTAMP)"] = Extras.TryCast(Lit("2024-03-10 02:30:00 America/New_York"), "timestamp"),
        ["CAST(CAST(2.345 AS DECIMAL(10,3)) AS DECIMAL(10,2))"] = Lit(2.345m).Cast("decimal(10,3)").Cast("decimal(10,2)"),
        ["CAST(CAST(-2.345 AS DECIMAL(10,3)) AS DECIMAL(10,2))"] = Lit(-2.345m).Cast("decimal(10,3)").Cast("decimal(10,2)"),
        ["CAST(2.345D AS DECIMAL(10,2))"] = Lit(2.345d).Cast("decimal(10,2)"),
        ["CAST(1 AS DECIMAL(18,2))/CAST(3 AS DECIMAL(18,2))"] = Call("/", Lit(1).Cast("decimal(18,2)"), Lit(3).Cast("decimal(18,2)")),
        ["CAST(1e20D AS STRING)"] = Lit(1e20d).Cast("string"),
        ["CAST(1e-5D AS STRING)"] = Lit(1e-5d).Cast("string"),
        ["CAST(100.0D AS STRING)"] = Lit(100.0d).Cast("string"),
        ["CAST(CAST(1.10 AS DECIMAL(10,2)) AS STRING)"] = Lit(1.10m).Cast("decimal(10,2)").Cast("string"),
        ["CAST(TIMESTAMP'2024-01-02 03:04:05.100' AS STRING)"] = Lit("2024-01-02 03:04:05.100").Cast("timestamp").Cast("string"),
    };
}
