using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Pipeline.Tests.Support.IncrementalLakehouse;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>What runs do so that a lakehouse stays small.</summary>
public sealed class UpkeepTests
{
    [Fact]
    public void Run_WithMoreSmallFilesThanAllowed_JoinsThemInOrderOfTime()
    {
        using var lakehouse = new IncrementalLakehouse("files.compact_above=2");
        Load(lakehouse, 2);
        Load(lakehouse, 3);
        Assert.Equal(2, FilesOf(lakehouse.Test, "stg_events").Count);

        var third = Load(lakehouse, 1);

        var joined = Assert.Single(FilesOf(lakehouse.Test, "stg_events"));
        Assert.Equal([1, 2, 3], lakehouse.Test.Spark.Read().Parquet(joined).Collect().Select(row => row.GetAs<Timestamp>("event_ts").ToDateTime().Day));
        Assert.Equal(3L, third.Tables.Single(table => table.Name == "stg_events").Version);
        Assert.Equal(["u 01 10:00", "u 02 10:00", "u 03 10:00"], lakehouse.Rows("stg_events", "user_id", "event_ts"));
        Load(lakehouse, 4);
        Assert.Equal(2, FilesOf(lakehouse.Test, "stg_events").Count);
    }

    [Fact]
    public void Run_ThatJoinsSmallFiles_LeavesThoseThatAreLargeEnough()
    {
        using var lakehouse = new IncrementalLakehouse("files.compact_above=2", "files.target_file_size=1MB");
        var random = new Random(1);
        lakehouse.Load([.. Enumerable.Range(0, 20_000).Select(number => Event($"{random.NextInt64():x16}", $"2025-03-01T{number % 24:D2}:{number % 60:D2}:00Z"))]);
        var large = FilesOf(lakehouse.Test, "stg_events").Where(file => new FileInfo(file).Length >= (1 << 20) / 8).ToList();
        Assert.NotEmpty(large);

        // Until a run has joined what earlier ones left.
        var small = new List<int>();
        while (small.Count < 2 || small[^1] > small[^2])
        {
            Load(lakehouse, small.Count + 2);
            small.Add(FilesOf(lakehouse.Test, "stg_events").Except(large).Count());
        }

        Assert.Equal(1, small[^1]);
        Assert.Empty(large.Except(FilesOf(lakehouse.Test, "stg_events")));
    }

    [Fact]
    public void Run_WithCompactionOff_LeavesSmallFiles()
    {
        using var lakehouse = new IncrementalLakehouse("files.compact_above=0");
        Enumerable.Range(1, 3).ToList().ForEach(day => Load(lakehouse, day));

        Assert.Equal(3, FilesOf(lakehouse.Test, "stg_events").Count);
    }

    [Theory]
    [InlineData(RunKind.Run)]
    [InlineData(RunKind.Optimize)]
    public void Run_FromTheFiftiethOn_PutsTheStateInOrderAndForgetsOldRestatements(RunKind fiftieth)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var test = new TestLakehouse(new EmbeddedEngineOptions { TimeProvider = time });
        var lakehouse = test.Reopen(time);
        var log = new RunLog(test.Spark, new LakehousePaths(test.Path));
        Load(test, lakehouse, "a", Event("u", "2025-03-02T10:00:00Z"));
        Load(test, lakehouse, "b", Event("u", "2025-03-01T10:00:00Z"));
        Assert.NotEmpty(lakehouse.Changes(2, null).Collect());
        log.Append(log.Read()[^1] with { RunId = 48, At = time.GetUtcNow() });

        time.Advance(TimeSpan.FromDays(300));
        Load(test, lakehouse, "c", Event("u", "2025-02-28T10:00:00Z"));
        Assert.NotEmpty(lakehouse.Changes(49, null).Collect());
        time.Advance(TimeSpan.FromDays(101));
        if (fiftieth == RunKind.Optimize)
        {
            log.Append(log.Read()[^1] with { RunId = 50, Kind = fiftieth, At = time.GetUtcNow() });
        }

        Load(test, lakehouse, "d", Event("u", "2025-03-03T10:00:00Z"));

        // Of run 2, of 401 days ago, nothing is left; all of run 49 is.
        Assert.Empty(lakehouse.Changes(2, null).Collect());
        Assert.NotEmpty(lakehouse.Changes(49, null).Collect());

        // One file for all rows before, and the last row of the run. Of the lock's files nothing is left but that of the run, which was in force then.
        Assert.Equal(2, FilesOf(test, "_state/runs").Count);
        Assert.Single(Directory.GetFiles(test.In("lakehouse/_state/lock"), "*.parquet"));
    }

    private static RunReport? Load(TestLakehouse test, Lakehouse lakehouse, string name, params string[] events)
    {
        test.File($"events/{name}.csv", "client_id,timestamp,event_name,event_data\n" + string.Concat(events));
        return lakehouse.Run(new RunRequest([test.In("events")]), null, CancellationToken.None);
    }

    private static RunReport Load(IncrementalLakehouse lakehouse, int day) => lakehouse.Load(Event("u", $"2025-03-{day:D2}T10:00:00Z"));

    private static List<string> FilesOf(TestLakehouse test, string table) =>
        [.. test.Spark.Read().Format("delta").Load(test.In($"lakehouse/{table}")).Select(InputFileName().As("file")).Distinct().Collect().Select(row => row.GetAs<string>("file"))];
}
