using System.Data.SqlTypes;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

/// <summary>Decimals of more digits than System.Decimal has.</summary>
public sealed class DecimalValueTests
{
    private const string Digits = "-1234567890123456789012345678.1234567891";

    [Theory]
    [InlineData("12.50", 2, "12.50")]
    [InlineData("-0.5", 30, "-0.5000000000000000000000000000")]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    public void GetAs_DecimalOfAWideOneThatFits_IsTheSameNumber(string text, int scale, string expected)
    {
        var row = Of(DecimalValues.Parse(text, new DecimalType(38, scale)), scale);

        Assert.Equal(expected, row.GetAs<decimal>("wide").ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), row.GetAs<decimal?>(0));
    }

    [Theory]
    [InlineData(Digits, 10)]
    [InlineData("79228162514264337593543950336", 0)]
    [InlineData("0.00000000000000000000000000001", 29)]
    public void GetAs_DecimalOfAWideOneThatDoesNotFit_NamesValueAndColumn(string text, int scale)
    {
        var row = Of(DecimalValues.Parse(text, new DecimalType(38, scale)), scale);

        var error = Assert.Throws<OverflowException>(() => row.GetAs<decimal?>("wide"));

        Assert.Contains($"The value {text} of the column 'wide'", error.Message, StringComparison.Ordinal);
        Assert.Equal(SqlDecimal.Parse(text), row.GetAs<SqlDecimal>("wide"));
    }

    [Fact]
    public void GetAs_OtherNumbers_AreConverted()
    {
        Assert.Equal(7L, Of(SqlDecimal.Parse("7"), 0).GetAs<long>(0));
        Assert.Equal(7.5, Of(SqlDecimal.Parse("7.5"), 1).GetAs<double?>(0));
        Assert.Equal(SqlDecimal.Parse("7.5"), Of(7.5m, 1).GetAs<SqlDecimal>(0));
        Assert.Null(Of(null, 1).GetAs<decimal?>(0));
    }

    [Fact]
    public void Digits_AreRoundedHalfUpToTheType_AndRefusedBeyondIt()
    {
        Assert.Equal(-13, DecimalValues.Digits(SqlDecimal.Parse("-1.25"), new DecimalType(38, 1)));
        Assert.Equal(1250, DecimalValues.Digits(1.25m, new DecimalType(4, 3)));
        Assert.Throws<AnalysisException>(() => DecimalValues.Digits(9.95m, new DecimalType(2, 1)));
        Assert.Throws<AnalysisException>(() => DecimalValues.Digits(SqlDecimal.Null, new DecimalType(38, 1)));
    }

    [Theory]
    [InlineData(Digits, "decimal(38,10)")]
    [InlineData("0.05", "decimal(2,2)")]
    [InlineData("100", "decimal(3,0)")]
    public void Lit_OfSqlDecimal_HasTheLeastType(string text, string expected) =>
        Assert.Equal(expected, Frames.Of("k STRING").Select(Lit(SqlDecimal.Parse(text)).As("v")).Schema().Fields[0].DataType.SimpleString);

    private static Row Of(object? value, int scale) => new([value], new StructType([new StructField("wide", new DecimalType(38, scale))]));
}
