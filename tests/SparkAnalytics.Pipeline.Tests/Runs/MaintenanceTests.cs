using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.SampleData;
using SparkAnalytics.SampleData.Writers;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Runs;

public sealed class MaintenanceTests : IDisposable
{
    private const string Header = "client_id,timestamp,event_name\n";

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly TestLakehouse _test;

    public MaintenanceTests() => _test = new TestLakehouse(new EmbeddedEngineOptions { TimeProvider = _clock, Threads = 1 });

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Optimize_OfManySmallFiles_JoinsThemAndRecordsARunWithTheSameRows()
    {
        var options = new SampleOptions(2_000, 3, new DateOnly(2025, 3, 1), 3);
        SampleCsvWriter.Write(SampleEvents.Generate(options), options, _test.In("in"));
        var request = new RebuildRequest([_test.In("in")]) { Now = new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero) };
        _test.Reopen(_clock).Rebuild(request, null, CancellationToken.None);
        var before = TableRows.All(_test.Lakehouse);
        ScatterIntoSmallFiles(files: 5);
        Assert.Equal(5, Files("stg_events", version: 5));
        _clock.Advance(TimeSpan.FromHours(1));

        var results = _test.Reopen(_clock).Optimize(null, CancellationToken.None);

        Assert.Equal(ModelSteps.Tables.Select(table => table.Name), results.Select(result => result.Table));
        Assert.Equal((1L, 5L, 6L), Of(results, StgEvents.Table.Name));
        Assert.Equal((0L, 0L, 0L), Of(results, DimUsers.Table.Name));
        Assert.Equal(1, Files("stg_events", version: 6));
        TableRows.AssertSame(before, TableRows.All(_test.Lakehouse));
        var run = _test.Spark.Read().Format("delta").Load(Path.Combine(_test.Path, "_state", "runs")).OrderBy("at").Collect().Last();
        Assert.Equal((3L, "completed", "optimize"), (run.GetAs<long>("run_id"), run.GetAs<string>("state"), run.GetAs<string>("kind")));
        Assert.Contains("\"stg_events\":6", run.GetAs<string>("versions"), StringComparison.Ordinal);
        Assert.Equal([RunState.Started, RunState.Completed], new RunLog(_test.Spark, new LakehousePaths(_test.Path)).Read().Where(row => row.Kind == RunKind.Optimize).Select(row => row.State));

        Assert.Equal("spark-analytics run 3", _test.Lakehouse.History("stg_events").Collect().First().GetAs<string>("userMetadata"));

        // Each run's set stays readable, by its number and by time.
        TableRows.AssertSame(before, TableRows.All(_test.Lakehouse, new RunSelector(1)));
        TableRows.AssertSame(before, TableRows.All(_test.Lakehouse, new RunSelector(AsOf: _clock.GetUtcNow().AddMinutes(-30))));

