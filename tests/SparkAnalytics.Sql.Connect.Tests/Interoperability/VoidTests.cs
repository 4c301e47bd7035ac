using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Columns of type void stand in the schema of the log and nowhere else: as on Spark, readers do not see them and files do not hold them.</summary>
public sealed class VoidTests(BothEngines engines) : IClassFixture<BothEngines>
{
    [Fact]
    public void Append_ToSparksTable_LeavesTheColumnsOut()
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, v VOID, s STRUCT<a: VOID, b: INT>) USING delta",
            "INSERT INTO TABLE VALUES (1, NULL, named_struct('a', NULL, 'b', 1)), (2, NULL, NULL)").AssertSame("1 | {b: 1}", "2 | null");

        Rows(table, 3).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        Rows(table, 4).Drop("v").Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.AssertSame("1 | {b: 1}", "2 | null", "3 | {b: 3}", "4 | {b: 4}");

        table.Table.Update(Col("id") == 1, new Dictionary<string, Column> { ["id"] = Lit(7) });
        table.Table.Delete(Col("id") == 2);
        table.Table.Optimize().ExecuteCompaction();
        table.Sql("INSERT INTO TABLE VALUES (5, NULL, NULL)").AssertSame("3 | {b: 3}", "4 | {b: 4}", "5 | null", "7 | {b: 1}");

        Rows(table, 9).Write().Format("delta").Mode(SaveMode.Overwrite).Save(table.Path);
        table.AssertSame("9 | {b: 9}");
        Assert.Contains("takes no values of type int", Refusal(() => table.Embedded.Range(1).Select(Lit(1).As("id"), Lit(2).As("v")).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_OfANewTable_NotesTheColumnsAsSparkDoes()
    {
        using var table = engines.NewTable();
        Rows(table, 1).Write().Format("delta").Save(table.Path);

        table.AssertSame("1 | {b: 1}");
        Assert.Contains("""{\"name\":\"v\",\"type\":\"void\",\"nullable\":true,\"metadata\":{}}""", File.ReadAllText(Path.Combine(table.LogPath, "00000000000000000000.json")), StringComparison.Ordinal);
        table.Sql("INSERT INTO TABLE VALUES (2, NULL, NULL)").AssertSame("1 | {b: 1}", "2 | null");
    }

    [Fact]
    public void Save_OfNothingElse_IsRefused()
    {
        using var table = engines.NewTable();
        var rows = table.Embedded.Range(1).Select(Lit(null).As("v"), Col("id"));

        Assert.Contains("all columns have the type void", Refusal(() => rows.Select("v").Write().Format("delta").Save(table.Path)), StringComparison.Ordinal);
        Assert.Contains("partitioned by 'v'", Refusal(() => rows.Write().Format("delta").PartitionBy("v").Save(table.Path)), StringComparison.Ordinal);
        Assert.Contains("array<void>", Refusal(() => rows.Select(Array(Col("v")).As("l")).Write().Format("delta").Save(table.Path)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(table.LogPath));
    }

    private static DataFrame Rows(SharedTable table, int id) =>
        table.Embedded.Range(1).Select(Lit(id).As("id"), Lit(null).As("v"), Struct(Lit(null).As("a"), Lit(id).As("b")).As("s"));

    private static string Refusal(Action write) => Assert.Throws<AnalysisException>(write).Message;
}
