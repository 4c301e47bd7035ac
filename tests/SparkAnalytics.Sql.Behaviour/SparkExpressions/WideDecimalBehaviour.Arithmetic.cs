using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Behaviour.SparkExpressions.SparkCall;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <content>Arithmetic, aggregates and functions.</content>
public abstract partial class WideDecimalBehaviour
{
    [Theory]
    [InlineData("+", "0.1234567891", "decimal(38,0)", "12345678901234567890123456789012", "12345678901234567890123456789012.123457")]
    [InlineData("-", "0.5000005", "decimal(38,0)", "10000000000000000000000000000000", "-9999999999999999999999999999999.500000")]
    [InlineData("*", "12345678901234567890.5", "decimal(38,10)", "100.0000000001", "1234567890124691356940.123457")]
    [InlineData("/", "1000000000000000000000000000", "decimal(38,10)", "3", "333333333333333333333333333.333333")]
    [InlineData("/", "-2000000000000000000000000000", "decimal(38,10)", "3", "-666666666666666666666666666.666667")]
    [InlineData("%", "-" + Digits, "decimal(38,0)", "1000", "-678.1234567891")]
    [InlineData("pmod", "-1.5", "decimal(38,0)", "1000", "998.5000000000")]
    public void Arithmetic_OfWideDecimals_RoundsTheExactResultOnce(string sign, string left, string rightType, string right, string expected)
    {
        var rows = Texts(left).Select(Col("text").Cast("decimal(38,10)").As("one"), Lit(right).Cast(rightType).As("two"));

        Assert.Equal(expected, Shown(One(rows, Call(sign, Col("one"), Col("two")))));
    }

    [Fact]
    public void Div_OfWideDecimals_IsTheWholeQuotient() =>
        Assert.Equal(2469135780246913579L, One(Texts("1234567890123456789.6"), Call("div", Col("text").Cast("decimal(38,10)"), Lit("0.5").Cast("decimal(38,10)"))));

    [Theory]
    [InlineData("+")]
    [InlineData("*")]
    public void Arithmetic_BeyondThirtyEightDigits_Fails(string sign)
    {
        var largest = Texts(Largest).Select(Col("text").Cast("decimal(38,0)").As("most"));

        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => largest.Select(Call(sign, Col("most"), Col("most"))).Collect().Count()).Kind);
        Assert.Null(One(largest, Call(sign == "+" ? "try_add" : "try_multiply", Col("most"), Col("most"))));
    }

    [Fact]
    public void Sum_OfWideDecimals_IsExactAndFailsBeyondThirtyEightDigits()
    {
        var rows = Texts(Digits, Below, "-0.0000000001").Select(Col("text").Cast("decimal(38,10)").As("wide"));

        Assert.Equal("2469135780246913578024691356.2469135780", Shown(One(rows, Sum("wide"))));
        Assert.Equal("123456789012345678901234.00000000015000", Shown(One(Texts("123456789012345678901234.0000000001", "123456789012345678901234.0000000002"), Avg(Col("text").Cast("decimal(38,10)")))));
        Assert.Equal("1.66666666666667", Shown(One(Texts("1", "2", "2"), Avg(Col("text").Cast("decimal(38,10)")))));
        Assert.Equal(["-0.0000000001", Digits], rows.Agg(Min("wide"), Max("wide")).Collect().Single().Values.Select(Shown));
        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => Texts(Largest, "1").Agg(Sum(Col("text").Cast("decimal(38,0)"))).Collect().Count()).Kind);
    }

    [Fact]
    public void Round_OfWideDecimals_IsExact()
    {
        var wide = Col("text").Cast("decimal(38,10)");

        var row = Texts("1234567890123456789012345.1250000000").Select(Round(wide, 2), Bround(wide, 2), Bround(wide, 4), Ceil(wide), Floor(-wide), Bround(wide, -1)).Collect().Single();

        Assert.Equal(
            ["1234567890123456789012345.13", "1234567890123456789012345.12", "1234567890123456789012345.1250", "1234567890123456789012346", "-1234567890123456789012346", "1234567890123456789012350"],
            row.Values.Select(Shown));
    }

    [Fact]
    public void FormatNumber_OfWideDecimals_IsExactAndRoundsHalvesToEven()
    {
        var wide = Col("text").Cast("decimal(38,10)");

        var row = Texts("-1234567890123456789012345678.1250000000").Select(FormatNumber(wide, 2), FormatNumber(wide, 0), FormatNumber(wide, 12)).Collect().Single();

        Assert.Equal(["-1,234,567,890,123,456,789,012,345,678.12", "-1,234,567,890,123,456,789,012,345,678", "-1,234,567,890,123,456,789,012,345,678.125000000000"], row.Values);
    }

    [Fact]
    public void Cast_ToTimestamp_CutsBelowTheMicrosecond() =>
        Assert.Equal(new Timestamp(2023, 11, 14, 22, 13, 20, 123_456), One(Texts("1700000000.1234569"), Col("text").Cast("decimal(38,25)").Cast("timestamp")));

    [Fact]
    public void ToJson_OfDecimalsWithoutWholeDigits_IsJson()
    {
        var rows = Texts("-0.5").Select(Struct(Col("text").Cast("decimal(37,37)").As("a"), Array(Col("text").Cast("decimal(2,2)"), Lit(null)).As("b")).As("both"));

        Assert.Equal($$"""{"a":-0.5{{new string('0', 36)}},"b":[-0.50,null]}""", One(rows, ToJson(Col("both"))));
    }

    [Fact]
    public void ToJson_AndFromJson_KeepEveryDigit()
    {
        var type = "struct<wide:decimal(38,10)>";
        var json = Texts(Digits).Select(ToJson(Struct(Col("text").Cast("decimal(38,10)").As("wide"))).As("json"));

        Assert.Equal($$"""{"wide":{{Digits}}}""", One(json, Col("json")));
        Assert.Equal(Digits, Shown(((Row)One(json, FromJson(Col("json"), type))!)[0]));
    }
}
