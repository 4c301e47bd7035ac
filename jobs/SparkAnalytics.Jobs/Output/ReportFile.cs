using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Reports;

namespace SparkAnalytics.Jobs.Output;

/// <summary>The file of <c>--json</c>.</summary>
internal static class ReportFile
{
    /// <summary>Fails before a run whose report could not be written afterwards.</summary>
    public static void Check(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path) || !Directory.Exists(folder))
        {
            throw new PipelineException(ExitCode.BadUsage, Directory.Exists(path) ? $"--json {path}: this is a folder; name a file" : $"--json {path}: there is no folder '{folder}'");
        }
    }

    public static void Write(RunReport report, string path) => File.WriteAllText(path, RunReportJson.Write(report) + "\n");
}
