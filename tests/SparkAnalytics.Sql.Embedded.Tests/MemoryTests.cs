using System.Collections.Concurrent;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void Execute_WithLessMemoryThanRows_SpillsAndCleansUp()
    {
        var temporary = Directory.CreateTempSubdirectory("embedded-memory-");
        using (var engine = new EmbeddedEngine(new EmbeddedEngineOptions { MemoryLimit = "60MB", Threads = 2, TempDirectory = temporary.FullName }))
        {
            var sorted = SparkSession.Create(engine).Range(400_000)
                .Select(Col("id"), Md5(Col("id").Cast("string")).As("hash"))
                .Select(Col("id"), Repeat(Col("hash"), 4).As("text"))
                .OrderBy("text");

            using var rows = sorted.ToLocalIterator().GetEnumerator();
            Assert.True(rows.MoveNext());
            // What does not fit is in files until the last row is out.
            Assert.NotEmpty(temporary.EnumerateFiles("duckdb_temp_*", SearchOption.AllDirectories));

            var (count, sum, text) = (0L, 0L, string.Empty);
            do
            {
                var next = rows.Current.GetAs<string>(1);
                Assert.True(string.CompareOrdinal(text, next) < 0);
                (count, sum, text) = (count + 1, sum + rows.Current.GetAs<long>(0), next);
            }
            while (rows.MoveNext());

            Assert.Equal((400_000L, 79_999_800_000L), (count, sum));
        }

        Assert.Empty(temporary.EnumerateFileSystemInfos());
        temporary.Delete();
    }

    [Fact]
    public void Execute_WithFarTooLittleMemory_SaysThatResourcesLack()
    {
        using var engine = new EmbeddedEngine(new EmbeddedEngineOptions { MemoryLimit = "1MB" });
        var rows = SparkSession.Create(engine).Range(10_000_000).GroupBy("id").Agg(Count(Lit(1)).As("n")).OrderBy("n");

        Assert.Equal(QueryErrorKind.Resources, Assert.Throws<QueryExecutionException>(() => rows.Collect().ToList()).Kind);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("text")]
    public void Execute_OverEightFilesOnEightThreads_NeedsLessThan500Megabytes(string format)
    {
        using var folder = new TemporaryFolder();
        for (var number = 0; number < 8; number++)
        {
            folder.Write($"{number}.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{row},{new string('x', 100)}\n")));
        }

        using var engine = new EmbeddedEngine(new EmbeddedEngineOptions { MemoryLimit = "500MB", Threads = 8 });
        var reader = SparkSession.Create(engine).Read().Format(format);
        var rows = (format == "csv" ? reader.Option("header", "true") : reader).Load(folder.Path);

        Assert.Equal(format == "csv" ? 160_000 : 160_008, rows.Count());
    }

    [Fact]
    public void Start_BesideFoldersOfKilledAndOfLivingEngines_DeletesThoseOfKilledOnes()
    {
        using var folder = new TemporaryFolder();
        var killed = Directory.CreateDirectory(folder["spark-analytics-engine-1"]).FullName;
        File.WriteAllText(Path.Combine(killed, "owner"), string.Empty);
        File.WriteAllText(Path.Combine(killed, "spilled"), "rows");
        var options = new EmbeddedEngineOptions { TempDirectory = folder.Path };
        using var living = new EmbeddedEngine(options);
        var living1 = Assert.Single(Directory.EnumerateDirectories(folder.Path));

        using var next = new EmbeddedEngine(options);

        Assert.False(Directory.Exists(killed));
        Assert.Contains(living1, Directory.EnumerateDirectories(folder.Path));
        Assert.Equal(2, Directory.EnumerateDirectories(folder.Path).Count());
    }

    [Fact]
    public void Start_OfManyEnginesAtOnce_LeavesEachItsFolder()
    {
        using var parent = new TemporaryFolder();
        var folders = new ConcurrentBag<Sessions.TemporaryFolder>();

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ => folders.Add(new Sessions.TemporaryFolder(parent.Path)));

        Assert.All(folders, folder => Assert.True(File.Exists(Path.Combine(folder.Path, "owner"))));
        Assert.Equal(400, Directory.EnumerateDirectories(parent.Path).Count());
        Assert.All(folders, folder => folder.Dispose());
        Assert.Empty(Directory.EnumerateDirectories(parent.Path));
    }
}
