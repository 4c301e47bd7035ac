using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Statements;

/// <summary>Line breaks inside of names, literals and queries stay what they are, however deep the statement is nested.</summary>
public sealed class LiteralTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public void Lit_WithALineBreak_KeepsItAtAnyDepth()
    {
        var rows = engine.Spark.CreateDataFrame(["a\nb", "a\n  b"]).Filter(Col("_1") == "a\nb").WithColumn("n", Length(Lit("x\ny"))).WithColumn("found", RegexpExtract(Col("_1"), "(a\nb)", 1)).Limit(5);

        Assert.Equal([("a\nb", 3, "a\nb")], rows.Collect().Select(row => (row.GetAs<string>(0), row.GetAs<int>(1), row.GetAs<string>(2))));
    }

    [Fact]
    public void Column_WithALineBreakInItsName_IsFoundAtAnyDepth()
    {
        var rows = engine.Spark.CreateDataFrame([new GenericRow([1])], new StructType([new StructField("a\nb", new IntegerType())])).Filter(Col("`a\nb`") == 1).Limit(1).Filter(Col("`a\nb`") == 1);

        Assert.Equal(["a\nb"], rows.Columns());
        Assert.Equal([1], rows.Collect().Select(row => row.GetAs<int>(0)));
    }

    [Fact]
    public void Sql_WithLineBreaks_KeepsThemUnderOtherSteps()
    {
        var rows = engine.Spark.Sql("SELECT 'x\ny' AS t, $$x\ny$$ AS d -- the end").Filter(Length(Col("t")) == 3).Filter(Length(Col("d")) == 3).Limit(1);

        Assert.Equal([("x\ny", "x\ny")], rows.Collect().Select(row => (row.GetAs<string>(0), row.GetAs<string>(1))));
    }

    [Fact]
    public void Layout_IndentsBlocksAndNothingInsideOfLiterals() => Assert.Equal(
        "SELECT *\nFROM (\n  SELECT 'a\n(\n' AS \"b\n\", f(1)\n  FROM (\n    VALUES (1) /* x\n*/\n  )\n)\nWHERE x",
        SqlLayout.Indented("SELECT *\nFROM (\nSELECT 'a\n(\n' AS \"b\n\", f(1)\nFROM (\nVALUES (1) /* x\n*/\n)\n)\nWHERE x"));
}
