using SparkAnalytics.Sql.Embedded.Constraints.Conditions;

namespace SparkAnalytics.Sql.Embedded.Tests.Constraints;

/// <summary>Constants have the values and types that Spark 4.0.4 gives them.</summary>
public sealed class ConditionConstantTests
{
    [Theory]
    [InlineData("1", "1:int")]
    [InlineData("001", "1:int")]
    [InlineData("-2147483648", "-2147483648:int")]
    [InlineData("2147483648", "2147483648:bigint")]
    [InlineData("-9223372036854775808", "-9223372036854775808:bigint")]
    [InlineData("9223372036854775808", "9223372036854775808:decimal(19,0)")]
    [InlineData("5L", "5:bigint")]
    [InlineData("100s", "100:smallint")]
    [InlineData("-128Y", "-128:tinyint")]
    [InlineData("1.5D", "1.5:double")]
    [InlineData("1d", "1:double")]
    [InlineData(".5F", "0.5:float")]
    [InlineData("1BD", "1:decimal(1,0)")]
    [InlineData("1e2BD", "100:decimal(3,0)")]
    [InlineData("1e-2BD", "0.01:decimal(2,2)")]
    [InlineData("1.50e1BD", "15.0:decimal(3,1)")]
    [InlineData("1.5", "1.5:decimal(2,1)")]
    [InlineData("-1.50", "-1.50:decimal(3,2)")]
    [InlineData("0.05", "0.05:decimal(2,2)")]
    [InlineData("00.5", "0.5:decimal(1,1)")]
    [InlineData("0.0", "0.0:decimal(1,1)")]
    [InlineData("5.", "5:decimal(1,0)")]
    [InlineData("1.5e3", "1500:double")]
    [InlineData("+1", "1:int")]
    [InlineData("TRUE", "True:boolean")]
    [InlineData("null", "NULL:void")]
    [InlineData("X'1fA0'", "1FA0:binary")]
    [InlineData("date '2024-1-02'", "2024-01-02:date")]
    [InlineData("TIMESTAMP '2024-01-02 03:04:05.25'", "2024-01-02 03:04:05.250000Z:timestamp")]
    [InlineData("TIMESTAMP '2024-01-02T03:04:05.5+02:00'", "2024-01-02 01:04:05.500000Z:timestamp")]
    [InlineData("TIMESTAMP '2024-01-02 03:04:05Z'", "2024-01-02 03:04:05.000000Z:timestamp")]
    [InlineData("timestamp '2024-01-02'", "2024-01-02 00:00:00.000000Z:timestamp")]
    [InlineData("TIMESTAMP_NTZ '2024-01-02 03:04:05'", "2024-01-02 03:04:05.000000Z:timestamp_ntz")]
    public void Parse_OfAConstant_HasItsValueAndType(string text, string expected) => Assert.Equal(expected, ExpressionShape.Of(ConditionParser.Parse(text)));

    [Theory]
    [InlineData("""'a\nb\u0041\101\%\_\z'""", "a\nbAA\\%\\_z")]
    [InlineData("\"a'b\"", "a'b")]
    [InlineData("'it''s'", "its")]
    [InlineData("\"do\"\"ble\"", "doble")]
    [InlineData("'a' \"b\" r'\\c'", "ab\\c")]
    [InlineData("""r'a\n'""", "a\\n")]
    [InlineData("""'\0x\Z\b\r\t'""", "\0x\u001A\b\r\t")]
    [InlineData("""'\q\u12\1234\047'""", "qu12S4'")]
    [InlineData("""'\'\"\\'""", "'\"\\")]
    [InlineData("""'\U0001F600'""", "😀")]
    [InlineData("'-- no /* comment'", "-- no /* comment")]
    public void Parse_OfAText_ResolvesEscapesAsSpark(string text, string expected) => Assert.Equal($"{expected}:string", ExpressionShape.Of(ConditionParser.Parse(text)));
}
