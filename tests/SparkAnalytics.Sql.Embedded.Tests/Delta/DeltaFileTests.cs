using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Which files this engine writes into a table, what it notes of them in the log, and which it reads.</summary>
public sealed class DeltaFileTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Table => _folder["table"];

    private DataFrame Rows => engine.Spark.Read().Format("delta").Load(Table);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_WithTargetFileSize_MakesFilesInInputOrder()
    {
        var rows = engine.Spark.Range(400_000).Select(Col("id"), Md5(Col("id").Cast("string")).As("hash"));

        rows.Write().Format("delta").Option("targetFileSize", 2_000_000L).Save(Table);

        var files = Rows.Select(Col("id"), InputFileName().As("file")).GroupBy("file").Agg(Min("id").As("low"), Max("id").As("high")).OrderBy("low").Collect().ToList();
        Assert.True(files.Count > 1);
        Assert.All(files.Zip(files.Skip(1)), pair => Assert.True(pair.First.GetAs<long>(2) < pair.Second.GetAs<long>(1)));
        Assert.Equal(400_000, Rows.Count());
    }

    [Fact]
    public void Write_WithDuplicates_KeepsTheFirstOfEachInInputOrder()
    {
        var rows = engine.Spark.Range(1000).Select((Col("id") % 600).As("key"), Col("id").As("place"));

        rows.DropDuplicates("key").Write().Format("delta").Save(Table);

        Assert.Equal(600, Rows.Count());
        Assert.Equal(599L, Rows.Agg(Max("place")).Collect().Single()[0]);
        Assert.All(["numRecords", "minValues", "maxValues", "nullCount"], name => Assert.Contains(name, Log(), StringComparison.Ordinal));
    }

    [Fact]
    public void Write_OfText_PutsNoTextIntoTheLog()
    {
        engine.Spark.Range(2).Select(Col("id"), Concat(Lit("secret-"), Col("id").Cast("string")).As("user_id")).Write().Format("delta").Save(Table);

        Assert.DoesNotContain("secret", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithFilterOnDates_LeavesOutOtherFiles()
    {
        var day = new StructType([new StructField("day", new DateType())]);
        engine.Spark.CreateDataFrame([new GenericRow([new Date(2025, 1, 1)])], day).Write().Format("delta").Save(Table);
        engine.Spark.CreateDataFrame([new GenericRow([new Date(2025, 1, 2)])], day).Write().Format("delta").Mode(SaveMode.Append).Save(Table);
        var filtered = Rows.Filter(Col("day") >= new Date(2025, 1, 2));

        Assert.Equal(1, filtered.Count());
        Assert.Single(Regex.Matches(engine.Engine.Explain(filtered.Plan), "part-[0-9a-f-]+\\.parquet"));
    }

    [Fact]
    public void Read_OfFilesInTheLog_TellsTheirRowCountToThePlanner()
    {
        engine.Spark.Range(30).Write().Format("delta").Save(Table);
        engine.Spark.Range(12).Write().Format("delta").Mode(SaveMode.Append).Save(Table);

        Assert.Contains("explicit_cardinality = 42", engine.Engine.Explain(Rows.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_WithTargetFileSize_MakesSeveralFiles()
    {
        var rows = engine.Spark.Range(400_000).Select(Col("id"), Md5(Col("id").Cast("string")).As("hash"));
        rows.Write().Format("delta").Save(Table);

        var merged = DeltaTable.ForPath(engine.Spark, Table).Option("targetFileSize", "2000000").As("old").Merge(rows.Filter(Col("id") < 3).As("new"), Col("old.id") == Col("new.id"))
            .WhenMatched(Col("new.id") == 1).Update(new Dictionary<string, Column> { ["hash"] = Lit("changed") })
            .Execute();

        Assert.True(merged.Metrics["numAddedFiles"] > 1);
        Assert.Equal((400_000L, 1L), (Rows.Count(), Rows.Filter(Col("hash") == "changed").Count()));
    }

    /// <summary>An hour's rows are few: threads with files of their own would leave a file for each kind of row.</summary>
    [Fact]
    public void Merge_OfLessThanAFile_MakesOneFile()
    {
        engine.Spark.Range(1000).Select(Col("id"), Lit("old").As("name")).Write().Format("delta").Save(Table);

        var merged = DeltaTable.ForPath(engine.Spark, Table).Option("targetFileSize", "16777216").As("old")
            .Merge(engine.Spark.Range(500, 1500).Select(Col("id"), Lit("new").As("name")).As("new"), Col("old.id") == Col("new.id"))
            .WhenMatched().UpdateAll()
            .WhenNotMatched().InsertAll()
            .Execute();

        Assert.Equal((1L, 1L), (merged.Metrics["numAddedFiles"], merged.Metrics["numRemovedFiles"]));
        Assert.Equal((1500L, 1000L), (Rows.Count(), Rows.Filter(Col("name") == "new").Count()));
    }

    /// <summary>A folder's name has 255 bytes, and each of these letters takes six of them.</summary>
    [Theory]
    [InlineData(20, 20)]
    [InlineData(30, 30)]
    [InlineData(200, 200)]
    public void Save_PartitionedByALongName_KeepsLongTexts(int name, int text)
    {
        var column = new string('ü', name);
        engine.Spark.Range(1).Select(Col("id"), Lit(new string('ß', text)).As(column)).Write().Format("delta").PartitionBy(column).Save(Table);

        Assert.Equal([0L, new string('ß', text)], Rows.Collect().Single().Values);
    }

    [Fact]
    public void Save_PartitionedByTextsThatChange_SaysSo()
    {
        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Range(1).Select(Col("id"), Concat(Lit("%"), Rand().Cast("string")).As("p")).Write().Format("delta").PartitionBy("p").Save(Table));

        Assert.Contains("Cache()", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Table, "*.parquet", SearchOption.AllDirectories));
    }

    [Fact]
    public void OptimizeAndVacuum_WithSorting_LeaveOneFileInOrder()
    {
        for (var start = 40; start >= 0; start -= 10)
        {
            engine.Spark.Range(start, start + 10).Write().Format("delta").Mode(SaveMode.Append).Save(Table);
        }

        DeltaTable.ForPath(engine.Spark, Table).Optimize().Option("sortBy", "id").ExecuteCompaction();
        engine.Advance(TimeSpan.FromDays(30));
        DeltaTable.ForPath(engine.Spark, Table).Vacuum();

        var file = Assert.Single(Directory.GetFiles(Table, "*.parquet"));
        Assert.Equal(Enumerable.Range(0, 50).Select(id => (long)id), engine.Spark.Read().Parquet(file).Collect().Select(row => row.GetAs<long>(0)));
    }

    [Theory]
    [InlineData("minFileSize", "2MB")]
    [InlineData("targetFileSize", "0")]
    public void Optimize_OfASizeThatIsNoNumberOfBytes_SaysSo(string option, string size)
    {
        engine.Spark.Range(1).Write().Format("delta").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => DeltaTable.ForPath(engine.Spark, Table).Optimize().Option(option, size).ExecuteCompaction());

        Assert.Equal($"The option {option} must be a whole number of bytes from 1, not '{size}'.", error.Message);
    }

    [Theory]
    [InlineData("versionAsOf", "first", "a version of the table")]
    [InlineData("timestampAsOf", "31.31.2026", "an instant, such as 2026-01-31T12:00:00Z")]
    public void Load_OfAVersionOrInstantThatIsNone_SaysSo(string option, string text, string kind)
    {
        engine.Spark.Range(1).Write().Format("delta").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Read().Format("delta").Option(option, text).Load(Table).Count());

        Assert.Equal($"The option {option} must be {kind}, not '{text}'.", error.Message);
    }

    [Theory]
    [InlineData("deletionVectors", "yes", "true or false")]
    [InlineData("overwriteSchema", "1", "true or false")]
    [InlineData("txnVersion", "1.5", "a whole number")]
    public void Save_WithAnOptionThatIsNotWhatItMustBe_SaysSoAndWritesNothing(string option, string text, string kind)
    {
        engine.Spark.Range(2).Write().Format("delta").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Range(1).Write().Format("delta").Option("txnAppId", "test").Option("txnVersion", "1").Option(option, text).Mode(SaveMode.Overwrite).Save(Table));

        Assert.Equal($"The option {option} must be {kind}, not '{text}'.", error.Message);
        Assert.Equal(2, Rows.Count());
    }

    private string Log() => string.Concat(Directory.GetFiles(_folder["table/_delta_log"], "*.json").Select(File.ReadAllText));
}
