using SparkAnalytics.EndToEnd.Tests.Spark;

namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>How submissions end that do not rebuild: with the program's exit code, or waiting for others.</summary>
[Collection(nameof(SparkCluster))]
public sealed class SubmitEndingsTests(SparkCluster cluster) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Command_WithAWrongSetting_EndsWithTwo()
    {
        var submission = cluster.Submission();
        var result = submission.Run("rebuild", "--input", _folder.Path, "--lakehouse", _folder.Of("lakehouse"), "--set", "sesion_timeout=1h");

        Assert.Contains("sesion_timeout", result.FailedWith(2), StringComparison.Ordinal);
        cluster.HasNothingLeftOf(submission);
    }

    [Fact]
    public void Command_InClusterModeWithoutInput_EndsWithOneAndItsReportHasThree()
    {
        var submission = cluster.Submission(null, "--deploy-mode", "cluster", "--stage", _folder.Of("stage"));
        var result = submission.Run("rebuild", "--input", _folder.Of("none"), "--lakehouse", _folder.Of("lakehouse"), "--json", _folder.Of("report.json"));

        Assert.True(result.ExitCode == 1, result.Errors);
        Assert.Contains("ended as FAILED", result.Errors, StringComparison.Ordinal);
        Assert.Equal([".jar", ".tgz"], Directory.GetFiles(_folder.Of("stage"), "spark-analytics-*").Select(Path.GetExtension).Order());
        Assert.Contains("\"exit_code\": 3", File.ReadAllText(_folder.Of("report.json")), StringComparison.Ordinal);
        cluster.HasNothingLeftOf(submission);
    }

    [Fact]
    public void Command_OnALockedLakehouse_EndsWithFour()
    {
        var submission = cluster.Submission();
        StartedProgram.Run("sample", "--events", "20000", "--output", _folder.Of("sample")).Succeeded();
        string[] command = ["rebuild", "--input", _folder.Of("sample"), "--lakehouse", _folder.Of("lakehouse")];
        using var holder = StartedProgram.Start(_folder.Path, command);
        holder.WaitForProgress("stg_events ...");
        holder.Signal("STOP");

        Assert.Contains("lock", submission.Run(command).FailedWith(4), StringComparison.Ordinal);

        holder.Signal("CONT");
        holder.Finish().Succeeded();
        cluster.HasNothingLeftOf(submission);
    }

    [Fact]
    public void Command_WhenItsDriverIsToldToStop_EndsCleanlyBeforeIt()
    {
        var submission = cluster.Submission("local[1]");
        StartedProgram.Run("sample", "--events", "100", "--output", _folder.Of("sample")).Succeeded();
        using var running = submission.Start("rebuild", "--input", _folder.Of("sample"), "--lakehouse", _folder.Of("lakehouse"), "--json", $"file://{_folder.Of("report.json")}");
        running.WaitForProgress("input ...");

        running.Signal("TERM");

        Assert.Equal("error: stopped by SIGTERM before the end", running.Finish().FailedWith(143));
        submission.Processes.EndSoon();
        Assert.Contains("\"exit_code\": 143", File.ReadAllText(_folder.Of("report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Submission_WithoutACommand_WaitsForProgramsThatHaveItsToken()
    {
        var submission = cluster.Submission("local[1]");
        using var waiting = submission.Start();
        var given = waiting.WaitForOutput("export ").Split(' ')[1..].Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        string[] query = ["history", "fct_orders", "--lakehouse", _folder.Of("none"), "--remote", given["SPARK_REMOTE"]];
        string Ask(string token, int exitCode) => SparkProgram.RunWith("SPARK_CONNECT_AUTHENTICATE_TOKEN", token, query).FailedWith(exitCode);

        // Who has the token is told that there is no lakehouse; who has another, or none, nothing.
        Assert.Contains("has no completed run", Ask(given["SPARK_CONNECT_AUTHENTICATE_TOKEN"], 3), StringComparison.Ordinal);
        Assert.Contains("token", Ask("a guess", 6), StringComparison.Ordinal);
        Assert.Contains("token", Ask("", 6), StringComparison.Ordinal);

        waiting.Signal("TERM");
        Assert.Equal(143, waiting.Finish().ExitCode);
        submission.Processes.EndSoon();
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>The tests that share a cluster, after all others: its machines and those of the shared server would take the processors from one another.</summary>
[CollectionDefinition(nameof(SparkCluster), DisableParallelization = true)]
public sealed class SparkClusterDefinition : ICollectionFixture<SparkCluster>;