        // A second time there is nothing to join, and a rebuild goes on from there.
        Assert.All(_test.Reopen(_clock).Optimize(null, CancellationToken.None), result => Assert.Equal((0L, 0L), (result.FilesAdded, result.FilesRemoved)));
        Assert.Equal(5, _test.Rebuild(request).RunId);
    }

    [Fact]
    public void Optimize_WhenSomebodyElseChangedATable_RefusesUntilItHasBeenRebuilt()
    {
        var input = Rebuild("u1");
        DeltaTable.ForPath(_test.Spark, Path.Combine(_test.Path, "fct_sessions")).Delete();

        var error = Assert.Throws<PipelineException>(() => _test.Lakehouse.Optimize(null, CancellationToken.None));

        Assert.Equal(ExitCode.Locked, error.ExitCode);
        Assert.Contains("fct_sessions was changed by somebody else: version 1 (DELETE) is of no run of this program; the last one, 1, names version 0. Restore that version if the change was a mistake, or rebuild.", error.Message, StringComparison.Ordinal);
        _test.Rebuild(input);
        _test.Lakehouse.Optimize(null, CancellationToken.None);
    }

    [Fact]
    public void Optimize_WhenAnOptimizeBeforeItDidNotFinish_GoesOnFromThere()
    {
        Rebuild("u1", "u2");
        ScatterIntoSmallFiles(files: 2);
        Assert.Equal(3, DeltaTable.ForPath(_test.Spark, Path.Combine(_test.Path, "stg_events")).Optimize().ExecuteCompaction().Version);

        var results = _test.Reopen(_clock).Optimize(null, CancellationToken.None);

        Assert.Equal((0L, 0L, 3L), Of(results, StgEvents.Table.Name));
        Assert.Equal(["u1", "u2"], _test.Texts("select user_id from stg_events order by 1"));
        Assert.Equal(3L, _test.Spark.Read().Format("delta").Load(Path.Combine(_test.Path, "_state", "runs")).Collect().LongCount(run => run.GetAs<string>("state") == "completed"));
    }

    [Fact]
    public void Optimize_WhenThereIsNoRun_SaysSo()
    {
        var error = Assert.Throws<PipelineException>(() => _test.Lakehouse.Optimize(null, CancellationToken.None));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Contains("has no completed run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vacuum_AfterTheRetention_KeepsTheLastRunsFilesOnly()
    {
        Rebuild("u1");
        _clock.Advance(TimeSpan.FromHours(1));
        Rebuild("u1", "u2");

        // A run that did not finish left a newer version behind; the last completed run's files are no longer in the table's latest version.
        DeltaTable.ForPath(_test.Spark, Path.Combine(_test.Path, "dim_users")).Delete();
        _clock.Advance(TimeSpan.FromDays(8));
        SetFileTimesBack();

        var planned = _test.Reopen(_clock).Vacuum(TimeSpan.FromDays(7), dryRun: true, CancellationToken.None);
        Assert.Equal(1, planned.Single(result => result.Table == DimUsers.Table.Name).FilesRemoved);
        Assert.All(planned.SelectMany(result => result.Paths), path => Assert.True(File.Exists(LocalPath(path)), path));
        Assert.Equal(1L, _test.Lakehouse.Query("select count(*) from dim_users", new RunSelector(1)).Collect().Single().GetAs<long>(0));

        var done = _test.Reopen(_clock).Vacuum(TimeSpan.FromDays(7), dryRun: false, CancellationToken.None);

        Assert.Equal(planned.SelectMany(result => result.Paths), done.SelectMany(result => result.Paths));
        Assert.All(done.SelectMany(result => result.Paths), path => Assert.False(File.Exists(LocalPath(path)), path));
        Assert.Equal(["u1", "u2"], _test.Texts("select user_id from dim_users order by 1"));
        Assert.Equal(2, TableRows.All(_test.Lakehouse)["fct_session_events"].Count);
    }

    [Fact]
    public void Vacuum_BeforeTheRetention_DeletesNothing()
    {
        Rebuild("u1");
        Rebuild("u1", "u2");
        _clock.Advance(TimeSpan.FromDays(6));

        var results = _test.Reopen(_clock).Vacuum(TimeSpan.FromDays(7), dryRun: false, CancellationToken.None);

        Assert.Empty(results.SelectMany(result => result.Paths));
        Assert.Equal(1L, _test.Lakehouse.Query("select count(*) from dim_users", new RunSelector(1)).Collect().Single().GetAs<long>(0));
    }

    [Fact]
    public void Vacuum_BelowSevenDays_IsRefused()
    {
        Rebuild("u1");

        var error = Assert.Throws<PipelineException>(() => _test.Lakehouse.Vacuum(TimeSpan.FromHours(167.5), dryRun: true, CancellationToken.None));

        Assert.Equal(ExitCode.BadUsage, error.ExitCode);
        Assert.Contains("A retention of 167.5 hours is below 168 hours (7 days)", error.Message, StringComparison.Ordinal);
    }

    private string Rebuild(params string[] users)
    {
        _test.File("in/events.csv", Header + string.Concat(users.Select(user => user + ",2025-03-01T09:00:00Z,page_view\n")));
        _test.Reopen(_clock).Rebuild(new RebuildRequest([_test.In("in")]) { Now = TestLakehouse.Noon }, null, CancellationToken.None);
        return _test.In("in");
    }

    /// <summary>Writes stg_events anew in several commits, as increments would, and completes a run with that version.</summary>
    private void ScatterIntoSmallFiles(int files)
    {
        foreach (var part in Enumerable.Range(0, files))
        {
            _test.Lakehouse.Query($"from stg_events qualify row_number() over (order by event_id) % {files} = {part}", new RunSelector(1))
                .Write().Format("delta").Mode(part == 0 ? SaveMode.Overwrite : SaveMode.Append).Save(Path.Combine(_test.Path, "stg_events"));
        }

        var log = new RunLog(_test.Spark, new LakehousePaths(_test.Path));
        var last = log.Select(RunSelector.Latest);
        log.Append(last with { RunId = 2, At = _clock.GetUtcNow(), Versions = last.Versions.SetItem("stg_events", files) });
    }

    private static (long? Added, long? Removed, long Version) Of(IEnumerable<MaintenanceResult> results, string table)
    {
        var result = results.Single(one => one.Table == table);
        return (result.FilesAdded, result.FilesRemoved, result.Version);
    }

    private long Files(string table, long version = 0) =>
        _test.Spark.Read().Format("delta").Option("versionAsOf", version.ToString(System.Globalization.CultureInfo.InvariantCulture)).Load(Path.Combine(_test.Path, table))
            .Select(Functions.InputFileName()).Distinct().Count();

    private void SetFileTimesBack()
    {
        foreach (var file in Directory.EnumerateFiles(_test.Path, "*.parquet", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }

    private static string LocalPath(string path) => path.StartsWith("file:", StringComparison.Ordinal) ? new Uri(path).LocalPath : path;
}
