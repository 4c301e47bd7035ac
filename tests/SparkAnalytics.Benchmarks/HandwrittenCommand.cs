using System.CommandLine;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>handwritten</c>: runs the hand-written script once.</summary>
internal static class HandwrittenCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "Raw events: a Parquet or CSV file, or a glob.", Required = true };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder for the eight Parquet files.", Required = true };
        var threads = new Option<int>("--threads") { Description = "DuckDB's threads.", DefaultValueFactory = _ => 2 };
        var memory = new Option<string?>("--memory") { Description = "DuckDB's memory limit, as in 1GB; its own default without." };
        var clock = new Option<DateTimeOffset>("--now") { Description = "The run's clock.", DefaultValueFactory = _ => TimeProvider.System.GetUtcNow() };
        var command = new Command("handwritten", "Runs the hand-written script once.") { input, output, threads, memory, clock };
        command.SetAction(result => HandwrittenScript.Run(new HandwrittenScript.Settings(
            result.GetRequiredValue(input), result.GetRequiredValue(output).FullName, result.GetValue(threads), result.GetValue(memory), result.GetValue(clock))));
        return command;
    }
}
