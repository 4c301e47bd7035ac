namespace SparkAnalytics.Sql.Behaviour.SparkExpressions;

/// <summary>Every expression measured on Spark 4.0.4 gives the same text here.</summary>
public abstract class SparkExpressionBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    public static TheoryData<string> Expressions => [.. MeasuredExpressions.Texts.Keys];

    [Fact]
    public void Columns_AreThereForEveryMeasuredExpression() =>
        Assert.Equal(MeasuredExpressions.Texts.Keys.Order(StringComparer.Ordinal), MeasuredExpressions.Columns.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Select_OfMeasuredExpression_GivesSparksText(string expression)
    {
        if (Engine.Gaps.ContainsKey(expression))
        {
            Assert.NotNull(Record.Exception(() => AssertText(expression)));
        }
        else
        {
            AssertText(expression);
        }
    }

    private void AssertText(string expression) =>
        Assert.Equal(MeasuredExpressions.Texts[expression], (string?)Spark.Range(1).Select(MeasuredExpressions.Columns[expression].Cast("string")).Collect().Single()[0]);
}
