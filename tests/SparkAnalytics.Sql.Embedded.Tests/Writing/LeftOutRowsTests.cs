using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Writing;

/// <summary>Rows that are to be kept are gathered by the write that leaves them out: whether they were is seen by deleting what they come from.</summary>
public sealed class LeftOutRowsTests : IDisposable
{
    private static readonly StructType s_schema = new([new("id", new StringType()), new("text", new StringType()), new("reason", new StringType())]);

    private readonly TemporaryFolder _folder = new();
    private readonly List<SparkSession> _sessions = [];

    public static TheoryData<string, int> Inputs => new MatrixTheoryData<string, int>(["parquet", "csv"], [1, 2, 8]);

    /// <summary>The one file of the folder: where it is gone, a reader of the folder would find it empty, and one of the file fails.</summary>
    private string InputFile => field ??= Directory.EnumerateFiles(_folder["input.parquet"], "*.parquet").Single();

    public void Dispose()
    {
        _sessions.ForEach(session => session.Dispose());
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Persist_OfRowsThatAWriteLeavesOut_HoldsThemInTheirOrderThoughTheInputIsGone(string format, int threads)
    {
        var spark = Session(threads);
        var (rows, files) = Input(spark, format, 6, 3000);

        var leftOut = Write(rows, spark);
        files.ForEach(File.Delete);

        // Every hundredth row of each file, the files one after the other.
        Assert.Equal(
            Enumerable.Range(0, 6).SelectMany(file => Enumerable.Range(0, 30).Select(number => FormattableString.Invariant($"{file}/{number * 100}"))),
            leftOut.Collect().Select(row => row.GetAs<string>("id")));
        Assert.Equal(6 * 2970, spark.Read().Format("delta").Load(_folder["table"]).Count());
    }

    [Fact]
    public void Persist_OfRowsThatAWriteLeavesOut_KeepsEveryText()
    {
        string?[] texts = [null, string.Empty, "-", "3:abc", "a:b\n", "é😀", "before\0behind", new string('x', 100_000), "-5:", "0:"];
        var spark = Session();
        spark.CreateDataFrame(texts.Select((text, index) => new GenericRow([FormattableString.Invariant($"{index}"), text, "bad"])).Append(new GenericRow(["last", "good", null])), s_schema)
            .Repartition(1).Write().Parquet(_folder["input.parquet"]);

        var leftOut = Write(spark.Read().Parquet(InputFile), spark);
        File.Delete(InputFile);

        Assert.Equal(texts, leftOut.Collect().Select(row => row.Get(1) as string));
        Assert.All(leftOut.Collect(), row => Assert.Equal("bad", row.Get(2)));
    }

    [Fact]
    public void Persist_OfNoRowLeftOut_IsEmptyThoughTheInputIsGone()
    {
        var spark = Session();
        spark.CreateDataFrame([new GenericRow(["1", "good", null])], s_schema).Write().Parquet(_folder["input.parquet"]);

        var leftOut = Write(spark.Read().Parquet(InputFile), spark);
        File.Delete(InputFile);

        Assert.Empty(leftOut.Collect());
    }

    [Fact]
    public void Persist_WithoutTheRewrite_ReadsTheInputAgain()
    {
        var spark = Session(without: "left-out rows");
        var (rows, files) = Input(spark, "parquet", 2, 200);

        var leftOut = Write(rows, spark);
        files.ForEach(File.Delete);

        Assert.Throws<QueryExecutionException>(() => leftOut.Count());
    }

    /// <summary>More than 32 MB are not held in memory.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Persist_OfMoreRowsThanAreGathered_ReadsTheInputAgain(bool isThere)
    {
        var spark = Session();
        spark.Range(400).Select(Col("id").Cast("string").As("id"), Repeat(Concat(Lit("x"), Lit("y")), 50_000).As("text"), When(Col("id") != 7, "bad").As("reason")).Write().Parquet(_folder["input.parquet"]);

        var leftOut = Write(spark.Read().Parquet(InputFile), spark);
        if (isThere)
        {
            Assert.Equal(399, leftOut.Select("id").Distinct().Count());
            return;
        }

        File.Delete(InputFile);
        Assert.Throws<QueryExecutionException>(() => leftOut.Count());
    }

    /// <summary>A filter above or below might leave rows out before the one that gathers is asked.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Persist_OfRowsOfWhichAnotherFilterLeavesSomeOut_AreThoseOfTheirOwnPlan(bool isAbove)
    {
        var spark = Session();
        var input = Input(spark, "parquet", 2, 1000).Rows;
        var rows = isAbove ? input : input.Filter(Col("id").EndsWith("00"));
        var leftOut = rows.Filter(Col("reason").IsNotNull()).Persist();
        var written = Keyed(rows.Filter(Col("reason").IsNull()));

        (isAbove ? written.Filter(!Col("id").EndsWith("00")) : written).DropDuplicates("key").Write().Format("delta").Save(_folder["table"]);

        // The ids 0 have a reason too, and do not end so.
        Assert.Equal(isAbove ? 20 : 18, leftOut.Count());
        Assert.Equal(isAbove ? 1980 : 0, spark.Read().Format("delta").Load(_folder["table"]).Count());
    }

    /// <summary>Of rows with one key that differ the first is sought in a second pass.</summary>
    [Fact]
    public void Persist_WhereTheWriteNeedsASecondPass_HoldsEachRowOnce()
    {
        var spark = Session();
        var (rows, files) = Input(spark, "parquet", 3, 1000);
        var leftOut = rows.Filter(Col("reason").IsNotNull()).Persist();

        rows.Filter(Col("reason").IsNull()).WithColumn("key", When(Col("id") == "0/1", "no md5").Otherwise(Md5(Col("text")))).DropDuplicates("key").Write().Format("delta").Save(_folder["table"]);
        files.ForEach(File.Delete);

        Assert.Equal(30, leftOut.Count());
        Assert.Equal(30, leftOut.Select("id").Distinct().Count());
    }

    [Fact]
    public void Unpersist_OfGatheredRows_ReadsTheInputAgain()
    {
        var spark = Session();
        var (rows, files) = Input(spark, "parquet", 1, 200);

        var leftOut = Write(rows, spark).Unpersist();

        Assert.Equal(2, leftOut.Count());
        files.ForEach(File.Delete);
        Assert.Throws<QueryExecutionException>(() => leftOut.Count());
    }

    private SparkSession Session(int threads = 2, string? without = null)
    {
        var session = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions
        {
            Threads = threads,
            TempDirectory = _folder["temp"],
            WithoutRewrites = without is null ? new HashSet<string>() : new HashSet<string> { without },
        }));
        _sessions.Add(session);
        return session;
    }

    /// <summary>Files of rows of which every hundredth has a reason against it.</summary>
    private (DataFrame Rows, List<string> Files) Input(SparkSession spark, string format, int files, int rows)
    {
        var paths = Enumerable.Range(0, files).Select(file =>
        {
            var folder = _folder[FormattableString.Invariant($"input-{file}")];
            var id = Concat(Lit(FormattableString.Invariant($"{file}/")), Col("id").Cast("string"));
            var made = spark.Range(rows).Select(id.As("id"), Concat(Lit("text of "), id).As("text"), When(Col("id") % 100 == 0, "bad").As("reason")).Repartition(1);
            (format == "csv" ? made.Write().Option("header", true) : made.Write()).Format(format).Save(folder);
            return Directory.EnumerateFiles(folder, $"*.{format}", SearchOption.AllDirectories).Single();
        }).ToList();
        return format == "csv"
            ? (paths.Select(path => spark.Read().Schema(s_schema).Option("header", true).Csv(path)).Aggregate((left, right) => left.Union(right)).Persist(StorageLevel.DISK_ONLY), paths)
            : (spark.Read().Parquet([.. paths]), paths);
    }

    private DataFrame Write(DataFrame rows, SparkSession spark)
    {
        var leftOut = rows.Filter(Col("reason").IsNotNull()).Select("id", "text", "reason").Persist();
        Keyed(rows.Filter(Col("reason").IsNull())).DropDuplicates("key").Write().Format("delta").Save(_folder["table"]);
        return leftOut;
    }

    private static DataFrame Keyed(DataFrame rows) => rows.WithColumn("key", Md5(ConcatWs("/", Coalesce(Col("id"), Lit("")), Coalesce(Col("text"), Lit("")))));
}
