using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Changes of rows in tables with deletion vectors: files stay, rows in them are marked.</summary>
public sealed class DeletionVectorTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private const string Property = "delta.enableDeletionVectors";

    private readonly TemporaryFolder _folder = new();

    private DeltaTable Table => DeltaTable.ForPath(engine.Spark, _folder["table"]);

    private IEnumerable<(long Id, string Value)> Rows => Table.ToDF().OrderBy("id").Collect().Select(row => (row.GetAs<long>(0), row.GetAs<string>(1)));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Merge_WithDeletionVectors_WritesNewRowsAlone(bool ofAllColumns)
    {
        Write(deletionVectors: true);

        var merge = Table.As("old").Merge(Values((1, "one"), (2, "gone"), (7, "seven")).As("new"), Col("old.id") == Col("new.id"))
            .WhenMatched(Col("new.value") == "gone").Delete();
        merge = ofAllColumns ? merge.WhenMatched().UpdateAll() : merge.WhenMatched().Update(new Dictionary<string, Column> { ["value"] = Col("new.value") });
        var result = merge.WhenNotMatched().InsertAll().Execute();

        Assert.Equal([(0, "old"), (1, "one"), (3, "old"), (4, "old"), (7, "seven")], Rows);
        Assert.Equal((0L, 1L, 1L), (result.Metrics["numRemovedFiles"], result.Metrics["numDeletionVectorsAdded"], result.Metrics["numAddedFiles"]));
        Assert.Equal((1L, 1L, 1L), (result.Metrics["numTargetRowsInserted"], result.Metrics["numTargetRowsUpdated"], result.Metrics["numTargetRowsDeleted"]));
        Assert.Equal([2L, 3L], RowsByFile());
    }

    [Fact]
    public void DeleteAndUpdate_OneAfterTheOther_AddToTheMarks()
    {
        Write(deletionVectors: true);

        Table.Delete(Col("id") == 0);
        Table.Update(Col("id") == 3, new Dictionary<string, Column> { ["value"] = Lit("three") });
        var last = Table.Delete(Col("id") == 4);

        Assert.Equal([(1, "old"), (2, "old"), (3, "three")], Rows);
        Assert.Equal((0L, 0L, 1L), (last.Metrics["numAddedFiles"], last.Metrics["numRemovedFiles"], last.Metrics["numDeletionVectorsAdded"]));
        Table.Delete(Col("id") < 3);
        Assert.Equal([1L], RowsByFile());
    }

    [Fact]
    public void Merge_WithTheOption_SwitchesTheTable()
    {
        Write(deletionVectors: false);
        Change(1, "on", deletionVectors: "true");
        var on = Properties();
        Change(2, "off", deletionVectors: "false");

        Assert.Equal("true", on[Property]);
        Assert.DoesNotContain(Property, Properties().Keys);
        Assert.Equal([(0, "old"), (1, "on"), (2, "off"), (3, "old"), (4, "old")], Rows);
        Assert.Equal([1L, 4L], RowsByFile());
    }

    [Fact]
    public void RestoreAndOptimize_OfMarkedRows_KeepThemRight()
    {
        Write(deletionVectors: true);
        Table.Delete(Col("id") == 0);
        Table.Delete(Col("id") == 1);

        Table.RestoreToVersion(1);
        Assert.Equal([1L, 2L, 3L, 4L], Rows.Select(row => row.Id));
        var optimized = Table.Optimize().ExecuteCompaction();

        Assert.Equal((1L, 1L), (optimized.Metrics["numRemovedFiles"], optimized.Metrics["numAddedFiles"]));
        Assert.Equal([1L, 2L, 3L, 4L], Rows.Select(row => row.Id));
    }

    [Fact]
    public void RestoreToVersion_WhoseMarksAreGone_IsRefused()
    {
        engine.Spark.Range(200_000).Select(Col("id"), Lit("old").As("value")).Write().Format("delta").Option("deletionVectors", true).Save(_folder["table"]);
        Table.Delete(Md5(Col("id").Cast("string")) < "8");
        Table.Delete(Col("id") < 5);
        Assert.Equal(2, Directory.GetFiles(_folder["table"], "*.bin").Length);
        Directory.GetFiles(_folder["table"], "*.bin").ToList().ForEach(File.Delete);

        var error = Assert.Throws<QueryExecutionException>(() => Table.RestoreToVersion(1));

        Assert.Equal(QueryErrorKind.BadInput, error.Kind);
        Assert.Contains(".bin' is gone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_InAFileWhoseRowsTheLogDoesNotCount_WritesItAnew()
    {
        Write(deletionVectors: true);
        var commit = Directory.GetFiles(_folder["table/_delta_log"], "*.json").Single();
        File.WriteAllText(commit, Regex.Replace(File.ReadAllText(commit), "\"stats\":\"(\\\\.|[^\"])*\"", "\"stats\":null"));

        var deleted = Table.Delete(Col("id") == 0);

        Assert.Equal((1L, 1L, 0L), (deleted.Metrics["numRemovedFiles"], deleted.Metrics["numAddedFiles"], deleted.Metrics["numDeletionVectorsAdded"]));
        Assert.Equal([1L, 2L, 3L, 4L], Rows.Select(row => row.Id));
    }

    private void Write(bool deletionVectors) =>
        Values((0, "old"), (1, "old"), (2, "old"), (3, "old"), (4, "old")).Write().Format("delta").Option("deletionVectors", deletionVectors).Save(_folder["table"]);

    private void Change(long id, string value, string deletionVectors) => Table.Option("deletionVectors", deletionVectors).As("old")
        .Merge(Values((id, value)).As("new"), Col("old.id") == Col("new.id")).WhenMatched().UpdateAll().Execute();

    private DataFrame Values(params (long Id, string Value)[] rows) => engine.Spark.CreateDataFrame(
        [.. rows.Select(row => new GenericRow([row.Id, row.Value]))],
        new Types.StructType([new Types.StructField("id", new Types.LongType()), new Types.StructField("value", new Types.StringType())]));

    private IReadOnlyDictionary<object, object?> Properties() => (IReadOnlyDictionary<object, object?>)Table.Detail().Collect().Single().Get("properties")!;

    private IEnumerable<long> RowsByFile() =>
        Table.ToDF().Select(InputFileName().As("file")).GroupBy("file").Agg(Count(Lit(1)).As("rows")).OrderBy("rows").Collect().Select(row => row.GetAs<long>("rows"));
}
