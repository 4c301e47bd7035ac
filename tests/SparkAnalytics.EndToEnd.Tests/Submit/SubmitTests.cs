using System.Net;
using System.Text.Json;
using SparkAnalytics.EndToEnd.Tests.Spark;

namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>Rebuilds inside Spark applications on a cluster, through the script as an operator calls it: the same tables as in process, whatever dies meanwhile, and nothing left behind.</summary>
[Collection(nameof(SparkCluster))]
public sealed class SubmitTests(SparkCluster cluster) : IDisposable
{
    private const string Now = "2025-06-01";

    private readonly TwoLakehouses _lakehouses = new();

    [Fact]
    public void Rebuild_InClientModeWhileAnExecutorIsKilled_EqualsThatInProcess()
    {
        var submission = cluster.Submission();
        var command = RebuildInProcess();

        using var running = submission.Start([.. command, "--lakehouse", _lakehouses.Folder.Of("spark"), "--json", _lakehouses.Folder.Of("report.json")]);
        running.WaitForProgress("stg_events ...");
        var addresses = submission.Processes.Addresses().Concat(cluster.Processes.Addresses()).ToList();
        Kill(Assert.Single(cluster.Processes.Running("CoarseGrainedExecutorBackend")));
        var result = running.Finish().Succeeded();

        // Spark Connect and the driver's own ports, those of master, workers and executor.
        Assert.True(addresses.Count > 6);
        Assert.All(addresses, address => Assert.Equal(IPAddress.Loopback, address));
        Assert.Contains("Lost executor 0", result.Errors, StringComparison.Ordinal);
        Assert.Contains("spark-analytics ended with exit code 0", result.Errors, StringComparison.Ordinal);
        Assert.Contains("engine: Spark at sc://localhost:", result.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Report("report.json").GetProperty("exit_code").GetInt32());
        Assert.All(_lakehouses.Compare(), table => Assert.True(table.Value > 0, table.Key));
        cluster.ForgetKilled();
        cluster.HasNothingLeftOf(submission);
    }

    [Fact]
    public void Rebuild_WhenTheDriverIsKilled_LeavesTheOldTablesAndTheNextInClusterModeWorks()
    {
        var submission = cluster.Submission();
        var command = RebuildInProcess();
        var lakehouse = _lakehouses.Folder.Of("spark");
        StartedProgram.Run("rebuild", "--input", Sample(60), "--lakehouse", lakehouse, "--quiet").Succeeded();
        var before = SampleLakehouse.Counts(lakehouse);

        using (var killed = submission.Start([.. command, "--lakehouse", lakehouse, "--replace"]))
        {
            killed.WaitForProgress("fct_session_events ...");
            Assert.Single(submission.Processes.Running("spark-analytics\0rebuild"), process => process != killed.Id);
            Kill(killed.Id);
            submission.Processes.EndSoon();
            Assert.Equal(137, killed.Finish().ExitCode);
        }

        Assert.Equal(before, SampleLakehouse.Counts(lakehouse));
        cluster.ForgetKilled();

        // The same over it, now with settings and a report that travel.
        File.WriteAllText(_lakehouses.Folder.Of("own settings.yaml"), "session_timeout: 45m\n");
        Directory.CreateDirectory(_lakehouses.Folder.Of("reports"));
        string[] settings = ["--settings", _lakehouses.Folder.Of("own settings.yaml")];
        StartedProgram.Run([.. command, .. settings, "--lakehouse", _lakehouses.Folder.Of("embedded"), "--quiet"]).Succeeded();
        var inCluster = cluster.Submission(null, "--deploy-mode", "cluster");
        var result = inCluster.Run([.. command, .. settings, "--lakehouse", lakehouse, "--replace", "--json", $"file://{_lakehouses.Folder.Of("reports/of a run.json")}"]);

        Assert.True(result.ExitCode == 0, result.Errors + cluster.DriverLogs());
        Assert.Contains("is FINISHED", result.Errors, StringComparison.Ordinal);
        Assert.Equal(lakehouse, Report("reports/of a run.json").GetProperty("lakehouse").GetString());
        Assert.All(_lakehouses.Compare(), table => Assert.True(table.Value > 0, table.Key));
        cluster.HasNothingLeftOf(inCluster);
    }

    public void Dispose() => _lakehouses.Dispose();

    private static void Kill(int process)
    {
        using var killed = System.Diagnostics.Process.GetProcessById(process);
        killed.Kill();
    }

    private string Sample(int events)
    {
        var folder = _lakehouses.Folder.Of($"sample-{events}");
        StartedProgram.Run("sample", "--events", $"{events}", "--seed", "7", "--output", folder).Succeeded();
        return folder;
    }

    /// <summary>Rebuilds in process.</summary>
    /// <returns>The command, without a lakehouse.</returns>
    private string[] RebuildInProcess()
    {
        string[] command = ["rebuild", "--input", Sample(400), "--now", Now];
        StartedProgram.Run([.. command, "--lakehouse", _lakehouses.Folder.Of("embedded"), "--quiet"]).Succeeded();
        return command;
    }

    private JsonElement Report(string name) => JsonDocument.Parse(File.ReadAllText(_lakehouses.Folder.Of(name))).RootElement;
}
