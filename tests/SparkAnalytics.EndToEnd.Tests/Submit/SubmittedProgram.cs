namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>The program as <c>scripts/spark-submit.sh</c> runs it.</summary>
internal sealed class SubmittedProgram(TemporaryFolder folder, IReadOnlyList<string> options)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    /// <summary>The script, the driver in client mode and its child.</summary>
    public MarkedProcesses Processes { get; } = new();

    /// <summary>Runs a command to its end.</summary>
    public CommandResult Run(params string[] command)
    {
        using var running = Start(command);
        return running.Finish();
    }

    /// <summary>Starts a command, or Spark Connect alone.</summary>
    public RunningProgram Start(params string[] command)
    {
        string[] separated = command.Length == 0 ? [] : ["--", .. command];
        var info = StartedProgram.Info("bash", folder.Path, [Path.Combine(SourceTree.Root, "scripts", "spark-submit.sh"), .. options, .. separated]);
        info.Environment["SPARK_LOCAL_IP"] = "127.0.0.1";
        info.Environment["XDG_CACHE_HOME"] = folder.Of("cache");
        info.Environment["SPARK_LOCAL_DIRS"] = folder.Of("local");

        // Another address would be taken for a master.
        info.Environment["SPARK_REMOTE"] = "sc://127.0.0.1:1";
        Processes.Mark(info);
        return new RunningProgram(info, s_limit);
    }
}
