using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Relations;

/// <summary>How plans run: computed once where they are kept, ended from outside, failed with the kind of error that says what to do.</summary>
public abstract class RunBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Fact]
    public void Cache_OfRandomRows_ComputesThemOnce()
    {
        var random = Spark.Range(100).Select(Col("id"), Rand().As("value")).Cache();
        var values = random.OrderBy("id");

        Assert.Equal(values.Collect().Select(row => row[1]), values.Collect().Select(row => row[1]));
        random.Unpersist();
    }

    [Fact]
    public void Division_ByZero_IsBadInput()
    {
        var failure = Assert.Throws<QueryExecutionException>(() => Spark.Range(1).Select(Lit(1) / Col("id")).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
    }

    [Fact]
    public void Cast_OfBadText_FailsAndNamesTheText()
    {
        var failure = Assert.Throws<QueryExecutionException>(() => Spark.Range(1).Select(Concat(Lit("12."), Col("id").Cast("string")).Cast("int")).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Contains("'12.0'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InterruptAll_WhileRowsCome_EndsThemAsCancelled()
    {
        using var rows = Spark.Range(100_000_000).ToLocalIterator().GetEnumerator();
        Assert.True(rows.MoveNext());

        Spark.InterruptAll();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });
    }
}
