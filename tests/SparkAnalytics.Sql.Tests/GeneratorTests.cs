using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Tests;

public sealed class GeneratorTests
{
    private static readonly DataFrame s_frame = Frames.Of("id INT, a ARRAY<STRING>, m MAP<STRING, INT>, r ARRAY<STRUCT<x: INT, y: DATE>>, json STRING");

    [Theory]
    [InlineData(0, "[id: int, col: string]")]
    [InlineData(1, "[id: int, key: string, value: int]")]
    [InlineData(2, "[id: int, pos: int, col: string]")]
    [InlineData(3, "[id: int, p: int, word: string]")]
    [InlineData(4, "[id: int, x: int, y: date]")]
    [InlineData(5, "[id: int, c0: string, c1: string]")]
    [InlineData(6, "[id: int, word: string]")]
    [InlineData(7, "[id: int, pos: int, key: string, value: int]")]
    public void Select_WhenGenerator_GivesItsColumns(int which, string expected)
    {
        Column[] columns =
        [
            Explode(Col("a")), Explode(Col("m")), PosExplode(Col("a")), PosExplodeOuter(Col("a")).As(["p", "word"]), Call_UDF("inline", Col("r")),
            JsonTuple(Col("json"), "u", "v"), ExplodeOuter(Col("a")).As("word"), PosExplode(Col("m")),
        ];
        Assert.Equal(expected, s_frame.Select(Col("id"), columns[which]).ToString());
    }

    [Fact]
    public void Select_WhenGenerator_EnginesSeeExplodeOfArraysOnly()
    {
        var below = (Project)((Project)s_frame.Select(PosExplodeOuter(Col("a"))).Plan).Input;
        Assert.Equal("explode_outer", ((FunctionCall)below.Expressions[0].Value).Name);
    }

    [Fact]
    public void Select_WhenTwoGenerators_Fails() => Assert.Equal(
        "A select can hold one generator (explode) only; select the second one from the result of the first.",
        Frames.Error(() => s_frame.Select(Explode(Col("a")), Explode(Col("a")))));

    [Fact]
    public void Select_WhenGeneratorInsideAnExpression_Fails() =>
        Assert.Contains("makes several rows", Frames.Error(() => s_frame.Select(Upper(Explode(Col("a"))))), StringComparison.Ordinal);
}
