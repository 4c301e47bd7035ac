using System.CommandLine;
using SparkAnalytics.SampleData;
using SparkAnalytics.SparkServer;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>compare-spark</c>: rebuild on a Spark server and the job written by hand for PySpark on the same events in turn, both on <c>local[2]</c>.</summary>
internal static class CompareSparkCommand
{
    private const string Partitions = "spark.sql.shuffle.partitions=4";

    /// <summary>What the server is started with, too.</summary>
    private static readonly string[] s_settings = [Partitions, "spark.log.level=WARN", .. LocalSparkServer.OnThisMachine];

    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Description = "The built spark-analytics executable.", Required = true };
        var script = new Option<FileInfo>("--script") { Description = "The job to compare with.", DefaultValueFactory = _ => new FileInfo("tests/SparkAnalytics.Benchmarks/handwritten.py") };
        var events = new Option<long>("--events") { Description = "Number of events.", DefaultValueFactory = _ => 1_000_000 };
        var pairs = new Option<int>("--pairs") { Description = "Runs of each.", DefaultValueFactory = _ => 3 };
        var memory = new Option<string>("--memory") { Description = "The driver's memory in both.", DefaultValueFactory = _ => "4g" };
        var keep = new Option<bool>("--keep-server") { Description = "One server for all runs of the rebuild, as it mostly is; without, a new one for each, whose start is not counted." };
        var command = new Command("compare-spark", "Runs rebuild on Spark and the PySpark job in turn and prints the ratios. Needs SPARK_HOME.") { program, script, events, pairs, memory, keep };
        command.SetAction(result => Compare(
            result.GetRequiredValue(program).FullName, result.GetRequiredValue(script).FullName, result.GetValue(events), result.GetValue(pairs), result.GetValue(memory)!, result.GetValue(keep)));
        return command;
    }

    private static void Compare(string program, string script, long events, int pairs, string memory, bool keepServer)
    {
        var home = LocalSparkServer.Home ?? throw new InvalidOperationException(LocalSparkServer.SkipReason);
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        LocalSparkServer? kept = null;
        try
        {
            var input = Path.Combine(folder, "input");
            SampleParquet.Write(new SampleOptions(events), input);
            var rebuilds = new List<MeasuredProcess>();
            var scripts = new List<MeasuredProcess>();
            Figures.Print("pair", "rebuild s", "client s", "script s");
            for (var pair = 1; pair <= pairs; pair++)
            {
                var server = kept ?? LocalSparkServer.Start(memory, settings: Partitions);
                kept = keepServer ? server : null;
                rebuilds.Add(MeasuredProcess.InFreshFolder(folder, output => MeasuredProcess.Run(program, ["rebuild", "--remote", server.Remote, "--input", input, "--lakehouse", output, "--quiet"])));
                if (!keepServer)
                {
                    server.Dispose();
                }

                scripts.Add(MeasuredProcess.InFreshFolder(folder, output => MeasuredProcess.Run(
                    Path.Combine(home, "bin", "spark-submit"),
                    ["--master", "local[2]", "--driver-memory", memory, .. s_settings.SelectMany(setting => new[] { "--conf", setting }), script, "--input", input, "--lakehouse", output])));
                Figures.Print(pair, rebuilds[^1].Seconds, rebuilds[^1].ProcessorSeconds, scripts[^1].Seconds);
            }

            var (rebuild, client, written) = (Figures.Median(rebuilds, run => run.Seconds), Figures.Median(rebuilds, run => run.ProcessorSeconds), Figures.Median(scripts, run => run.Seconds));
            Figures.Print("median", rebuild, client, written);
            Figures.Say($"rebuild / script at {events:N0} events, local[2], {memory}, {(keepServer ? "one server" : "a new server each")}: {rebuild / written:0.00}; processor time of the client {client / rebuild:0.00} of the time");
        }
        finally
        {
            kept?.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
