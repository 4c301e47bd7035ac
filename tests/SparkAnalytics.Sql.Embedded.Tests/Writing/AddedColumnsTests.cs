using System.Collections.Immutable;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Expressions;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Writing;

/// <summary>A table with columns added to another's, whose bytes are copied.</summary>
public sealed class AddedColumnsTests : RewriteComparison
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(260_000, "100000")]
    [InlineData(260_000, null)]
    public void Windows_AddedToATable_AreTheSameAndItsBytesAreCopied(int rows, string? size)
    {
        Base(rows, size);

        var plain = Written(Plain, Sessions, "plain");
        var spliced = Written(Rewriting, Sessions, "spliced");

        Assert.Equal(plain.Rows, spliced.Rows);
        AssertSpliced("spliced");
        Assert.Equal(Summed(plain.Files), Summed(spliced.Files));
        Assert.All(spliced.Files, file => Assert.Equal(file.RowCount, ParquetFooter.Read(file.Path).Rows.Sum()));
    }

    [Fact]
    public void Columns_WithoutAWindow_AreAddedToo()
    {
        Base(3_000, null);
        Func<DataFrame, DataFrame> rows = events => events.WithColumn("upper", Upper(Col("name"))).WithColumn("both", Concat(Col("upper"), Col("user_id"))).WithColumn("day", Col("event_ts").Cast("date"));

        Assert.Equal(Written(Plain, rows, "plain").Rows, Written(Rewriting, rows, "spliced").Rows);
        AssertSpliced("spliced");
    }

    [Fact]
    public void Columns_ThatCountOrDraw_AreNotComputedFileByFile()
    {
        Base(260_000, "100000");
        var rows = Added("counted", events => events.WithColumn("number", MonotonicallyIncreasingId()));

        Assert.True(Files("base").Count > 1);
        Assert.Equal(260_000, rows.Select("number").Distinct().Count());
    }

    [Fact]
    public void CurrentTimestamp_IsOneMomentInAllFiles()
    {
        Base(260_000, "100000");
        var rows = Added("timed", events => events.WithColumn("now", CurrentTimestamp()));

        AssertSpliced("timed");
        Assert.Single(rows.Select("now").Distinct().Collect());
    }

    [Fact]
    public void Table_ThatWasSplicedAndOptimizedAndVacuumed_HasTheSameRows()
    {
        Base(260_000, "100000");
        var before = Written(Rewriting, Sessions, "spliced");
        var table = DeltaTable.ForPath(SparkSession.Create(Rewriting), Folder["spliced"]);

        Assert.True(before.Files.Count > 1);
        table.Optimize().ExecuteCompaction();
        table.Vacuum();

        Assert.Equal(before.Rows, Read(Rewriting, "spliced"));
        Assert.Single(Files("spliced"));
    }

    [Fact]
    public void Rows_OfAnotherShape_AreWrittenTheOtherWay()
    {
        Base(3_000, null);
        var deleted = SparkSession.Create(Rewriting).Read().Format("delta").Load(Folder["base"]);
        deleted.Write().Format("delta").Option("deletionVectors", true).Save(Folder["marked"]);
        DeltaTable.ForPath(SparkSession.Create(Rewriting), Folder["marked"]).Delete(Col("event_id") == "17");

        AssertNotSpliced("filter", rows => Sessions(rows).Filter(Col("user_id") != "3"));
        AssertNotSpliced("order", rows => Sessions(rows).Select("session_seq", "user_id", "event_ts", "event_id", "name"));
        AssertNotSpliced("renamed", rows => Sessions(rows).WithColumnRenamed("name", "title"));
        AssertNotSpliced("fewer", rows => Sessions(rows).Drop("name"));
        AssertNotSpliced("text", rows => rows.WithColumn("before", Lag("name", 1).Over(Window.PartitionBy("user_id").OrderBy("event_ts", "event_id"))));
        AssertNotSpliced("deleted rows", Sessions, "marked");
        AssertNotSpliced("partitions", Sessions, partition: "user_id");
    }

    private static DataFrame Sessions(DataFrame events)
    {
        var inOrder = Window.PartitionBy("user_id").OrderBy("event_ts", "event_id");
        var previous = Lag("event_ts", 1).Over(inOrder);
        var starts = previous.IsNull() | (Col("event_ts") > previous + Extras.Interval(TimeSpan.FromMinutes(30)));
        return events
            .WithColumn("starts", When(starts, 1).Otherwise(0))
            .WithColumn("session_seq", When(Col("user_id").IsNotNull(), Sum("starts").Over(inOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)).Cast("int")))
            .WithColumn("events_of_user", Count(Lit(1)).Over(Window.PartitionBy("user_id")))
            .WithColumn("session_id", Concat(Col("user_id"), Lit("-"), Col("session_seq").Cast("string")))
            .Drop("starts");
    }

    private void Base(int rows, string? size)
    {
        var spark = SparkSession.Create(Rewriting);
        var events = spark.Range(rows).Select(
            When(Col("id") % 11 != 0, (Col("id") % 70).Cast("string")).As("user_id"),
            Call_UDF("timestamp_micros", Col("id") * 7_919_000_003L % 86_400_000_000L).As("event_ts"),
            Col("id").Cast("string").As("event_id"),
            When(Col("id") % 5 != 0, Md5(Col("id").Cast("string"))).As("name"));
        var options = size is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("targetFileSize", size);
        Rewriting.Execute(new WriteCommand(events.Plan, "delta", SaveMode.Overwrite, Folder["base"], options, []));
    }

    private (List<string> Rows, IReadOnlyList<AddFile> Files) Written(EmbeddedEngine engine, Func<DataFrame, DataFrame> rows, string name, string from = "base", params string[] partition)
    {
        rows(SparkSession.Create(engine).Read().Format("delta").Load(Folder[from])).Write().Format("delta").PartitionBy(partition).Save(Folder[name]);
        return (Read(engine, name), Files(name));
    }

    private DataFrame Added(string name, Func<DataFrame, DataFrame> add)
    {
        var spark = SparkSession.Create(Rewriting);
        add(spark.Read().Format("delta").Load(Folder["base"])).Write().Format("delta").Save(Folder[name]);
        return spark.Read().Format("delta").Load(Folder[name]);
    }

    private List<string> Read(EmbeddedEngine engine, string name) =>
        [.. SparkSession.Create(engine).Read().Format("delta").Load(Folder[name]).Collect().Select(row => row.ToString()).Order(StringComparer.Ordinal)];

    private IReadOnlyList<AddFile> Files(string name) => DeltaLog.ForTable(new LocalFileStore(), new CheckpointFiles(), TimeProvider.System, Folder[name]).Latest().Files;

    private static (long Rows, double? Least, double? Greatest, long? Nulls) Summed(IReadOnlyList<AddFile> files) => (
        files.Sum(file => file.RowCount!.Value),
        files.Min(file => file.Statistics!.Minimum("session_seq")?.GetDouble()),
        files.Max(file => file.Statistics!.Maximum("session_seq")?.GetDouble()),
        files.Sum(file => file.Statistics!.NullCount("session_seq")));

    private void AssertSpliced(string name) => Assert.Equal(Files("base").Select(DataOf).Order(StringComparer.Ordinal), Files(name).Select(file => Begin(file, Files("base"))).Order(StringComparer.Ordinal));

    private void AssertNotSpliced(string name, Func<DataFrame, DataFrame> rows, string from = "base", params string[] partition)
    {
        var plain = Written(Plain, rows, $"{name} plain", from, partition).Rows;
        var found = Written(Rewriting, rows, name, from, partition);

        Assert.Equal(plain, found.Rows);
        Assert.All(found.Files, file => Assert.DoesNotContain(Begin(file, Files(from)), Files(from).Select(DataOf)));
    }

    /// <summary>All that stands before the metadata of a file.</summary>
    private static string DataOf(AddFile file) => Convert.ToBase64String(File.ReadAllBytes(file.Path).AsSpan(0, (int)ParquetFooter.Read(file.Path).DataEnd));

    /// <summary>The bytes of that file which a file begins with, or what it begins with else.</summary>
    private static string Begin(AddFile file, IReadOnlyList<AddFile> sources)
    {
        var text = File.ReadAllBytes(file.Path);
        return sources.Select(source => File.ReadAllBytes(source.Path)[..(int)ParquetFooter.Read(source.Path).DataEnd]).FirstOrDefault(data => text.AsSpan().StartsWith(data)) is { } found
            ? Convert.ToBase64String(found)
            : "another";
    }
}
