using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Expressions;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Files that the embedded engine puts together of another table's bytes and new columns, read and written anew by Spark; and tables of Spark's, whose files it does not copy.</summary>
public sealed class AddedColumnsTests(BothEngines engines) : IClassFixture<BothEngines>
{
    [Theory]
    [InlineData(1)]
    [InlineData(260_000)]
    public void Spark_ReadsColumnsThatWereAdded(int rows)
    {
        using var source = engines.NewTable();
        using var table = engines.NewTable();
        Events(source.Embedded, rows).Write().Format("delta").Save(source.Path);

        Numbered(source.Ours).Write().Format("delta").Save(table.Path);

        AssertSame(table, Numbered(source.Sparks));
        table.Sql("OPTIMIZE TABLE", "UPDATE TABLE SET name = 'new' WHERE seq = 1");
        Assert.Equal(Sums(table.Ours), Sums(table.Sparks));
        Assert.Equal(0, table.Ours.Filter((Col("seq") == 1) & (Col("name") != "new")).Count());
    }

    [Fact]
    public void ColumnsAddedToATableOfSparks_AreTheSame()
    {
        using var source = engines.NewTable();
        using var table = engines.NewTable();
        Events(source.Spark, 3_000).Write().Format("delta").Save(source.Path);

        Numbered(source.Ours).Write().Format("delta").Save(table.Path);

        AssertSame(table, Numbered(source.Sparks));
    }

    private static void AssertSame(SharedTable table, DataFrame expected)
    {
        var sums = Sums(expected);
        Assert.Equal(sums, Sums(table.Sparks));
        Assert.Equal(sums, Sums(table.Ours));
        Assert.Equal(Sums(expected.Filter(Col("seq") > 4)), Sums(table.Sparks.Filter(Col("seq") > 4)));
    }

    private static DataFrame Events(SparkSession spark, int rows) => spark.Range(rows).Select(
        When(Col("id") % 11 != 0, (Col("id") % 70).Cast("string")).As("user_id"),
        Col("id").As("event_id"),
        When(Col("id") % 5 != 0, Md5(Col("id").Cast("string"))).As("name"),
        (Col("id") % 3).Cast("int").As("kind"));

    private static DataFrame Numbered(DataFrame events) => events
        .WithColumn("seq", When(Col("user_id").IsNotNull(), RowNumber().Over(Window.PartitionBy("user_id", "kind").OrderBy(Col("event_id").Desc()))))
        .WithColumn("seq_id", Concat(Col("user_id"), Lit("-"), Col("seq").Cast("string")));

    /// <summary>What tells tables of many rows apart: hashes of all values, which both engines compute alike.</summary>
    private static IReadOnlyList<string> Sums(DataFrame rows) => RowTexts.Of(rows.Select(
        Col("kind"),
        XXHash64(Col("user_id"), Col("event_id"), Col("name"), Col("seq"), Col("seq_id")).As("hash"),
        Col("seq_id")).GroupBy("kind").Agg(Count(Lit(1)).As("count"), Sum(Col("hash") % 1_000_000L).As("sum"), Count("seq_id").As("with_id"), Max("seq_id").As("greatest")));
}
