using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Reports;

namespace SparkAnalytics.Jobs.Output;

/// <summary>The file of <c>--json</c>.</summary>
internal static class ReportFile
{
    /// <summary>Fails before a run whose report could not be written afterwards.</summary>
    public static void Check(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal))
        {
            throw new PipelineException(ExitCode.BadUsage, $"--json {path}: this program writes to its own machine; a report goes to a cluster's storage where scripts/spark-submit.sh starts the program");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path) || !Directory.Exists(folder))
        {
            throw new PipelineException(ExitCode.BadUsage, Directory.Exists(path) ? $"--json {path}: this is a folder; name a file" : $"--json {path}: there is no folder '{folder}'");
        }
    }

    /// <summary>Reports a failure, which must not be hidden by another one: where the file cannot be written, the screen has the message alone.</summary>
    public static void Write(FailureReport report, string path)
    {
        try
        {
            File.WriteAllText(path, RunReportJson.Write(report) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
        }
    }

    public static void Write(NothingNewReport report, string path) => File.WriteAllText(path, RunReportJson.Write(report) + "\n");

    public static void Write(RunReport report, string path) => File.WriteAllText(path, RunReportJson.Write(report) + "\n");
}
