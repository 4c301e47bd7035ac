using System.Collections.Immutable;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

public sealed class DeltaTests(EngineFixture engine) : IClassFixture<EngineFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Table => _folder["table"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_OfEachMode_MakesItsVersion()
    {
        Write(Numbers(3), SaveMode.ErrorIfExists);
        var appended = Write(Numbers(2), SaveMode.Append);
        var ignored = Write(Numbers(9), SaveMode.Ignore);

        Assert.Equal(5, Read().Count());
        Assert.Equal((1L, 2L), (appended.Version, appended.Metrics["numOutputRows"]));
        Assert.Null(ignored.Version);
        Assert.Equal(QueryErrorKind.BadInput, Assert.Throws<QueryExecutionException>(() => Write(Numbers(1), SaveMode.ErrorIfExists)).Kind);

        Assert.Equal(2L, Write(Numbers(1), SaveMode.Overwrite).Version);
        Assert.Equal(1, Read().Count());
        Assert.Equal(3, engine.Spark.Read().Format("delta").Option("versionAsOf", "0").Load(Table).Count());
    }

    [Fact]
    public void Write_WithTransactionAgain_WritesNothing()
    {
        var options = ImmutableDictionary<string, string>.Empty.Add("txnAppId", "job").Add("txnVersion", "7");

        Assert.Equal(0L, Write(Numbers(3), SaveMode.Append, options).Version);
        Assert.Null(Write(Numbers(3), SaveMode.Append, options).Version);
        Assert.Equal(3, Read().Count());
    }

    [Fact]
    public void Write_WithTargetFileSize_MakesFilesInInputOrder()
    {
        Write(engine.Spark.Range(400_000).Select(Col("id"), Md5(Col("id").Cast("string")).As("hash")), SaveMode.Overwrite, ImmutableDictionary<string, string>.Empty.Add("targetFileSize", "2000000"));

        var files = engine.Spark.Read().Format("delta").Load(Table).Select(Col("id"), InputFileName().As("file")).GroupBy("file").Agg(Min("id").As("low"), Max("id").As("high")).OrderBy("low").Collect().ToList();

        Assert.True(files.Count > 1);
        Assert.All(files.Zip(files.Skip(1)), pair => Assert.True(pair.First.GetAs<long>(2) < pair.Second.GetAs<long>(1)));
        Assert.Equal(400_000, Read().Count());
    }

    [Fact]
    public void Write_WithDuplicates_KeepsTheFirstOfEachInInputOrder()
    {
        var rows = engine.Spark.Range(1000).Select((Col("id") % 600).As("key"), Col("id").As("place"));

        Write(rows.DropDuplicates("key"), SaveMode.Overwrite);

        Assert.Equal(600, Read().Count());
        Assert.Equal(599L, Read().Agg(Max("place")).Collect().Single()[0]);
        Assert.Equal(["numRecords", "minValues", "maxValues", "nullCount"], Statistics("numRecords", "minValues", "maxValues", "nullCount"));
    }

    [Fact]
    public void Write_OfText_PutsNoTextIntoTheLog()
    {
        Write(engine.Spark.Range(2).Select(Col("id"), Concat(Lit("secret-"), Col("id").Cast("string")).As("user_id")), SaveMode.Overwrite);

        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Table, "_delta_log")), file => File.ReadAllText(file).Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WithFilterOnDates_LeavesOutOtherFiles()
    {
        var day = new StructType([new StructField("day", new DateType())]);
        Write(engine.Spark.CreateDataFrame([new GenericRow([new Date(2025, 1, 1)])], day), SaveMode.Append);
        Write(engine.Spark.CreateDataFrame([new GenericRow([new Date(2025, 1, 2)])], day), SaveMode.Append);
        var filtered = Read().Filter(Col("day") >= new Date(2025, 1, 2));

        Assert.Equal(1, filtered.Count());
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(engine.Engine.Explain(filtered.Plan), "part-[0-9a-f-]+\\.parquet"));
    }

    [Fact]
    public void Write_PartitionedByDate_ReadsItsValuesFromTheLog()
    {
        var rows = engine.Spark.Range(4).Select(Col("id"), When(Col("id") < 3, DateAdd(Lit(new Date(2025, 1, 1)), Col("id").Cast("int"))).As("day"));
        engine.Engine.Execute(new WriteCommand(rows.Plan, "delta", SaveMode.Overwrite, Table, ImmutableDictionary<string, string>.Empty, ["day"]));

        Assert.Equal([(0L, new Date(2025, 1, 1)), (1L, new Date(2025, 1, 2)), (2L, new Date(2025, 1, 3)), (3L, null)], Read().OrderBy("id").Collect().Select(row => (row.GetAs<long>(0), (Date?)row[1])));
        Assert.Equal(2L, Read().Filter(Col("day") == new Date(2025, 1, 3)).Collect().Single()[0]);
    }

    [Fact]
    public void DeleteAndUpdate_RewriteOnlyFilesWithSuchRows()
    {
        Write(Numbers(10), SaveMode.Append);
        Write(engine.Spark.Range(100, 110), SaveMode.Append);
        var target = Target();

        var deleted = engine.Engine.Execute(new DeleteCommand(Table, target, Condition(target, "<", 5L), ImmutableDictionary<string, string>.Empty));
        var updated = engine.Engine.Execute(new UpdateCommand(Table, target, Condition(target, "==", 105L), [new("id", new Literal(-1L, new LongType()))], ImmutableDictionary<string, string>.Empty));

        Assert.Equal((5L, 1L, 1L), (deleted.Metrics["numDeletedRows"], deleted.Metrics["numRemovedFiles"], deleted.Metrics["numAddedFiles"]));
        Assert.Equal((1L, 1L), (updated.Metrics["numUpdatedRows"], updated.Metrics["numRemovedFiles"]));
        Assert.Equal([-1L, 5L, 6L, 7L, 8L, 9L, 100L, 101L, 102L, 103L, 104L, 106L, 107L, 108L, 109L], Read().OrderBy("id").Collect().Select(row => row.GetAs<long>(0)));
    }

    [Fact]
    public void Merge_InsertsUpdatesAndDeletes()
    {
        Write(Pairs((1, "a"), (2, "b"), (3, "c"), (4, "d")), SaveMode.Append);
        var target = (Read)engine.Spark.Read().Format("delta").Load(Table).Plan;
        var source = Pairs((2, "B"), (3, null), (5, "E")).Plan;
        var (id, value, newId, newValue) = (target.Output[0], target.Output[1], source.Output[0], source.Output[1]);
        ImmutableArray<KeyValuePair<string, Expression>> all = [new("id", newId), new("value", newValue)];

        var result = engine.Engine.Execute(new MergeCommand(Table, target, source, Call("==", id, newId),
        [
            new MergeClause(MergeWhen.Matched, Call("isnull", newValue), MergeAction.Delete, []),
            new MergeClause(MergeWhen.Matched, null, MergeAction.Update, all),
            new MergeClause(MergeWhen.NotMatched, null, MergeAction.Insert, all),
            new MergeClause(MergeWhen.NotMatchedBySource, Call("==", id, new Literal(4L, new LongType())), MergeAction.Delete, []),
        ], ImmutableDictionary<string, string>.Empty));

        Assert.Equal([(1L, "a"), (2L, "B"), (5L, "E")], Read().OrderBy("id").Collect().Select(row => (row.GetAs<long>(0), row.GetAs<string>(1))));
        Assert.Equal((1L, 1L, 2L), (result.Metrics["numTargetRowsInserted"], result.Metrics["numTargetRowsUpdated"], result.Metrics["numTargetRowsDeleted"]));
        Assert.NotEqual(value, newValue);
    }

    [Fact]
    public void Merge_WithSourceThatMatchesTwice_Fails()
    {
        Write(Pairs((1, "a")), SaveMode.Append);
        var target = (Read)engine.Spark.Read().Format("delta").Load(Table).Plan;
        var source = Pairs((1, "x"), (1, "y")).Plan;

        var failure = Assert.Throws<QueryExecutionException>(() => engine.Engine.Execute(new MergeCommand(Table, target, source, Call("==", target.Output[0], source.Output[0]),
            [new MergeClause(MergeWhen.Matched, null, MergeAction.Update, [new("value", source.Output[1])])], ImmutableDictionary<string, string>.Empty)));

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
    }

    [Fact]
    public void OptimizeAndVacuum_LeaveTheRowsAndFewFiles()
    {
        for (var number = 0; number < 5; number++)
        {
            Write(Numbers(10), SaveMode.Append);
        }

        var optimized = engine.Engine.Execute(new OptimizeCommand(Table, ImmutableDictionary<string, string>.Empty.Add("sortBy", "id")));
        engine.Clock.Advance(TimeSpan.FromDays(30));
        var vacuumed = engine.Engine.Execute(new VacuumCommand(Table, TimeSpan.FromDays(7), DryRun: false, []));

        Assert.Equal((5L, 1L), (optimized.Metrics["numRemovedFiles"], optimized.Metrics["numAddedFiles"]));
        Assert.Equal(5, vacuumed.Paths.Length);
        Assert.Equal(50, Read().Count());
        Assert.Single(Directory.GetFiles(Table, "*.parquet"));
    }

    [Fact]
    public void Read_OfAFolderWithoutLog_SaysThatItIsNoTable() =>
        Assert.Equal(QueryErrorKind.NotFound, Assert.Throws<QueryExecutionException>(() => Read().Count()).Kind);

    private static FunctionCall Call(string name, params Expression[] arguments) => new(name, [.. arguments]) { ResultType = new BooleanType() };

    private static Expression Condition(Relation target, string sign, long value) => Call(sign, target.Output[0], new Literal(value, new LongType()));

    private DataFrame Numbers(long count) => engine.Spark.Range(count);

    private DataFrame Pairs(params (long Id, string? Value)[] rows) => engine.Spark.CreateDataFrame(
        rows.Select(row => new GenericRow([row.Id, row.Value])),
        new StructType([new StructField("id", new LongType()), new StructField("value", new StringType())]));

    private DataFrame Read() => engine.Spark.Read().Format("delta").Load(Table);

    private Relation Target() => Read().Plan;

    private CommandResult Write(DataFrame rows, SaveMode mode, ImmutableDictionary<string, string>? options = null) =>
        engine.Engine.Execute(new WriteCommand(rows.Plan, "delta", mode, Table, options ?? ImmutableDictionary<string, string>.Empty, []));

    private IEnumerable<string> Statistics(params string[] names)
    {
        var log = string.Concat(Directory.GetFiles(Path.Combine(Table, "_delta_log"), "*.json").Select(File.ReadAllText));
        return names.Where(name => log.Contains(name, StringComparison.Ordinal));
    }
}
