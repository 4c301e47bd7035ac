using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Checks;
using SparkAnalytics.Pipeline.Runs;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>check-input</c>: what a rebuild would find in its input.</summary>
internal static class CheckInputCommand
{
    public static ExampleCommand Create(Screen screen)
    {
        var command = new ExampleCommand(
            "check-input",
            "Read raw events as rebuild would and tell what they hold, without writing anything; ends with the exit code that rebuild would end with.",
            "check-input --input events/*.csv",
            "check-input --input export.csv --set columns.timestamp=[event_time] --set csv_delimiter=semicolon")
        {
            SharedOptions.Input, SharedOptions.InputFormat, SharedOptions.Now,
        };
        command.AddSettings();
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            string[] inputs = [.. parsed.GetRequiredValue(SharedOptions.Input)];
            var settings = parsed.Engine(screen);
            ServerPaths.RequireOf(settings, inputs);
            using var engine = new OpenEngine(settings, cancellation);
            var report = new InputCheck(engine.Session, parsed.Settings()).Run(
                [.. inputs], parsed.GetValue(SharedOptions.InputFormat), parsed.GetValue(SharedOptions.Now) ?? TimeProvider.System.GetUtcNow());
            InputCheckSummary.Write(screen.Output, report);
            if (report.Staged == 0)
            {
                throw StagedRows.None([.. report.SetAside.Select(reason => (reason.Reason, reason.Rows))]);
            }
        });
        return command;
    }
}
