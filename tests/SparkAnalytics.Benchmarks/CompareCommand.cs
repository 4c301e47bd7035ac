using System.CommandLine;
using System.Globalization;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>compare</c>: rebuild and hand-written script on the same events in turn, each in a process of its own.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Description = "The built spark-analytics executable.", Required = true };
        var events = new Option<long>("--events") { Description = "Number of events.", DefaultValueFactory = _ => 1_000_000 };
        var pairs = new Option<int>("--pairs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var threads = new Option<int>("--threads") { Description = "DuckDB's threads in both.", DefaultValueFactory = _ => 2 };
        var memory = new Option<string?>("--memory") { Description = "DuckDB's memory limit in both, as in 1GB; its own default without." };
        var command = new Command("compare", "Runs rebuild and the hand-written script in turn and prints the ratios.") { program, events, pairs, threads, memory };
        command.SetAction(result => Compare(
            result.GetRequiredValue(program).FullName, result.GetValue(events), result.GetValue(pairs), result.GetValue(threads), result.GetValue(memory)));
        return command;
    }

    private static void Compare(string program, long events, int pairs, int threads, string? memory)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            var input = Path.Combine(folder, "input");
            SampleParquet.Write(new SampleOptions(events), input);
            string[] limits = ["--threads", threads.ToString(CultureInfo.InvariantCulture), .. memory is null ? Array.Empty<string>() : ["--memory", memory]];
            var rebuilds = new List<MeasuredProcess>();
            var scripts = new List<MeasuredProcess>();
            Figures.Print("pair", "rebuild s", "MB", "script s", "MB");
            for (var pair = 1; pair <= pairs; pair++)
            {
                rebuilds.Add(MeasuredProcess.InFreshFolder(folder, output => MeasuredProcess.Run(program, ["rebuild", "--input", input, "--lakehouse", output, "--quiet", .. limits])));
                scripts.Add(MeasuredProcess.InFreshFolder(folder, output => MeasuredProcess.Run(
                    Environment.ProcessPath!, ["handwritten", "--input", Path.Combine(input, "*.parquet"), "--output", output, .. limits])));
                Figures.Print(pair, rebuilds[^1].Seconds, rebuilds[^1].PeakMegabytes, scripts[^1].Seconds, scripts[^1].PeakMegabytes);
            }

            var seconds = (Rebuild: Figures.Median(rebuilds, run => run.Seconds), Script: Figures.Median(scripts, run => run.Seconds));
            var peaks = (Rebuild: Figures.Median(rebuilds, run => run.PeakMegabytes), Script: Figures.Median(scripts, run => run.PeakMegabytes));
            Figures.Print("median", seconds.Rebuild, peaks.Rebuild, seconds.Script, peaks.Script);
            Figures.Say($"rebuild / script at {events:N0} events, {threads} threads, memory {memory ?? "unlimited"}: time {seconds.Rebuild / seconds.Script:0.00}, peak memory {peaks.Rebuild / peaks.Script:0.00}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
