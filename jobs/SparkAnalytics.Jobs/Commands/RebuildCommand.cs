using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Runs;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>rebuild</c>: the full history from raw events to the seven tables.</summary>
internal static class RebuildCommand
{
    public static Command Create(Screen screen)
    {
        var replace = new Option<bool>("--replace") { Description = "Overwrite even if the lakehouse holds files that are not among the inputs." };

        var command = new ExampleCommand(
            "rebuild",
            "Load the full history of raw events and replace what the lakehouse held; earlier versions stay readable.",
            "rebuild --input events/*.csv --lakehouse lakehouse",
            "rebuild --input events.parquet --lakehouse lakehouse --set session_timeout=45m --memory 2GB --json report.json")
        {
            SharedOptions.Input, SharedOptions.Lakehouse, SharedOptions.InputFormat, SharedOptions.Now, SharedOptions.Json, replace, SharedOptions.Quiet,
        };
        command.AddSettings();
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            var reportPath = parsed.GetValue(SharedOptions.Json);
            if (reportPath is not null)
            {
                ReportFile.Check(reportPath);
            }

            var request = new RebuildRequest([.. parsed.GetRequiredValue(SharedOptions.Input)])
            {
                InputFormat = parsed.GetValue(SharedOptions.InputFormat),
                Now = parsed.GetValue(SharedOptions.Now),
                Replace = parsed.GetValue(replace),
            };
            var isQuiet = parsed.GetValue(SharedOptions.Quiet);
            var engine = parsed.Engine(screen);
            ServerPaths.RequireOf(engine, request.Inputs);
            using var opened = OpenLakehouse.At(parsed.GetRequiredValue(SharedOptions.Lakehouse), parsed.Settings(), engine, cancellation);
            var report = ProgressDisplay.Run(screen, isQuiet, opened.Activity, progress => opened.Lakehouse.Rebuild(request, progress, cancellation));
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
