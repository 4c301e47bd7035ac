using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>What this engine commits to restore a table, and when it refuses to.</summary>
public sealed class RestoreTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["table"];

    private DeltaTable Table => DeltaTable.ForPath(engine.Spark, Path);

    private IEnumerable<string> DataFiles => Directory.GetFiles(Path, "*.parquet", SearchOption.AllDirectories);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RestoreToVersion_AfterAnotherSchema_BringsBackRowsAndSchema()
    {
        Append(engine.Spark.Range(3));
        Append(engine.Spark.Range(3, 5));
        Table.Delete(Col("id") == 1);
        Overwrite(engine.Spark.Range(1).Select(Lit("x").As("name")));

        var restored = Table.RestoreToVersion(0);
        var appended = Append(engine.Spark.Range(7, 8));

        Assert.Equal((4L, 5L), (restored.Version, appended.Version));
        Assert.Equal("struct<id:bigint>", Table.ToDF().Schema().SimpleString);
        Assert.Equal([0L, 1L, 2L, 7L], Ids());
        Assert.Equal(["WRITE", "RESTORE", "WRITE", "DELETE", "WRITE", "WRITE"], Table.History().Collect().Select(commit => commit.GetAs<string>("operation")));
    }

    [Fact]
    public void RestoreToVersion_WithFilesOfBothVersions_MovesThoseThatDiffer()
    {
        Append(engine.Spark.Range(3));
        var kept = DataFiles.Single();
        Append(engine.Spark.Range(100, 110));
        var restored = DataFiles.Single(file => file != kept);
        Table.Delete(Col("id") == 105);
        var removed = DataFiles.Single(file => file != kept && file != restored);

        var result = Table.Option("userMetadata", "undo").RestoreToVersion(1);

        Assert.Equal([0L, 1L, 2L, .. Enumerable.Range(100, 10).Select(id => (long)id)], Ids());
        Assert.Equal((1L, Bytes(restored)), (result.Count("numRestoredFiles"), result.Count("restoredFilesSize")));
        Assert.Equal((1L, Bytes(removed)), (result.Count("numRemovedFiles"), result.Count("removedFilesSize")));
        Assert.Equal((2L, Bytes(kept) + Bytes(restored)), (result.Count("numOfFilesAfterRestore"), result.Count("tableSizeAfterRestore")));
        Assert.All(
            ["\"operation\":\"RESTORE\"", "\"operationParameters\":{\"version\":\"1\"}", "\"userMetadata\":\"undo\"", "\"numRestoredFiles\":\"1\""],
            text => Assert.Contains(text, Commit(3), StringComparison.Ordinal));
    }

    [Fact]
    public void RestoreToVersion_ToFilesOfAnOptimize_IsAChangeOfData()
    {
        Append(engine.Spark.Range(2));
        Append(engine.Spark.Range(2, 4));
        Table.Optimize().ExecuteCompaction();
        Table.Delete();

        Table.RestoreToVersion(2);

        Assert.Equal([0L, 1L, 2L, 3L], Ids());
        Assert.Contains("\"dataChange\":false", Commit(2), StringComparison.Ordinal);
        Assert.DoesNotContain("\"dataChange\":false", Commit(4), StringComparison.Ordinal);
    }

    [Fact]
    public void RestoreToVersion_WithOtherPartitions_BringsThemBack()
    {
        engine.Spark.Range(4).WithColumn("half", Col("id") % 2).Write().Format("delta").PartitionBy("half").Save(Path);
        Overwrite(engine.Spark.Range(9).WithColumn("half", Col("id")));

        Table.RestoreToVersion(0);
        Append(engine.Spark.Range(4, 5).WithColumn("half", Lit(1L)));

        Assert.Equal([[0L, 0L], [1L, 1L], [2L, 0L], [3L, 1L], [4L, 1L]], Table.ToDF().OrderBy("id").Collect().Select(row => row.Values));
        Assert.Contains("\"half\":\"1\"", Commit(3), StringComparison.Ordinal);
    }

    [Fact]
    public void RestoreToVersion_WhereNothingDiffers_CommitsNothing()
    {
        Append(engine.Spark.Range(3));
        Table.Delete();
        Table.RestoreToVersion(0);

        Assert.Null(Table.RestoreToVersion(2).Version);
        Assert.Null(Table.RestoreToVersion(0).Version);
        Assert.Equal(3, Table.History().Count());
    }

    [Fact]
    public void RestoreToVersion_WithTransactionAgain_CommitsNothing()
    {
        Append(engine.Spark.Range(3));
        Append(engine.Spark.Range(3, 5));
        CommandResult Restore(long version) => Table.Option("txnAppId", "undo").Option("txnVersion", "1").RestoreToVersion(version);

        Assert.Equal(2L, Restore(0).Version);
        Assert.Null(Restore(1).Version);
        Assert.Equal([0L, 1L, 2L], Ids());
    }

    [Fact]
    public void RestoreToVersion_OfAMissingVersion_IsNotFound()
    {
        Append(engine.Spark.Range(3));

        var error = Assert.Throws<QueryExecutionException>(() => Table.RestoreToVersion(1));

        Assert.Equal(QueryErrorKind.NotFound, error.Kind);
        Assert.Contains("has no version 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RestoreToVersion_OfAVacuumedFile_NamesItAndChangesNothing()
    {
        Append(engine.Spark.Range(3));
        var file = System.IO.Path.GetFileName(DataFiles.Single());
        Overwrite(engine.Spark.Range(5, 6));
        engine.Advance(TimeSpan.FromDays(30));
        Table.Vacuum();

        var error = Assert.Throws<QueryExecutionException>(() => Table.RestoreToVersion(0));

        Assert.Equal(QueryErrorKind.BadInput, error.Kind);
        Assert.All([file, "to version 0"], text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
        Assert.Equal([5L], Ids());
        Assert.Equal(2, Table.History().Count());
    }

    private static long Bytes(string file) => new FileInfo(file).Length;

    private CommandResult Append(DataFrame rows) => rows.Write().Format("delta").Mode(SaveMode.Append).Save(Path);

    private void Overwrite(DataFrame rows) => rows.Write().Format("delta").Mode(SaveMode.Overwrite).Option("overwriteSchema", true).Save(Path);

    private string Commit(long version) => File.ReadAllText(_folder[$"table/_delta_log/{version:D20}.json"]);

    private IEnumerable<long> Ids() => Table.ToDF().OrderBy("id").Collect().Select(row => row.GetAs<long>(0));
}
