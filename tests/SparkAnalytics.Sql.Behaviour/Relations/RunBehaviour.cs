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

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, ",2025-01-31,0|1")]
    public void Persist_OnDisk_KeepsEveryValueAsItWas(bool hasMore, string more)
    {
        Column[] columns = hasMore ? [ToDate(Lit("2025-01-31")), Array(Lit(0), Lit(1))] : [];
        var rows = Spark.Range(3).Select(
        [
            Col("id"),
            Rand().As("random"),
            When(Col("id") == 1, "").When(Col("id") == 2, "é\u0000\n").As("text"),
            When(Col("id") == 0, double.NaN).When(Col("id") == 1, -0.0).As("double"),
            When(Col("id") == 1, Col("id").Cast("string").Cast("binary")).As("bytes"),
            Col("id").Cast("byte").As("byte"),
            (Col("id") == 1).As("flag"),
            .. columns,
        ]);
        var level = rows.StorageLevel();
        var sorted = rows.Persist(StorageLevel.DISK_ONLY).Persist(StorageLevel.MEMORY_ONLY).OrderBy("id");
        var kept = sorted.Collect().ToList();

        Assert.Equal((StorageLevel.NONE, StorageLevel.DISK_ONLY), (level, rows.StorageLevel()));
        Assert.Equal(kept.Select(Shown), sorted.Collect().Select(Shown));
        Assert.Equal([$"0,,NaN,,0,False{more}", $"1,,-0,49,1,True{more}", $"2,é\u0000\n,,,2,False{more}"], kept.Select(row => string.Join(',', Values(row).Where((_, index) => index != 1))));
        rows.Unpersist();
        Assert.Equal(StorageLevel.NONE, rows.StorageLevel());

        static string Shown(Row row) => string.Join(',', Values(row));
        static IEnumerable<string> Values(Row row) => row.Values.Select(value => value switch
        {
            byte[] bytes => string.Join('|', bytes),
            System.Collections.IEnumerable list and not string => string.Join('|', list.Cast<object>()),
            _ => FormattableString.Invariant($"{value}"),
        });
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
