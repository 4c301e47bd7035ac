using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Delta;

/// <summary>Delta tables: changing rows, and upkeep that changes none.</summary>
public abstract class DeltaChangeBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    private string Path => Folder["table"];

    private DeltaTable Table => DeltaTable.ForPath(Spark, Path);

    [Fact]
    public void DeleteAndUpdate_RewriteOnlyFilesWithSuchRows()
    {
        Append(Spark.Range(10));
        Append(Spark.Range(100, 110));

        var deleted = Table.Delete(Col("id") < 5);
        var updated = Table.Update(Col("id") == 105, new Dictionary<string, Column> { ["id"] = Lit(-1L) });

        Assert.Equal((2L, 5L, 1L, 1L), (deleted.Version, deleted.Metrics["numDeletedRows"], deleted.Metrics["numRemovedFiles"], deleted.Metrics["numAddedFiles"]));
        Assert.Equal((3L, 1L, 1L), (updated.Version, updated.Metrics["numUpdatedRows"], updated.Metrics["numRemovedFiles"]));
        Assert.Equal([-1L, 5L, 6L, 7L, 8L, 9L, 100L, 101L, 102L, 103L, 104L, 106L, 107L, 108L, 109L], Ids());
    }

    [Fact]
    public void Delete_WithConditionThatIsNull_KeepsTheRow()
    {
        Append(Pairs((1, "a"), (2, null), (3, "b")));

        Table.Delete(Col("value") == "a");

        Assert.Equal([[2L, null], [3L, "b"]], Table.ToDF().OrderBy("id").Collect().Select(row => row.Values));
    }

    [Fact]
    public void Merge_InsertsUpdatesAndDeletes()
    {
        Append(Pairs((1, "a"), (2, "b"), (3, "c"), (4, "d")));

        var result = Table.As("target").Merge(Pairs((2, "B"), (3, null), (5, "E")).As("source"), Col("target.id") == Col("source.id"))
            .WhenMatched(Col("source.value").IsNull()).Delete()
            .WhenMatched().UpdateAll()
            .WhenNotMatched().InsertAll()
            .WhenNotMatchedBySource(Col("target.id") == 4).Delete()
            .Execute();

        Assert.Equal([[1L, "a"], [2L, "B"], [5L, "E"]], Table.ToDF().OrderBy("id").Collect().Select(row => row.Values));
        Assert.Equal((1L, 1L, 2L), (result.Metrics["numTargetRowsInserted"], result.Metrics["numTargetRowsUpdated"], result.Metrics["numTargetRowsDeleted"]));
    }

    [Fact]
    public void Merge_WithSourceThatMatchesTwice_IsBadInput()
    {
        Append(Pairs((1, "a")));
        var merge = Table.As("target").Merge(Pairs((1, "x"), (1, "y")).As("source"), Col("target.id") == Col("source.id")).WhenMatched().UpdateAll();

        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => merge.Execute()).Kind);
        Assert.Equal([[1L, "a"]], Table.ToDF().Collect().Select(row => row.Values));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Merge_WithConditionOnTheSourceAlone_InsertsWhatDoesNotMeetIt(bool isCached)
    {
        Append(Pairs((1, "a"), (2, "b")));
        var source = Pairs((1, "new"), (2, "B"), (3, null), (4, "new"));
        source = isCached ? source.Cache() : source;

        var result = Table.As("target").Merge(source.Select("id", "value").As("source"), (Col("target.id") == Col("source.id")) & (Col("source.value") != "new"))
            .WhenMatched(Col("source.value") == "never").Delete()
            .WhenNotMatched(Col("source.id") != 4).InsertAll()
            .Execute();

        // 2 matches, so it is not inserted, although no clause applies to it; of 3 the condition is NULL, so it does not match.
        Assert.Equal([[1L, "a"], [1L, "new"], [2L, "b"], [3L, null]], Table.ToDF().OrderBy("id", "value").Collect().Select(row => row.Values));
        Assert.Equal(2L, result.Metrics["numTargetRowsInserted"]);
        source.Unpersist();
    }

    [Fact]
    public void Optimize_OfSmallFiles_LeavesTheRowsInOneFile()
    {
        AppendFiveTimes();

        var optimized = Table.Optimize().ExecuteCompaction();

        Assert.Equal((5L, 1L), (optimized.Metrics["numRemovedFiles"], optimized.Metrics["numAddedFiles"]));
        Assert.Equal(Enumerable.Range(0, 50).Select(id => (long)id), Ids());
        Assert.Equal(1, Table.ToDF().Select(InputFileName().As("file")).Distinct().Count());
    }

    [Fact]
    public void Optimize_WithMinFileSize_LeavesFilesOfThatSize()
    {
        AppendFiveTimes();

        Table.Optimize().Option("minFileSize", "1").ExecuteCompaction();

        Assert.Equal(5, Table.ToDF().Select(InputFileName().As("file")).Distinct().Count());
    }

    [Fact]
    public void Vacuum_AfterTheRetention_DeletesWhatNoVersionNeeds()
    {
        AppendFiveTimes();
        Table.Optimize().ExecuteCompaction();
        Assert.Equal(0, Vacuum(dryRun: true).Count());

        Engine.Advance(TimeSpan.FromDays(30));

        Assert.Equal(5, Vacuum(dryRun: true).Count());
        Assert.Equal(5, Vacuum(dryRun: false).Count());
        Assert.Equal(0, Vacuum(dryRun: true).Count());
        Assert.Equal(Enumerable.Range(0, 50).Select(id => (long)id), Ids());
    }

    [Fact]
    public void RestoreToVersion_AfterADelete_BringsTheRowsBack()
    {
        Append(Spark.Range(3));
        Table.Delete(Col("id") == 1);

        var restored = Table.Option("userMetadata", "undo").RestoreToVersion(0);

        Assert.Equal((2L, 1L, 1L), (restored.Version, restored.Metrics["numRestoredFiles"], restored.Metrics["numRemovedFiles"]));
        Assert.Equal([0L, 1L, 2L], Ids());
        Assert.Equal(("RESTORE", 2L), (Table.CommitMarked("undo")!.GetAs<string>("operation"), Table.CommitMarked("undo")!.GetAs<long>("version")));
    }

    [Fact]
    public void Detail_AfterTwoAppends_CountsTheirFiles()
    {
        Append(Spark.Range(3));
        Append(Spark.Range(3, 5));

        var detail = Table.Detail().Collect().Single();

        Assert.Equal(("delta", 2L, 1, 2), (detail.GetAs<string>("format"), detail.GetAs<long>("numFiles"), detail.GetAs<int>("minReaderVersion"), detail.GetAs<int>("minWriterVersion")));
        Assert.True(detail.GetAs<long>("sizeInBytes") > 0);
        Assert.Equal(new object?[] { "appendOnly", "invariants" }, detail.GetAs<object?[]>("tableFeatures"));
        Assert.Equal(1, Table.Detail().Filter(Col("numFiles") == 2).Count());
    }

    private DataFrame Vacuum(bool dryRun) => Table.Vacuum(TimeSpan.FromDays(7), [], dryRun);

    private void AppendFiveTimes()
    {
        for (var start = 0; start < 50; start += 10)
        {
            Append(Spark.Range(start, start + 10));
        }
    }

    /// <summary>Adds rows in one file.</summary>
    private void Append(DataFrame rows) => rows.Coalesce(1).Write().Format("delta").Mode(SaveMode.Append).Save(Path);

    private DataFrame Pairs(params (long Id, string? Value)[] rows) => Spark.CreateDataFrame(
        rows.Select(row => new GenericRow([row.Id, row.Value])),
        new StructType([new StructField("id", new LongType()), new StructField("value", new StringType())]));

    private IEnumerable<long> Ids() => Table.ToDF().OrderBy("id").Collect().Select(row => row.GetAs<long>(0));
}
