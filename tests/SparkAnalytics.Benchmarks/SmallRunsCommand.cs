using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>small-runs</c>: many small increments one after the other, each in a process of its own: does the last cost more than the tenth, and what do logs and state take?</summary>
internal static class SmallRunsCommand
{
    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Description = "The built spark-analytics executable.", Required = true };
        var runs = new Option<int>("--runs") { Description = "Number of runs.", DefaultValueFactory = _ => 1000 };
        var events = new Option<long>("--events") { Description = "Events of a run, about.", DefaultValueFactory = _ => 500 };
        var settings = new Option<string[]>("--set") { Description = "Settings of all runs.", DefaultValueFactory = _ => [] };
        var command = new Command("small-runs", "Loads many small files one by one and prints times and sizes.") { program, runs, events, settings };
        command.SetAction(result =>
        {
            var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
            try
            {
                Measure(result.GetRequiredValue(program).FullName, folder, result.GetValue(runs), result.GetValue(events), [.. result.GetValue(settings)!.SelectMany(setting => new[] { "--set", setting })]);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static void Measure(string program, string folder, int runs, long events, IReadOnlyList<string> settings)
    {
        var (input, lakehouse) = (Path.Combine(folder, "input"), Path.Combine(folder, "lakehouse"));
        Directory.CreateDirectory(input);
        var seconds = new List<double>();
        Figures.Print("run", "seconds", "of 10", "data files", "bytes", "log files", "bytes", "state files", "bytes");
        foreach (var (rows, run) in SampleEvents.Generate(new SampleOptions(events * runs)).Chunk((int)events).Select((rows, index) => (rows, index + 1)))
        {
            File.WriteAllLines(Path.Combine(input, string.Create(CultureInfo.InvariantCulture, $"events-{run:D6}.jsonl")), rows.Select(Json));
            seconds.Add(MeasuredProcess.Run(program, ["run", "--input", input, "--lakehouse", lakehouse, "--quiet", "--threads", "2", .. settings]).Seconds);
            if (run is 1 or 10 || run % 100 == 0 || run == runs)
            {
                var files = new DirectoryInfo(lakehouse).EnumerateFiles("*", SearchOption.AllDirectories)
                    .ToLookup(file => file.FullName.Contains("/_state/", StringComparison.Ordinal) ? "state" : file.FullName.Contains("/_delta_log/", StringComparison.Ordinal) ? "log" : "data", file => file.Length);
                var median = seconds.TakeLast(10).Order().ElementAt(Math.Min(run, 10) / 2);
                Figures.Print(run, seconds[^1], median, (long)files["data"].Count(), files["data"].Sum(), (long)files["log"].Count(), files["log"].Sum(), (long)files["state"].Count(), files["state"].Sum());
            }
        }
    }

    private static string Json(SampleEvent row) => JsonSerializer.Serialize(new Dictionary<string, string?>
    {
        ["client_id"] = row.ClientId ?? row.NewClientId,
        ["timestamp"] = row.Timestamp,
        ["event_name"] = row.EventName,
        ["page_url"] = row.PageUrl,
        ["referrer"] = row.Referrer,
        ["user_agent"] = row.UserAgent,
        ["event_data"] = row.EventData,
    });
}
