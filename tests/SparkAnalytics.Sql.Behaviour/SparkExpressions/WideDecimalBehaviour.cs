using System.Data.SqlTypes;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Behaviour.SparkExpressions.SparkCall;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>Decimals of up to 38 digits: exact in and exact out, and Spark 4.0's rounding and errors in between.</summary>
public abstract partial class WideDecimalBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    private const string Digits = "1234567890123456789012345678.1234567891";
    private const string Below = "1234567890123456789012345678.1234567890";
    private const string Above = "1234567890123456789012345678.1234567892";
    private const string Largest = "99999999999999999999999999999999999999";

    [Theory]
    [InlineData(Digits, "decimal(38,10)", Digits)]
    [InlineData("-" + Digits, "decimal(38,10)", "-" + Digits)]
    [InlineData("1234567890123456789012345678.12345678915", "decimal(38,10)", Above)]
    [InlineData("-1234567890123456789012345678.12345678915", "decimal(38,10)", "-" + Above)]
    [InlineData("1234567890123456789012345678.123456789149999999999", "decimal(38,10)", Digits)]
    [InlineData(" 123456789012345678901234567812345678.91e-8\u001f", "decimal(38,10)", Digits)]
    [InlineData("+0.00000000000000000000000000000000000001", "decimal(38,38)", "0.00000000000000000000000000000000000001")]
    [InlineData("-.5", "decimal(38,38)", "-0.50000000000000000000000000000000000000")]
    [InlineData(Largest, "decimal(38,0)", Largest)]
    [InlineData("9.9999999999999999999999999999999999999e37", "decimal(38,0)", Largest)]
    [InlineData("7", "decimal(29,0)", "7")]
    [InlineData(Largest + ".5", "decimal(38,0)", null)]
    [InlineData("100000000000000000000000000000000000000", "decimal(38,0)", null)]
    [InlineData("9999999999999999999999999999.99999999995", "decimal(38,10)", null)]
    [InlineData("twelve", "decimal(38,10)", null)]
    public void TryCast_OfText_KeepsEveryDigit(string text, string type, string? expected)
    {
        var row = Texts(text).Select(Extras.TryCast(Col("text"), type), Extras.TryCast(Col("text"), type).Cast("string")).Collect().Single();

        Assert.Equal(expected, Shown(row[0]));
        Assert.Equal(expected, row[1]);
    }

    [Theory]
    [InlineData(Largest + ".5", "decimal(38,0)")]
    [InlineData("9999999999999999999999999999.99999999995", "decimal(38,10)")]
    public void Cast_OfTextBeyondTheType_Fails(string text, string type) =>
        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => Texts(text).Select(Col("text").Cast(type)).Collect().Count()).Kind);

    [Theory]
    [InlineData(1.2345678901234567e30, "decimal(38,0)", "1234567890123456700000000000000")]
    [InlineData(-1e22, "decimal(38,10)", "-10000000000000000000000.0000000000")]
    [InlineData(1.5e-7, "decimal(38,8)", "0.00000015")]
    [InlineData(0.125, "decimal(38,2)", "0.13")]
    [InlineData(double.NaN, "decimal(38,2)", null)]
    [InlineData(double.PositiveInfinity, "decimal(38,2)", null)]
    public void Cast_OfDouble_GoesByItsShortestDigits(double number, string type, string? expected)
    {
        var rows = Spark.CreateDataFrame([number]);

        Assert.Equal(expected, Shown(rows.Select(Col("_1").Cast(type)).Collect().Single()[0]));
    }

    [Fact]
    public void Cast_OfDoubleBeyondTheType_Fails() =>
        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => Spark.CreateDataFrame([1e39]).Select(Col("_1").Cast("decimal(38,0)")).Collect().Count()).Kind);

    [Fact]
    public void Cast_OfFloat_TakesTheDoubleThatItIs() =>
        Assert.Equal("0.10000000149011612000", Shown(One(Spark.CreateDataFrame([0.1]), Col("_1").Cast("float").Cast("decimal(38,20)"))));

    /// <summary>2^53 + 1 lies between two doubles, and a bit of fraction decides for the upper one.</summary>
    [Fact]
    public void Cast_ToDouble_GivesTheNearest()
    {
        Assert.Equal(9007199254740994d, One(Texts("9007199254740993.0000000001"), Col("text").Cast("decimal(38,10)").Cast("double")));
        Assert.Equal(9007199254740992d, One(Texts("9007199254740993.0000000000"), Col("text").Cast("decimal(38,10)").Cast("double")));
    }

    [Fact]
    public void Collect_OfNestedValues_GivesSqlDecimals()
    {
        var wide = Col("text").Cast("decimal(38,10)");

        var row = Texts(Digits).Select(Array(wide, Lit(null)), Call("map", wide, wide), Struct(wide.As("wide"), Lit(1.50m).As("narrow")), wide.Cast("decimal(28,0)")).Collect().Single();

        Assert.Equal([SqlDecimal.Parse(Digits), null], (object?[])row[0]!);
        Assert.Equal([SqlDecimal.Parse(Digits)], ((System.Collections.IDictionary)row[1]!).Keys.Cast<object>());
        Assert.Equal([SqlDecimal.Parse(Digits)], ((System.Collections.IDictionary)row[1]!).Values.Cast<object>());
        Assert.Equal([SqlDecimal.Parse(Digits), 1.50m], ((Row)row[2]!).Values);
        Assert.Equal(1234567890123456789012345678m, row[3]);
    }

    [Fact]
    public void Lit_OfSqlDecimal_KeepsItsDigits()
    {
        var wide = SqlDecimal.Parse(Digits);

        var row = Texts(Digits).Select(Lit(wide), Lit(wide).Cast("string"), Col("text").Cast("decimal(38,10)").IsIn(wide), Col("text").Cast("decimal(38,10)").IsIn(SqlDecimal.Parse(Below), SqlDecimal.Parse(Above)), Lit(SqlDecimal.Null)).Collect().Single();

        Assert.Equal([wide, Digits, true, false, null], row.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    public void CreateDataFrame_OfSqlDecimals_KeepsThem(int count)
    {
        object?[] values = [SqlDecimal.Parse(Digits), SqlDecimal.Parse("-" + Digits), 1.5m, null];
        var type = new StructType([new StructField("wide", new DecimalType(38, 10)), new StructField("narrow", new DecimalType(28, 2))]);
        var given = Enumerable.Range(0, count).SelectMany(_ => values.Select(value => new GenericRow([value, value is null ? null : SqlDecimal.Parse("1.5")]))).ToList();

        var rows = Spark.CreateDataFrame(given, type).GroupBy("wide", "narrow").Count().OrderBy("wide").Collect().ToList();

        Assert.Equal([null, "-" + Digits, "1.5000000000", Digits], rows.Select(row => Shown(row[0])));
        Assert.Equal([null, 1.50m, 1.50m, 1.50m], rows.Select(row => row[1]));
        Assert.All(rows, row => Assert.Equal(count, row.GetAs<long>(2)));
    }

    /// <summary>The two files differ in the last of 38 digits, which neither a double nor System.Decimal tells apart.</summary>
    [Fact]
    public void Delta_FilteredAtTheLastDigit_KeepsTheRightFiles()
    {
        var table = Folder["wide"];
        foreach (var text in new[] { Digits, "-" + Digits })
        {
            Texts(text).Select(Col("text").Cast("decimal(38,10)").As("wide")).Write().Format("delta").Mode(SaveMode.Append).Save(table);
        }

        var rows = Spark.Read().Format("delta").Load(table);
        string?[] Found(Column condition) => [.. rows.Filter(condition).OrderBy("wide").Collect().Select(row => Shown(row[0]))];

        Assert.Equal("struct<wide:decimal(38,10)>", rows.Schema().SimpleString);
        Assert.Equal(["-" + Digits, Digits], Found(Col("wide").IsNotNull()));
        Assert.Equal([Digits], Found(Col("wide") == Lit(SqlDecimal.Parse(Digits))));
        Assert.Equal([Digits], Found(Col("wide") >= Lit(SqlDecimal.Parse(Digits))));
        Assert.Equal([Digits], Found(Col("wide") > Lit(SqlDecimal.Parse(Below))));
        Assert.Equal(["-" + Digits], Found(Col("wide") <= Lit(SqlDecimal.Parse("-" + Digits))));
        Assert.Equal(["-" + Digits], Found(Col("wide") < Lit(SqlDecimal.Parse("-" + Below))));
        Assert.Empty(Found(Col("wide") > Lit(SqlDecimal.Parse(Digits))));
        Assert.Empty(Found(Col("wide") == Lit(SqlDecimal.Parse(Above))));
    }

    [Fact]
    public void Delta_PartitionedByAWideDecimal_KeepsItsValues()
    {
        var table = Folder["parts"];
        Texts(Digits, "0.5").Select(Col("text"), Col("text").Cast("decimal(38,10)").As("wide")).Write().Format("delta").PartitionBy("wide").Save(table);

        var rows = Spark.Read().Format("delta").Load(table).Filter(Col("wide") > Lit(SqlDecimal.Parse(Below)));

        Assert.Equal(Digits, Shown(One(rows, Col("wide"))));
    }

    private static string? Shown(object? value) => value switch
    {
        null => null,
        SqlDecimal wide => wide.ToString(),
        _ => throw new InvalidOperationException($"{value.GetType()} is no SqlDecimal."),
    };

    private static object? One(DataFrame rows, Column column) => rows.Select(column).Collect().Single()[0];

    private DataFrame Texts(params string[] texts) => Spark.CreateDataFrame(texts.Select(text => new GenericRow([text])), new StructType([new StructField("text", new StringType())]));
}
