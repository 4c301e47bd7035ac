using System.CommandLine;
using System.Globalization;

namespace SparkAnalytics.Benchmarks;

/// <summary><c>increments</c>: one more day on top of a history, against the rebuild of that history, each in a process of its own.</summary>
internal static class IncrementsCommand
{
    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Description = "The built spark-analytics executable.", Required = true };
        var eventsOfDay = new Option<long>("--events-of-day") { Description = "Number of events of a day.", DefaultValueFactory = _ => 333_333 };
        var days = new Option<int[]>("--days") { Description = "Days of the history; each is measured by itself.", DefaultValueFactory = _ => [30, 90], AllowMultipleArgumentsPerToken = true };
        var threads = new Option<int>("--threads") { Description = "DuckDB's threads.", DefaultValueFactory = _ => 2 };
        var pairs = new Option<int>("--runs") { Description = "Runs of each increment.", DefaultValueFactory = _ => 3 };
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where to keep inputs and histories, for the next time; a temporary folder without." };
        var settings = new Option<string[]>("--set") { Description = "Settings of the increments.", DefaultValueFactory = _ => [] };
        var command = new Command("increments", "Loads one more day into a history and prints the ratio to the history's rebuild.") { program, eventsOfDay, days, threads, pairs, folder, settings };
        command.SetAction(result =>
        {
            var kept = result.GetValue(folder)?.FullName;
            var place = kept ?? Directory.CreateTempSubdirectory("benchmark-").FullName;
            try
            {
                string[] options = ["--threads", result.GetValue(threads).ToString(CultureInfo.InvariantCulture), "--quiet"];
                Measure(result.GetRequiredValue(program).FullName, place, result.GetValue(eventsOfDay), result.GetValue(days)!, options, [.. result.GetValue(settings)!.SelectMany(setting => new[] { "--set", setting })], result.GetValue(pairs));
            }
            finally
            {
                if (kept is null)
                {
                    Directory.Delete(place, recursive: true);
                }
            }
        });
        return command;
    }

    private static void Measure(string program, string place, long eventsOfDay, IReadOnlyList<int> days, IReadOnlyList<string> options, IReadOnlyList<string> settings, int runs)
    {
        foreach (var count in days)
        {
            var folder = Path.Combine(place, $"{eventsOfDay}x{count}");
            var input = IncrementInput.In(folder, eventsOfDay, count);
            var history = Path.Combine(folder, "lakehouse");
            var kept = Path.Combine(folder, "rebuild-seconds");
            if (!File.Exists(kept))
            {
                var rebuild = MeasuredProcess.Run(program, ["rebuild", "--input", input.History, "--lakehouse", history, .. options]);
                File.WriteAllText(kept, rebuild.Seconds.ToString(CultureInfo.InvariantCulture));
            }

            var seconds = double.Parse(File.ReadAllText(kept), CultureInfo.InvariantCulture);
            Figures.Say($"{count} days, {eventsOfDay * count:N0} events: rebuild {seconds:0.0} s");
            foreach (var (name, file) in new[] { ("one more day", input.Day), ("with 100 events weeks late", input.LateDay) })
            {
                var measured = new List<MeasuredProcess>();
                for (var run = 0; run < runs; run++)
                {
                    var lakehouse = Path.Combine(folder, "increment");
                    LakehouseFiles.Copy(history, lakehouse);
                    measured.Add(MeasuredProcess.Run(program, ["run", "--input", input.History, file, "--lakehouse", lakehouse, "--json", Path.Combine(folder, "report.json"), .. options, .. settings]));
                    if (run == runs - 1)
                    {
                        LakehouseFiles.PrintChanges(history, lakehouse, Path.Combine(folder, "report.json"));
                    }

                    Directory.Delete(lakehouse, recursive: true);
                }

                var median = Figures.Median(measured, run => run.Seconds);
                Figures.Say($"{name}: {median:0.00} s (from {measured.Min(run => run.Seconds):0.00} to {measured.Max(run => run.Seconds):0.00}), of the rebuild {median / seconds:0.000}; peak memory {Figures.Median(measured, run => run.PeakMegabytes):0} MB");
            }
        }
    }
}
