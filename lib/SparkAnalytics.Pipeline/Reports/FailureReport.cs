namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What is left to report of a run that failed, or never began: for whoever sees the file and not the process, as on a cluster.</summary>
/// <param name="ExitCode">The program's exit code; never 0.</param>
/// <param name="Error">The message.</param>
public sealed record FailureReport(int ExitCode, string Error);
