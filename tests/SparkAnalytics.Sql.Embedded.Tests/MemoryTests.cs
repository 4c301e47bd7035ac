using SparkAnalytics.Sql.Expressions;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void Execute_WithLessMemoryThanRows_SpillsAndCleansUp()
    {
        var temporary = Directory.CreateTempSubdirectory("embedded-memory-");
        using (var engine = new EmbeddedEngine(new EmbeddedEngineOptions { MemoryLimit = "100MB", Threads = 2, TempDirectory = temporary.FullName }))
        {
            var rows = SparkSession.Create(engine).Range(3_000_000)
                .Select(Col("id"), Md5(Col("id").Cast("string")).As("hash"))
                .WithColumn("place", RowNumber().Over(Window.OrderBy("hash")))
                .Agg(Sum("place"), CountDistinct("hash")).Collect().Single();

            Assert.Equal([4_500_001_500_000L, 3_000_000L], rows.Values);
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
}
