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
        var pairs = new Option<int>("--runs") { Description = "Rebuilds, and runs of each increment after each.", DefaultValueFactory = _ => 3 };
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where to keep inputs, for the next time; a temporary folder without." };
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
            var report = Path.Combine(folder, "report.json");
            var rebuilds = new List<MeasuredProcess>();
            var increments = new[] { ("one more day", input.Day), ("with 100 events weeks late", input.LateDay) }
                .Select(increment => (Name: increment.Item1, File: increment.Item2, Runs: new List<MeasuredProcess>())).ToList();

            // In turns, since a machine's speed changes by the hour.
            for (var run = 0; run < runs; run++)
            {
                Delete(history);
                rebuilds.Add(MeasuredProcess.Run(program, ["rebuild", "--input", input.History, "--lakehouse", history, .. options]));
                foreach (var (name, file, measured) in increments)
                {
                    var lakehouse = Path.Combine(folder, "increment");
                    Delete(lakehouse);
                    LakehouseFiles.Copy(history, lakehouse);
                    measured.Add(MeasuredProcess.Run(program, ["run", "--input", input.History, file, "--lakehouse", lakehouse, "--json", report, .. options, .. settings]));
                    if (run == runs - 1)
                    {
                        Figures.Say($"{name}:");
                        LakehouseFiles.PrintChanges(history, lakehouse, report);
                    }

                    Delete(lakehouse);
                }
            }

            Figures.Say($"{count} days, {eventsOfDay * count:N0} events; medians of {runs}, of each by itself: seconds, of the rebuild, processor seconds, of the rebuild, MB at the peak");
            Say("rebuild", rebuilds, rebuilds);
            increments.ForEach(increment => Say(increment.Name, increment.Runs, rebuilds));
        }
    }

    /// <summary>Each run is compared with the rebuild just before it.</summary>
    private static void Say(string name, List<MeasuredProcess> measured, List<MeasuredProcess> rebuilds)
    {
        double OfRebuild(Func<MeasuredProcess, double> value) => Figures.Median(measured.Zip(rebuilds, (run, rebuild) => value(run) / value(rebuild)));
        Figures.Say($"{name,-28} {Figures.Median(measured, run => run.Seconds),8:0.00} {OfRebuild(run => run.Seconds):0.000} {Figures.Median(measured, run => run.ProcessorSeconds),8:0.00} {OfRebuild(run => run.ProcessorSeconds):0.000} {Figures.Median(measured, run => run.PeakMegabytes):0} ({measured.Min(run => run.Seconds):0.00} to {measured.Max(run => run.Seconds):0.00} s)");
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
