using System.Collections.Immutable;
using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>rebuild</c>: the full history from raw events to the seven tables.</summary>
internal static class RebuildCommand
{
    public static Command Create(Screen screen)
    {
        var input = new Option<string[]>("--input")
        {
            Description = "Files, folders or globs with the raw events.",
            HelpName = "PATH",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var format = new Option<InputFormat?>("--input-format")
        {
            Description = "csv, jsonl, parquet or delta; where it is not given, the names tell it.",
            HelpName = "FORMAT",
            CustomParser = ValueParsers.OneOf<InputFormat?>(("csv", InputFormat.Csv), ("jsonl", InputFormat.JsonLines), ("parquet", InputFormat.Parquet), ("delta", InputFormat.Delta)),
        };
        var now = new Option<DateTimeOffset?>("--now")
        {
            Description = "The run's clock; events after it (and a day of grace) are quarantined. Default: the present.",
            HelpName = "INSTANT",
            CustomParser = ValueParsers.Instant,
        };
        var memory = new Option<long?>("--memory")
        {
            Description = "Memory of the engine, such as 2GB; what needs more spills to disk.",
            HelpName = "SIZE",
            CustomParser = ValueParsers.Bytes,
        };
        var threads = new Option<int?>("--threads")
        {
            Description = "Threads of the engine. Default: one for each processor.",
            HelpName = "N",
            CustomParser = ValueParsers.AtLeast<int?>(1),
        };
        var temporary = new Option<string?>("--temp") { Description = "The folder that the engine spills to.", HelpName = "DIR" };
        var json = new Option<string?>("--json") { Description = "Write the run report to this file, as JSON.", HelpName = "FILE" };
        var replace = new Option<bool>("--replace") { Description = "Overwrite even if the lakehouse holds files that are not among the inputs." };
        var quiet = new Option<bool>("--quiet") { Description = "Print nothing but failures." };

        var command = new ExampleCommand(
            "rebuild",
            "Load the full history of raw events and replace what the lakehouse held; earlier versions stay readable.",
            "rebuild --input events/*.csv --lakehouse lakehouse",
            "rebuild --input events.parquet --lakehouse lakehouse --set session_timeout=45m --memory 2GB --json report.json")
        {
            input, SharedOptions.Lakehouse, format, SharedOptions.SettingsFile, SharedOptions.Assignments, now, memory, threads, temporary, json, replace, quiet,
        };
        command.Does((parsed, cancellation) =>
        {
            var reportPath = parsed.GetValue(json);
            if (reportPath is not null)
            {
                ReportFile.Check(reportPath);
            }

            var settings = SettingsLoader.Load(parsed.GetValue(SharedOptions.SettingsFile), parsed.GetValue(SharedOptions.Assignments));
            var engine = new EngineSettings(parsed.GetValue(memory), parsed.GetValue(threads), parsed.GetValue(temporary));
            var request = new RebuildRequest([.. parsed.GetRequiredValue(input)])
            {
                InputFormat = parsed.GetValue(format),
                Now = parsed.GetValue(now),
                Replace = parsed.GetValue(replace),
            };
            var isQuiet = parsed.GetValue(quiet);
            using var opened = OpenLakehouse.At(parsed.GetRequiredValue(SharedOptions.Lakehouse), settings, engine, cancellation);
            var report = ProgressDisplay.Run(screen, isQuiet, progress => opened.Lakehouse.Rebuild(request, progress, cancellation));
            if (reportPath is not null)
            {
                ReportFile.Write(report, reportPath);
            }

            if (!isQuiet)
            {
                RunSummary.Write(screen.Output, report);
            }
        });
        return command;
    }
}
