using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Progress as plain lines, for logs.</summary>
internal sealed class ProgressLines(Action<string> write, TimeProvider time) : IProgress<RunProgress>
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(10);
    private long _last = time.GetTimestamp();

    public void Report(RunProgress value)
    {
        _last = time.GetTimestamp();
        write(value.State == RunStepState.Started ? $"{value.Step} ..." : Done(value));
    }

    /// <summary>What a server has done of the running step, from time to time.</summary>
    public void Report(ServerWork progress)
    {
        if (time.GetElapsedTime(_last) >= s_between)
        {
            _last = time.GetTimestamp();
            write($"... {Server(progress)}");
        }
    }

    /// <summary>A server's work in words.</summary>
    public static string Server(ServerWork progress) =>
        $"{progress.DoneStages} of {Counted.Of(progress.Stages, "stage", "stages")}, {progress.DoneTasks} of {Counted.Of(progress.Tasks, "task", "tasks")}, {Figures.Size(progress.BytesRead)} read";

    /// <summary>A finished step in words.</summary>
    public static string Done(RunProgress value)
    {
        var rows = value.Rows is { } count ? $" {Counted.Of(count, "row", "rows")}" : " done";
        return value.Step + ":" + rows + (value.Elapsed is { } elapsed ? $" in {Figures.Seconds(elapsed.TotalSeconds)}" : "");
    }
}
