using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Statements;

/// <summary>Macros that are made when a statement first names them.</summary>
public sealed class NamedMacrosTests
{
    /// <summary>The macro for a cast to timestamp names another, which no statement does.</summary>
    [Fact]
    public void Collect_WithAMacroThatNamesAnother_MakesBoth()
    {
        using var spark = SparkSession.Create(new EmbeddedEngine());

        var row = spark.Range(1).Select(Lit("2026-02-01 03:04:05 Europe/Berlin").Cast("timestamp").Cast("string")).Collect().Single();

        Assert.Equal("2026-02-01 02:04:05", row.GetAs<string>(0));
    }

    [Fact]
    public void Collect_OfManyThreadsAtOnce_MakesEachMacroOnce()
    {
        for (var round = 0; round < 5; round++)
        {
            using var spark = SparkSession.Create(new EmbeddedEngine());
            var results = new string[16];

            Parallel.For(0, results.Length, index => results[index] = spark.Range(7, 8)
                .Select(Col("id").Cast("string").As("text"))
                .Select(Concat(Col("text").Cast("double").Cast("string"), Lit("|"), Upper(Concat(Col("text"), Lit("ß")))).As("all"))
                .Filter(Col("all") != "7")
                .Select(Substring(Col("all"), 1, 3 + (index % 2)))
                .Collect().Single().GetAs<string>(0));

            Assert.All(results.Index(), result => Assert.Equal(result.Index % 2 == 0 ? "7.0" : "7.0|", result.Item));
        }
    }
}
