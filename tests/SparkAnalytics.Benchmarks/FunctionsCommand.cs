using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>functions</c>: what the hot functions of the embedded engine take for a text, on one thread of DuckDB.</summary>
internal static class FunctionsCommand
{
    private const double NanosecondsPerSecond = 1e9;

    private const double BytesPerMegabyte = 1e6;

    public static Command Create()
    {
        var command = new Command("functions", "Runs the embedded engine's hot functions over sample rows and prints nanoseconds a text and megabytes a second, reading included.");
        command.SetAction(_ =>
        {
            var artifacts = Directory.CreateTempSubdirectory("benchmark-").FullName;
            try
            {
                Measure(artifacts);
            }
            finally
            {
                Directory.Delete(artifacts, recursive: true);
            }
        });
        return command;
    }

    private static void Measure(string artifacts)
    {
        // In this process: a program of its own for each benchmark would have to be built first.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var summary = BenchmarkRunner.Run<FunctionBenchmarks>(ManualConfig.CreateEmpty().AddLogger(NullLogger.Instance).AddJob(job).AddColumnProvider(DefaultColumnProviders.Instance).WithArtifactsPath(artifacts));
        using var rows = new FunctionBenchmarks();
        rows.Fill();
        Figures.Print("ns a text", "MB/s", "function");
        foreach (var report in summary.Reports)
        {
            var function = (string)report.BenchmarkCase.Parameters[nameof(FunctionBenchmarks.Function)];
            if (report.ResultStatistics is { Mean: var nanoseconds })
            {
                var (texts, bytes) = rows.Input(function);
                Figures.Print(nanoseconds / texts, bytes / BytesPerMegabyte / (nanoseconds / NanosecondsPerSecond), function);
            }
            else
            {
                Figures.Say($"{function} failed.");
            }
        }
    }
}
