using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Relations;

public sealed class RelationTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly StructType s_schema = new(
    [
        new StructField("user", new StringType()),
        new StructField("time", new TimestampType()),
        new StructField("amount", new DecimalType(18, 2)),
        new StructField("count", new IntegerType()),
    ]);

    private DataFrame Events => engine.Spark.CreateDataFrame(
    [
        new GenericRow(["ann", new Timestamp(2025, 3, 1, 10, 0, 0, 0), 10.50m, 1]),
        new GenericRow(["ann", new Timestamp(2025, 3, 1, 10, 30, 0, 0), 0.25m, 2]),
        new GenericRow(["bob", new Timestamp(2025, 3, 1, 9, 0, 0, 1), null, 3]),
        new GenericRow([null, new Timestamp(2025, 3, 2, 0, 0, 0, 0), 1m, null]),
    ], s_schema);

    [Fact]
    public void Collect_OfLocalRows_GivesTheirValues()
    {
        var rows = Events.Collect().ToList();

        Assert.Equal(["ann", new Timestamp(2025, 3, 1, 10, 0, 0, 0), 10.50m, 1], rows[0].Values);
        Assert.Equal([null, new Timestamp(2025, 3, 2, 0, 0, 0, 0), 1m, null], rows[3].Values);
    }

    [Fact]
    public void CreateDataFrame_OfManyRows_StreamsThemThroughATable()
    {
        var rows = Enumerable.Range(0, 5000).Select(number => new GenericRow([$"u{number}", Timestamp.FromUnixMicroseconds(number), number / 100m, number % 2 == 0 ? number : null]));

        var found = engine.Spark.CreateDataFrame(rows, s_schema).Filter(Col("user") == "u4321").Collect().Single();

        Assert.Equal(["u4321", Timestamp.FromUnixMicroseconds(4321), 43.21m, null], found.Values);
    }

    [Fact]
    public void OrderBy_WithNulls_PutsThemWhereSparkDoes()
    {
        Assert.Equal([null, "ann", "ann", "bob"], Events.OrderBy(Col("user").Asc()).Collect().Select(row => row[0]));
        Assert.Equal(["bob", "ann", "ann", null], Events.OrderBy(Col("user").Desc()).Collect().Select(row => row[0]));
    }

    [Fact]
    public void GroupBy_GivesSparksTypes()
    {
        var totals = Events.GroupBy("user").Agg(Sum("amount").As("total"), Avg("amount").As("mean"), Sum("count").As("counts"), Count(Lit(1)).As("rows")).OrderBy("user");

        Assert.Equal("struct<user:string,total:decimal(28,2),mean:decimal(22,6),counts:bigint,rows:bigint>", totals.Schema().SimpleString);
        Assert.Equal(["ann", 10.75m, 5.375000m, 3L, 2L], totals.Collect().ElementAt(1).Values);
        Assert.Equal(["bob", null, null, 3L, 1L], totals.Collect().ElementAt(2).Values);
    }

    [Theory]
    [InlineData("inner", 2)]
    [InlineData("left_outer", 4)]
    [InlineData("right_outer", 3)]
    [InlineData("full_outer", 5)]
    [InlineData("left_semi", 2)]
    [InlineData("left_anti", 2)]
    public void Join_OfEachKind_GivesItsRows(string kind, long rows)
    {
        var names = engine.Spark.CreateDataFrame([new GenericRow(["ann", "Ann"]), new GenericRow(["eve", "Eve"])], new StructType([new StructField("id", new StringType()), new StructField("name", new StringType())]));

        Assert.Equal(rows, Events.Join(names, Col("user") == Col("id"), kind).Count());
    }

    [Fact]
    public void Window_OfLagAndRunningSum_FollowsTheOrder()
    {
        var inOrder = Window.PartitionBy("user").OrderBy("time");
        var previous = Lag(Col("time"), 1).Over(inOrder);
        var starts = previous.IsNull() | (Col("time") >= previous + Extras.Interval(TimeSpan.FromMinutes(30)));

        var rows = Events.Filter(Col("user").IsNotNull())
            .Select(Col("user"), Sum(When(starts, 1).Otherwise(0)).Over(inOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)).Cast("int").As("session"))
            .OrderBy("user", "session").Collect();

        Assert.Equal([("ann", 1), ("ann", 2), ("bob", 1)], rows.Select(row => (row.GetAs<string>(0), row.GetAs<int>(1))));
    }

    [Fact]
    public void UnionByName_AndExcept_GoByTheirColumns()
    {
        var left = Events.Select("user", "count");
        var right = Events.Select("count", "user");

        Assert.Equal(8, left.UnionByName(right).Count());
        Assert.Equal(0, left.Except(left.UnionByName(right)).Count());
        Assert.Equal(4, left.UnionByName(right).Distinct().Count());
    }

    [Fact]
    public void Cache_OfRandomRows_ComputesThemOnce()
    {
        var random = engine.Spark.Range(100).Select(Rand().As("value")).Cache();

        Assert.Equal(random.Collect().Select(row => row[0]), random.Collect().Select(row => row[0]));
        random.Unpersist();
    }

    [Fact]
    public void Sql_OverAView_RunsInDuckDbsDialect()
    {
        Events.CreateOrReplaceTempView("events");

        Assert.Equal([("ann", 2L), ("bob", 1L)], engine.Spark.Sql("SELECT \"user\", count(*) FROM events WHERE \"user\" IS NOT NULL GROUP BY ALL ORDER BY ALL").Collect().Select(row => (row.GetAs<string>(0), row.GetAs<long>(1))));
    }

    [Fact]
    public void Explode_OfAnArray_DropsEmptyOnes()
    {
        var items = engine.Spark.Range(3).Select(Col("id"), When(Col("id") > 0, Call_UDF("sequence", Lit(1L), Col("id"))).As("items"));

        Assert.Equal([(1L, 1L), (2L, 1L), (2L, 2L)], items.Select(Col("id"), Explode(Col("items")).As("item")).Collect().Select(row => (row.GetAs<long>(0), row.GetAs<long>(1))));
    }

    [Fact]
    public void Division_ByZero_FailsAndNamesTheWayOut()
    {
        var failure = Assert.Throws<QueryExecutionException>(() => engine.Spark.Range(1).Select(Lit(1) / Col("id")).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Equal("Division by zero; use TryDivide to get NULL instead.", failure.Message);
    }

    [Fact]
    public void Cast_OfBadText_FailsAndNamesTheText()
    {
        var failure = Assert.Throws<QueryExecutionException>(() => engine.Spark.Range(1).Select(Concat(Lit("12."), Col("id").Cast("string")).Cast("int")).Collect().ToList());

        Assert.Equal("The value '12.0' cannot be converted to INT; use TryCast or the try_ function to get NULL instead.", failure.Message);
    }

    [Fact]
    public void Interrupt_WhileRowsCome_EndsThemAsCancelled()
    {
        using var rows = engine.Spark.Range(100_000_000).ToLocalIterator().GetEnumerator();
        Assert.True(rows.MoveNext());

        engine.Engine.Interrupt();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });
    }
}
