using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Delta;

/// <summary>Delta tables: writing in each mode, and reading any version.</summary>
public abstract class DeltaWriteBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    private string Table => Folder["table"];

    private DataFrame Rows => Spark.Read().Format("delta").Load(Table);

    [Fact]
    public void Save_InEachMode_MakesItsVersion()
    {
        Save(Spark.Range(3), SaveMode.ErrorIfExists);
        var appended = Save(Spark.Range(3, 5), SaveMode.Append);
        var ignored = Save(Spark.Range(9), SaveMode.Ignore);

        Assert.Equal([0L, 1L, 2L, 3L, 4L], Ids(Rows));
        Assert.Equal((1L, 2L), (appended.Version, appended.Metrics["numOutputRows"]));
        Assert.Null(ignored.Version);
        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => Save(Spark.Range(1), SaveMode.ErrorIfExists)).Kind);

        Assert.Equal(2L, Save(Spark.Range(7, 8), SaveMode.Overwrite).Version);
        Assert.Equal([7L], Ids(Rows));
        Assert.Equal([0L, 1L, 2L], Ids(Spark.Read().Format("delta").Option("versionAsOf", "0").Load(Table)));
    }

    [Fact]
    public void Save_WithTransactionAgain_WritesNothing()
    {
        CommandResult SaveAsJob() => Spark.Range(3).Write().Format("delta").Mode(SaveMode.Append).Option("txnAppId", "job").Option("txnVersion", 7L).Save(Table);

        Assert.Equal(0L, SaveAsJob().Version);
        Assert.Null(SaveAsJob().Version);
        Assert.Equal([0L, 1L, 2L], Ids(Rows));
    }

    [Fact]
    public void Load_WithFilterOnDates_GivesTheirRows()
    {
        var day = new StructType([new StructField("day", new DateType())]);
        Save(Spark.CreateDataFrame([new GenericRow([new Date(2025, 1, 1)]), new GenericRow([null])], day), SaveMode.Append);
        Save(Spark.CreateDataFrame([new GenericRow([new Date(2025, 1, 2)])], day), SaveMode.Append);

        Assert.Equal([new Date(2025, 1, 2)], Rows.Filter(Col("day") >= new Date(2025, 1, 2)).Collect().Select(row => row[0]));
        Assert.Equal(1, Rows.Filter(Col("day").IsNull()).Count());
    }

    [Fact]
    public void Save_PartitionedByDate_KeepsItsValues()
    {
        var rows = Spark.Range(4).Select(Col("id"), When(Col("id") < 3, DateAdd(Lit(new Date(2025, 1, 1)), Col("id").Cast("int"))).As("day"));

        rows.Write().Format("delta").PartitionBy("day").Save(Table);

        Assert.Equal("struct<id:bigint,day:date>", Rows.Schema().SimpleString);
        Assert.Equal([[0L, new Date(2025, 1, 1)], [1L, new Date(2025, 1, 2)], [2L, new Date(2025, 1, 3)], [3L, null]], Rows.OrderBy("id").Collect().Select(row => row.Values));
        Assert.Equal([2L], Ids(Rows.Filter(Col("day") == new Date(2025, 1, 3))));
    }

    [Fact]
    public void History_OfATable_HasItsCommitsNewestFirst()
    {
        Save(Spark.Range(3), SaveMode.Append);
        Save(Spark.Range(2), SaveMode.Overwrite);

        Assert.Equal([1L, 0L], DeltaTable.ForPath(Spark, Table).History().Collect().Select(row => row.GetAs<long>("version")));
        Assert.Equal([1L], DeltaTable.ForPath(Spark, Table).History(1).Collect().Select(row => row.GetAs<long>("version")));
    }

    [Fact]
    public void Load_OfAFolderWithoutLog_IsNotFound()
    {
        Assert.Equal(QueryErrorKind.NotFound, Assert.Throws<QueryExecutionException>(() => Rows.Count()).Kind);
        Assert.False(DeltaTable.IsDeltaTable(Spark, Table));
    }

    private CommandResult Save(DataFrame rows, SaveMode mode) => rows.Write().Format("delta").Mode(mode).Save(Table);

    private static IEnumerable<long> Ids(DataFrame rows) => rows.OrderBy("id").Collect().Select(row => row.GetAs<long>(0));
}
