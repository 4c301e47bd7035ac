using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using static SparkAnalytics.Pipeline.Tests.Support.IncrementalLakehouse;

namespace SparkAnalytics.Pipeline.Tests.Increments;

/// <summary>Settings and rules that are not those by which the tables were made.</summary>
public sealed class ChangedSettingsTests : IDisposable
{
    private static readonly DateTimeOffset s_clock = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IncrementalLakehouse _lakehouse = new();

    public ChangedSettingsTests() => _lakehouse.Load(
        Event("u", "2025-03-01T23:00:00Z", data: AdClick), Purchase("u", "2025-03-09T12:00:00Z", "o1", 30), Event("u", "", "page_view"));

    public void Dispose() => _lakehouse.Dispose();

    [Fact]
    public void Run_WithAnotherWindow_IsRefusedAndNamesTheTable()
    {
        var refusal = Assert.Throws<PipelineException>(() => Run(rebuildChanged: false, "attribution_window=14d"));

        Assert.Equal(ExitCode.BadUsage, refusal.ExitCode);
        Assert.Equal(
            "The settings differ from those of run 1 (attribution_window is 14d instead of 7d), so fct_order_attribution would hold rows of both. Give the settings of then, or --rebuild-changed, which makes this table anew from the others.",
            refusal.Message);
        Assert.Single(_lakehouse.Test.Lakehouse.Runs());
    }

    [Fact]
    public void Run_WithAnotherWindowAndRebuildChanged_MakesThatTableAnewAndNoOther()
    {
        Assert.Empty(_lakehouse.Rows("fct_order_attribution", "order_id"));

        var report = Run(rebuildChanged: true, "attribution_window=14d")!;

        Assert.Equal(RunKind.Recompute, report.Kind);
        Assert.Equal(["first_click o1", "last_click o1"], _lakehouse.Rows("fct_order_attribution", "model", "order_id"));
        Assert.Equal(["fct_order_attribution"], report.Tables.Where(table => table.Version == 1).Select(table => table.Name));

        // The settings are now those of the last run.
        _lakehouse.Write(Event("u", "2025-03-10T12:00:00Z"));
        Assert.Equal(RunKind.Run, Run(rebuildChanged: false, "attribution_window=14d")!.Kind);
        Assert.Equal(ExitCode.BadUsage, Assert.Throws<PipelineException>(() => _lakehouse.Run()).ExitCode);
    }

    [Fact]
    public void Run_WithAnotherTimeoutRebuildChangedAndNewEvents_MakesTheTablesAnewAndLoadsTheEvents()
    {
        _lakehouse.Write(Event("u", "2025-03-02T01:00:00Z"));

        Assert.Contains("(session_timeout is 3h instead of 30m), so fct_session_events, fct_sessions, dim_users, fct_marketing_touches, fct_order_attribution would", Assert.Throws<PipelineException>(() => Run(false, "session_timeout=3h")).Message, StringComparison.Ordinal);
        var report = Run(rebuildChanged: true, "session_timeout=3h")!;

        Assert.Equal((RunKind.Run, 1L), (report.Kind, report.Input.Rows));
        Assert.Equal(["u-1 01 23:00 02 01:00", "u-2 09 12:00 09 12:00"], _lakehouse.Rows("fct_sessions", "session_id", "session_start_ts", "session_end_ts"));
    }

    [Fact]
    public void Run_InAnotherTimeZone_ReadsTheRawEventsAgain()
    {
        Assert.EndsWith("which makes these tables anew from all files loaded so far.", Assert.Throws<PipelineException>(() => Run(false, "time_zone=Europe/Berlin")).Message, StringComparison.Ordinal);

        var report = Run(rebuildChanged: true, "time_zone=Europe/Berlin")!;

        Assert.Equal((RunKind.Rebuild, 3L), (report.Kind, report.Input.Rows));
        Assert.Equal(["2025-03-02", "2025-03-09"], _lakehouse.Rows("fct_sessions", "session_date"));
        Assert.Equal(["2025-03-02", "2025-03-09"], _lakehouse.Rows("stg_events", "event_date"));
        Assert.Null(Run(rebuildChanged: false, "time_zone=Europe/Berlin"));
    }

