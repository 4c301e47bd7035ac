using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests.SparkExpressions;

/// <summary>Every expression measured on Spark 4.0.4 gives the same text here.</summary>
public sealed class SparkExpressionTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly IReadOnlyDictionary<string, string?> s_expected = Read();

    private static readonly IReadOnlyDictionary<string, Column> s_columns =
        SparkCasts.All.Concat(SparkJson.All).Concat(SparkOthers.All).ToDictionary();

    public static TheoryData<string> Expressions => [.. s_expected.Keys];

    [Fact]
    public void Table_HasEveryMeasuredExpression() => Assert.Equal(s_expected.Keys.Order(StringComparer.Ordinal), s_columns.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Select_OfMeasuredExpression_GivesSparksText(string expression)
    {
        var found = (string?)engine.Spark.Range(1).Select(s_columns[expression].Cast("string")).Collect().Single()[0];

        if (SparkExceptions.Reasons.ContainsKey(expression))
        {
            Assert.NotEqual(s_expected[expression], found);
        }
        else
        {
            Assert.Equal(s_expected[expression], found);
        }
    }

    private static Dictionary<string, string?> Read() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "SparkExpressions", "spark-expressions.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .ToDictionary(
            parts => parts[0],
            parts => parts[1] == "NULL" ? null : parts[1].Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal));
}
