using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Progress as plain lines, for logs.</summary>
internal sealed class ProgressLines(Action<string> write) : IProgress<RunProgress>
{
    public void Report(RunProgress value) => write(value.State == RunStepState.Started ? $"{value.Step} ..." : Done(value));

    /// <summary>A finished step in words.</summary>
    public static string Done(RunProgress value)
    {
        var rows = value.Rows is { } count ? $" {Counted.Of(count, "row", "rows")}" : " done";
        return value.Step + ":" + rows + (value.Elapsed is { } elapsed ? $" in {Figures.Seconds(elapsed.TotalSeconds)}" : "");
    }
}