    [Fact]
    public void Run_WithANewRevisionOfARule_IsRefusedAndMakesItsTablesAnew()
    {
        var settings = _lakehouse.Test.Settings;
        var revised = settings with { Canonical = [.. settings.Canonical.Select(line => line == "revision.fct_orders=1" ? "revision.fct_orders=2" : line)] };
        Assert.NotEqual(settings.Hash, revised.Hash);

        var refusal = Assert.Throws<PipelineException>(() => Run(revised, rebuildChanged: false));
        var report = Run(revised, rebuildChanged: true)!;

        Assert.Contains("(the rule of fct_orders has revision 2 instead of 1), so fct_orders, dim_users, fct_order_attribution would", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["fct_orders", "dim_users", "fct_order_attribution"], report.Tables.Where(table => table.Version == 1).Select(table => table.Name));
    }

    [Fact]
    public void Run_WhenAnotherRunChangesTheSettingsWhileItWaits_IsRefusedAndSeesThemNextTime()
    {
        var test = _lakehouse.Test;
        var other = new RunEnvironment(test.Spark, new LakehousePaths(test.Path), test.Settings, TimeProvider.System).AcquireLock("run");
        var time = new InterruptedWait(() =>
        {
            other.Dispose();
            Assert.Equal(RunKind.Recompute, Run(rebuildChanged: true, "session_timeout=3h")!.Kind);
        });
        var waiting = new Lakehouse(test.Spark, test.Path, SettingsLoader.Load(null, ["attribution_window=14d"]), time) { WaitForLock = TimeSpan.FromMinutes(5) };

        var refusal = Assert.Throws<PipelineException>(() => waiting.Run(new RunRequest([_lakehouse.Input]) { Now = s_clock, RebuildChanged = true }, null, CancellationToken.None));

        Assert.Equal(ExitCode.Locked, refusal.ExitCode);
        Assert.Equal($"Run 2 of the lakehouse {test.Path} came between, so other tables may have to be made anew. Run again.", refusal.Message);
        Assert.Equal([2L, 1L], test.Lakehouse.Runs().Select(run => run.RunId));

        // By the settings of run 1 only the attribution was to be made anew; now the sessions are too.
        Assert.Equal(
            ["fct_session_events", "fct_sessions", "dim_users", "fct_marketing_touches", "fct_order_attribution"],
            Run(rebuildChanged: true, "attribution_window=14d")!.Tables.Where(table => table.Version == 2).Select(table => table.Name));
    }

    [Fact]
    public void Of_WhenOnlyTheOrderOfRulesDiffers_SaysSo()
    {
        var change = SettingChange.Of(["rules.a=Direct always", "rules.b=Email always"], ["rules.b=Email always", "rules.a=Direct always"]);

        Assert.Equal("the order of rules or sites", change.Text);
        Assert.True(change.NeedsRawEvents);
    }

    [Fact]
    public void Of_UnknownSettings_ConcernsAllTables() => Assert.Equal(8, SettingChange.Of([], _lakehouse.Test.Settings.Canonical).Tables.Length);

    private RunReport? Run(bool rebuildChanged, params string[] settings) => Run(SettingsLoader.Load(null, settings), rebuildChanged);

    private RunReport? Run(EffectiveSettings settings, bool rebuildChanged) =>
        new Lakehouse(_lakehouse.Test.Spark, _lakehouse.Test.Path, settings, TimeProvider.System).Run(
            new RunRequest([_lakehouse.Input]) { Now = s_clock, RebuildChanged = rebuildChanged }, null, CancellationToken.None);

    /// <summary>A clock by which something happens when a run waits for the lock, and the wait is over at once.</summary>
    private sealed class InterruptedWait(Action happening) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            // The timer that renews a lock is periodic, that of a wait is not.
            if (period != Timeout.InfiniteTimeSpan)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            happening();
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
