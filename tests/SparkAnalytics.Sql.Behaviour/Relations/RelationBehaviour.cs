using SparkAnalytics.Sql.Expressions;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Relations;

/// <summary>Each kind of relation, over rows that were handed in.</summary>
public abstract class RelationBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    private static readonly StructType s_schema = new(
    [
        new StructField("user", new StringType()),
        new StructField("time", new TimestampType()),
        new StructField("amount", new DecimalType(18, 2)),
        new StructField("count", new IntegerType()),
    ]);

    private DataFrame Events => Spark.CreateDataFrame(
    [
        new GenericRow(["ann", new Timestamp(2025, 3, 1, 10, 0, 0, 0), 10.50m, 1]),
        new GenericRow(["ann", new Timestamp(2025, 3, 1, 10, 30, 0, 0), 0.25m, 2]),
        new GenericRow(["bob", new Timestamp(2025, 3, 1, 9, 0, 0, 1), null, 3]),
        new GenericRow([null, new Timestamp(2025, 3, 2, 0, 0, 0, 0), 1m, null]),
    ], s_schema);

    [Fact]
    public void Collect_OfLocalRows_GivesTheirTypesAndValues()
    {
        var rows = Events.OrderBy("time");

        Assert.Equal("struct<user:string,time:timestamp,amount:decimal(18,2),count:int>", rows.Schema().SimpleString);
        Assert.Equal(
            [
                ["bob", new Timestamp(2025, 3, 1, 9, 0, 0, 1), null, 3],
                ["ann", new Timestamp(2025, 3, 1, 10, 0, 0, 0), 10.50m, 1],
                ["ann", new Timestamp(2025, 3, 1, 10, 30, 0, 0), 0.25m, 2],
                [null, new Timestamp(2025, 3, 2, 0, 0, 0, 0), 1m, null],
            ], rows.Collect().Select(row => row.Values));
    }

    [Fact]
    public void CreateDataFrame_OfManyRows_HoldsThemAll()
    {
        var rows = Spark.CreateDataFrame(
            Enumerable.Range(0, 5000).Select(number => new GenericRow([$"u{number}", Timestamp.FromUnixMicroseconds(number), number / 100m, number % 2 == 0 ? number : null])), s_schema);

        Assert.Equal(["u4321", Timestamp.FromUnixMicroseconds(4321), 43.21m, null], rows.Filter(Col("user") == "u4321").Collect().Single().Values);
        Assert.Equal([5000L, 2500L, 6247500L], rows.Agg(CountDistinct("user"), Count("count"), Sum("count")).Collect().Single().Values);
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
        Assert.Equal(
            [[null, 1m, 1m, null, 1L], ["ann", 10.75m, 5.375000m, 3L, 2L], ["bob", null, null, 3L, 1L]],
            totals.Collect().Select(row => row.Values));
    }

    [Theory]
    [InlineData("inner", "ann,1,Ann; ann,2,Ann")]
    [InlineData("left_outer", "-,-,-; ann,1,Ann; ann,2,Ann; bob,3,-")]
    [InlineData("right_outer", "-,-,Eve; ann,1,Ann; ann,2,Ann")]
    [InlineData("full_outer", "-,-,-; -,-,Eve; ann,1,Ann; ann,2,Ann; bob,3,-")]
    [InlineData("left_semi", "ann,1; ann,2")]
    [InlineData("left_anti", "-,-; bob,3")]
    public void Join_OfEachKind_GivesItsRows(string kind, string expected)
    {
        var names = Spark.CreateDataFrame(
            [new GenericRow(["ann", "Ann"]), new GenericRow(["eve", "Eve"])], new StructType([new StructField("id", new StringType()), new StructField("name", new StringType())]));

        var rows = Events.Join(names, Col("user") == Col("id"), kind).Drop("time", "amount", "id").Collect();

        Assert.Equal(expected, string.Join("; ", rows.Select(row => string.Join(',', row.Values.Select(value => value ?? "-"))).Order(StringComparer.Ordinal)));
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
        Assert.Equal(
            [[null, null], ["ann", 1], ["ann", 2], ["bob", 3]],
            left.UnionByName(right).Distinct().OrderBy("user", "count").Collect().Select(row => row.Values));
    }

    [Fact]
    public void Explode_OfAnArray_DropsEmptyOnes()
    {
        var items = Spark.Range(3).Select(Col("id"), When(Col("id") > 0, Call_UDF("sequence", Lit(1L), Col("id"))).As("items"));

        var exploded = items.Select(Col("id"), Explode(Col("items")).As("item")).OrderBy("id", "item");

        Assert.Equal([(1L, 1L), (2L, 1L), (2L, 2L)], exploded.Collect().Select(row => (row.GetAs<long>(0), row.GetAs<long>(1))));
    }

    [Fact]
    public void Table_OfAView_GivesTheRowsOfItsPlan()
    {
        Events.Filter(Col("count") > 1).CreateOrReplaceTempView("later_events");

        Assert.Equal(["ann", "bob"], Spark.Table("later_events").OrderBy("user").Collect().Select(row => row.GetAs<string>("user")));
    }
}
