using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded;
using static SparkAnalytics.Pipeline.Tests.Support.IncrementalLakehouse;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>What runs do so that a lakehouse stays small.</summary>
public sealed class UpkeepTests
{
    [Fact]
    public void Run_WithMoreSmallFilesThanAllowed_JoinsThem()
    {
        using var lakehouse = new IncrementalLakehouse("files.compact_above=2");
        Load(lakehouse, 1);
        Load(lakehouse, 2);
        Assert.Equal(2, Files(lakehouse.Test, "stg_events"));

        var third = Load(lakehouse, 3);

        Assert.Equal(1, Files(lakehouse.Test, "stg_events"));
        Assert.Equal(3L, third.Tables.Single(table => table.Name == "stg_events").Version);
        Assert.Equal(["u 01 10:00", "u 02 10:00", "u 03 10:00"], lakehouse.Rows("stg_events", "user_id", "event_ts"));
        Load(lakehouse, 4);
        Assert.Equal(2, Files(lakehouse.Test, "stg_events"));
    }

    [Fact]
    public void Run_WithCompactionOff_LeavesSmallFiles()
    {
        using var lakehouse = new IncrementalLakehouse("files.compact_above=0");
        Enumerable.Range(1, 3).ToList().ForEach(day => Load(lakehouse, day));

        Assert.Equal(3, Files(lakehouse.Test, "stg_events"));
    }

    [Fact]
    public void Run_EachFiftieth_PutsTheStateInOrderAndForgetsOldRestatements()
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
        Load(test, lakehouse, "d", Event("u", "2025-03-03T10:00:00Z"));

        // Of run 2, of 401 days ago, nothing is left; all of run 49 is.
        Assert.Empty(lakehouse.Changes(2, null).Collect());
        Assert.NotEmpty(lakehouse.Changes(49, null).Collect());

        // One file for all rows before, and the last row of run 50. Of the lock's files nothing is left but that of run 50, which was in force then.
        Assert.Equal(2, Files(test, "_state/runs"));
        Assert.Single(Directory.GetFiles(test.In("lakehouse/_state/lock"), "*.parquet"));
    }

    private static RunReport? Load(TestLakehouse test, Lakehouse lakehouse, string name, params string[] events)
    {
        test.File($"events/{name}.csv", "client_id,timestamp,event_name,event_data\n" + string.Concat(events));
        return lakehouse.Run(new RunRequest([test.In("events")]), null, CancellationToken.None);
    }

    private static RunReport Load(IncrementalLakehouse lakehouse, int day) => lakehouse.Load(Event("u", $"2025-03-0{day}T10:00:00Z"));

    private static long Files(TestLakehouse test, string table) =>
        DeltaTable.ForPath(test.Spark, test.In($"lakehouse/{table}")).Detail().Collect().Single().GetAs<long>("numFiles");
}
