using CsCheck;
using SparkAnalytics.Delta;
using SparkAnalytics.Delta.Tests;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Properties;

/// <summary>The promise: any sequence of runs, whatever is late, sent again or in the future, ends in the tables of one rebuild.</summary>
public sealed class IncrementsTests : IDisposable
{
    /// <summary>The environment variable with the number of sequences to try; before a release it is set far higher than for each commit.</summary>
    private const string Sequences = "SPARK_ANALYTICS_SEQUENCES";

    private const int GroupsOfASequence = 60;

    /// <summary>Fewer storage calls than the run that makes a lakehouse takes, so that one dies in any sequence.</summary>
    private const int CallsOfAnyFirstRun = 100;

    private static readonly Gen<Func<AnalyticsSettings, AnalyticsSettings>> s_settings = Gen.Select(
        Gen.Enum<SessionEntry>(), Gen.Enum<OrderTime>(), Gen.Enum<BotHandling>(), Gen.Bool, Gen.Bool, (entry, time, bots, isAway, models) =>
            new Func<AnalyticsSettings, AnalyticsSettings>(given => given with
            {
                SessionEntry = entry,
                OrderTime = time,
                Bots = bots,
                TimeZone = isAway ? "America/New_York" : given.TimeZone,
                AttributionModels = models ? AttributionModelNames.All : given.AttributionModels,
            }));

    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Run_InAnySequence_EndsInTheTablesOfOneRebuild() => Try(4, (lakehouse, random, request) =>
    {
        var report = lakehouse(_test.Spark).Run(request, null, CancellationToken.None);
        Assert.NotNull(report);
        return report;
    });

    [Fact]
    public void Run_WhenProcessesDieBetweenAnyTwoStorageCalls_EndsInTheTablesOfOneRebuild()
    {
        var (died, calls) = (0, CallsOfAnyFirstRun);
        Try(3, (lakehouse, random, request) =>
        {
            for (var left = 1 + random.Next(2); left > 0; left--)
            {
                var store = new CrashingStore(new LocalFileStore(), random.Next(calls));
                var engine = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { FileStore = store }));
                var error = Record.Exception(() => lakehouse(engine).Run(request, null, CancellationToken.None));
                engine.Stop();
                Assert.True(error is null || ExitCodes.Of(error) == ExitCode.Unavailable, error?.ToString());
                died += store.Crashed ? 1 : 0;

                // One that lived tells how many calls there are to die after.
                calls = store.Crashed ? Math.Max(calls, store.Calls) : store.Calls;
            }

            return lakehouse(_test.Spark).Run(request, null, CancellationToken.None);
        });
        Assert.True(died > 0, "no run died");
    }

    /// <summary>Loads random histories run by run in a way, and compares the tables with those of one rebuild.</summary>
    private void Try(int few, Func<Func<SparkSession, Lakehouse>, Random, RunRequest, RunReport?> load)
    {
        var sequences = int.TryParse(Environment.GetEnvironmentVariable(Sequences), out var given) ? given : few;
        var number = 0;
        Gen.Select(Gen.Int, Gen.Int[2, 6], s_settings).Sample(
            (seed, runs, change) =>
            {
                var name = $"case-{number++}";
                var history = new RandomHistory(seed, GroupsOfASequence, runs);
                var random = new Random(seed);
                var settings = _test.Settings with { Analytics = change(_test.Settings.Analytics) };
                var files = settings.Analytics.Files;
                Lakehouse Increments(SparkSession spark) => new(spark, _test.In(name + "-increments"), settings with { Analytics = settings.Analytics with { Files = files } }, TimeProvider.System);
                RunReport? last = null;
                for (var run = 0; run < runs; run++)
                {
                    // How files are written and joined alters no row, and may be another way each time.
                    files = files with { DeletionVectors = random.Next(2) == 0, CompactAbove = random.Next(4) == 0 ? 1 : 0 };
                    SplitInput.Write(_test, $"{name}/{run}", run % 3, history.Runs[run]);
                    last = load(Increments, random, new RunRequest([_test.In(name)]) { Now = history.Clocks[run] });
                }

                var rebuilt = new Lakehouse(_test.Spark, _test.In(name + "-rebuilt"), settings, TimeProvider.System);
                var report = rebuilt.Rebuild(new RebuildRequest([_test.In(name)]) { Now = history.Clocks[^1] }, null, CancellationToken.None);
                TableRows.AssertSame(TableRows.All(rebuilt), TableRows.All(Increments(_test.Spark)));

                // A report carries the figures of the one before on; a run that died may have done all before it could tell.
                if (last is not null)
                {
                    Assert.Equal((report.Totals, report.Watermark), (last.Totals, last.Watermark));
                    Assert.Equal(report.Channels, last.Channels);
                    Assert.Equal(report.Tables.Select(table => (table.Name, table.Rows)), last.Tables.Select(table => (table.Name, table.Rows)));
                }
            },
            iter: sequences,
            threads: 1);
    }
}
