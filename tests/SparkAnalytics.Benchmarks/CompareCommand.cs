using System.CommandLine;
using System.Globalization;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>compare</c>: rebuild and hand-written script on the same events in turn, each in a process of its own; then other inputs, and what takes a moment.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Description = "The built spark-analytics executable.", Required = true };
        var events = new Option<long>("--events") { Description = "Number of events.", DefaultValueFactory = _ => 1_000_000 };
        var pairs = new Option<int>("--pairs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var threads = new Option<int>("--threads") { Description = "DuckDB's threads in both.", DefaultValueFactory = _ => 2 };
        var memory = new Option<string?>("--memory") { Description = "DuckDB's memory limit in both, as in 1GB; its own default without." };
        var isShort = new Option<bool>("--pairs-only") { Description = "Leaves out other inputs and short commands." };
        var command = new Command("compare", "Runs rebuild and the hand-written script in turn and prints the ratios, then rebuilds from CSV and JSON lines and short commands.") { program, events, pairs, threads, memory, isShort };
        command.SetAction(result =>
        {
            var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
            try
            {
                var limit = result.GetValue(memory);
                string[] limits = ["--threads", result.GetValue(threads).ToString(CultureInfo.InvariantCulture), .. limit is null ? Array.Empty<string>() : ["--memory", limit]];
                var comparison = new Comparison(result.GetRequiredValue(program).FullName, folder, result.GetValue(events), result.GetValue(pairs), limits);
                var rebuild = comparison.WithScript();
                if (!result.GetValue(isShort))
                {
                    comparison.OtherInputs(rebuild);
                    new ShortCommands(comparison).Measure();
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }
}
