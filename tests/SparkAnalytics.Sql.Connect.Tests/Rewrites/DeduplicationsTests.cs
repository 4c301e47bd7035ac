using SparkAnalytics.Sql.Connect.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Rewrites;

/// <summary>The first row of a key is one value for Spark, whatever columns it has, and comes back whole.</summary>
public sealed class DeduplicationsTests(SparkFixture engine) : IClassFixture<SparkFixture>
{
    [Fact]
    public void FirstRows_AreTakenByOneAggregate_AndAreRowsThatThereWere()
    {
        var rows = engine.Spark.Range(100).Select(
            Col("id").Cast("string").As("text"), (Col("id") % 7).As("key"), When(Col("id") % 2 == 0, Col("id")).As("even"), (Col("id") * 2).As("double"));

        var first = rows.DropDuplicates("key");

        Assert.Equal(["text", "key", "even", "double"], first.Columns());
        Assert.Equal(1, SparkPlans.CountOf(first, "partial_first("));
        var found = first.OrderBy("key").Collect().ToList();
        Assert.Equal([0L, 1L, 2L, 3L, 4L, 5L, 6L], found.Select(row => row.GetAs<long>("key")));
        Assert.All(found, row =>
        {
            var id = row.GetAs<long>("double") / 2;
            Assert.Equal((id % 7, $"{id}", id % 2 == 0 ? id : null), (row.GetAs<long>("key"), row.GetAs<string>("text"), row.GetAs<long?>("even")));
        });
    }
}
