using System.Data.SqlTypes;
using SparkAnalytics.Sql.Printing;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

/// <summary>Layouts as Spark's show and printSchema print them.</summary>
public sealed class ShowTests
{
    [Fact]
    public void Show_WhenCut_AlignsRightAndSaysThatThereIsMore()
    {
        var schema = DataTypeParser.ParseSchema("id INT, name STRING");
        var rows = Rows(schema, [1, "a text of more than twenty"], [2, null], [3, "x"]);
        Assert.Equal(
            """
            +---+--------------------+
            | id|                name|
            +---+--------------------+
            |  1|a text of more th...|
            |  2|                NULL|
            +---+--------------------+
            only showing top 2 rows

            """.ReplaceLineEndings("\n"),
            TableText.Of(schema, rows, 2, 20, false));
    }

    [Fact]
    public void Show_WhenNotCut_AlignsLeftAndEscapesBreaks()
    {
        var schema = DataTypeParser.ParseSchema("name STRING");
        Assert.Equal("+----+\n|name|\n+----+\n|a\\nb|\n|中  |\n+----+\n", TableText.Of(schema, Rows(schema, ["a\nb"], ["中"]), 20, 0, false));
    }

    [Fact]
    public void Show_WhenVertical_PrintsRecords()
    {
        var schema = DataTypeParser.ParseSchema("id INT, name STRING");
        Assert.Equal("-RECORD 0---\n id   | 1   \n name | abc \nonly showing top 1 row\n", TableText.Of(schema, Rows(schema, [1, "abc"], [2, "d"]), 1, 20, true));
        Assert.Equal("(0 rows)\n", TableText.Of(schema, [], 20, 20, true));
    }

    [Theory]
    [InlineData(100.0, "100.0")]
    [InlineData(1e20, "1.0E20")]
    [InlineData(1e-5, "1.0E-5")]
    [InlineData(0.001, "0.001")]
    [InlineData(12345678.9, "1.23456789E7")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(0.0, "0.0")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void ValueText_WhenDouble_IsJavas(double value, string expected) =>
        Assert.Equal(expected, Analysis.ValueText.Of(value, new DoubleType()));

    [Fact]
    public void ValueText_WhenTyped_IsSparksCastToString()
    {
        Assert.Equal("1.10", Analysis.ValueText.Of(1.1m, new DecimalType(10, 2)));
        Assert.Equal("0.0000000001", Analysis.ValueText.Of(SqlDecimal.Parse("0.0000000001"), new DecimalType(38, 10)));
        Assert.Equal("-1234567890123456789012345678.1234567891", Analysis.ValueText.Of(SqlDecimal.Parse("-1234567890123456789012345678.1234567891"), new DecimalType(38, 10)));
        Assert.Equal("2024-01-02 03:04:05.1", Analysis.ValueText.Of(new Timestamp(2024, 1, 2, 3, 4, 5, 100_000), new TimestampType()));
        Assert.Equal("2024-01-02 03:04:00", Analysis.ValueText.Of(new Timestamp(2024, 1, 2, 3, 4, 0, 0), new TimestampType()));
        Assert.Equal("INTERVAL '7 00:00:00' DAY TO SECOND", Analysis.ValueText.Of(TimeSpan.FromDays(7), new DayTimeIntervalType()));
        Assert.Equal("[1, NULL]", Analysis.ValueText.Of(new object?[] { 1, null }, new ArrayType(new IntegerType())));
        Assert.Equal("{a -> true}", Analysis.ValueText.Of(new Dictionary<string, bool> { ["a"] = true }, new MapType(new StringType(), new BooleanType())));
        var structure = DataTypeParser.ParseSchema("x INT, y DATE");
        Assert.Equal("{1, 2024-02-29}", Analysis.ValueText.Of(new Row([1, new Date(2024, 2, 29)], structure), structure));
    }

    [Fact]
    public void SchemaText_WhenNested_IsSparksTree() => Assert.Equal(
        """
        root
         |-- id: integer (nullable = false)
         |-- amount: decimal(18,2) (nullable = true)
         |-- items: array (nullable = true)
         |    |-- element: struct (containsNull = true)
         |    |    |-- sku: string (nullable = true)
         |-- tags: map (nullable = true)
         |    |-- key: string
         |    |-- value: long (valueContainsNull = true)

        """.ReplaceLineEndings("\n"),
        SchemaText.Of(DataTypeParser.ParseSchema("id INT NOT NULL, amount DECIMAL(18,2), items ARRAY<STRUCT<sku: STRING>>, tags MAP<STRING, BIGINT>"), int.MaxValue));

    [Fact]
    public void PlanText_WhenChain_ShowsATree() => Assert.Equal(
        "Sort [n DESC NULLS LAST]\n+- Aggregate GroupBy [k] [k, count(1) AS n]\n   +- Filter (v > 1)\n      +- LocalRelation [k: string, v: int]",
        PlanText.Of(Frames.Of("k STRING, v INT").Filter(Col("v") > 1).GroupBy("k").Agg(Count("*").As("n")).OrderBy(Col("n").Desc()).Plan));

    private static List<Row> Rows(StructType schema, params object?[][] rows) => [.. rows.Select(values => new Row(values, schema))];
}
