using SparkAnalytics.Sql.Delta;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Tables with features that both engines write.</summary>
public sealed class WritableFeatureTests(BothEngines engines) : IClassFixture<BothEngines>
{
    [Fact]
    public void Append_OfTimesWithoutZone_IsReadBySpark()
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, t TIMESTAMP_NTZ, l ARRAY<TIMESTAMP_NTZ>) USING delta",
            "INSERT INTO TABLE VALUES (1, TIMESTAMP_NTZ'0001-01-01 00:00:00.000001', array(TIMESTAMP_NTZ'9999-12-31 23:59:59.999999', NULL)), (2, NULL, NULL)");
        var rows = RowTexts.Of(table.Sparks).ToArray();

        table.Ours.WithColumn("id", Col("id") + 10).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);

        table.AssertSame(rows[0], "11" + rows[0][1..], "12" + rows[1][1..], rows[1]);
        Assert.Equal(2, table.Sparks.Filter(Col("t") < Lit("0001-01-01 00:00:01").Cast("timestamp_ntz")).Count());
    }

    [Fact]
    public void Save_OfTimesWithoutZone_MakesATableForSpark()
    {
        using var table = engines.NewTable();

        table.Embedded.Range(2).Select(Col("id"), Lit("2024-05-06 07:08:09.5").Cast("timestamp_ntz").As("t")).Write().Format("delta").PartitionBy("t").Save(table.Path);

        table.AssertSame("0 | 2024-05-06 07:08:09.500000Z", "1 | 2024-05-06 07:08:09.500000Z");
        Assert.Equal(3, DeltaTable.ForPath(table.Spark, table.Path).Detail().Collect().Single().GetAs<int>("minReaderVersion"));
        table.Sql("INSERT INTO TABLE VALUES (2, NULL)");
        table.AssertSame("0 | 2024-05-06 07:08:09.500000Z", "1 | 2024-05-06 07:08:09.500000Z", "2 | null");
    }

    [Fact]
    public void Append_ToATableWithV2Checkpoints_MakesThem()
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id BIGINT) USING delta TBLPROPERTIES ('delta.checkpointPolicy' = 'v2', 'delta.checkpointInterval' = '3')",
            "INSERT INTO TABLE VALUES (1)");
        table.Embedded.Range(2, 4).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Delete(Col("id") == 2);
        table.Embedded.Range(9, 10).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);

        var checkpoint = Assert.Single(Directory.GetFiles(table.LogPath, "*.checkpoint.*.parquet"));
        Assert.StartsWith("00000000000000000003.checkpoint.", Path.GetFileName(checkpoint), StringComparison.Ordinal);
        foreach (var version in Enumerable.Range(0, 3))
        {
            File.Delete($"{table.LogPath}/{version:D20}.json");
        }

        table.Sql("INSERT INTO TABLE VALUES (10)").AssertSame("1", "10", "3", "9");
    }
}
