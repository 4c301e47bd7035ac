using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
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
            replace,
        };
        command.Loads(screen, (parsed, lakehouse, progress, cancellation) => lakehouse.Rebuild(
            new RebuildRequest([.. parsed.GetRequiredValue(SharedOptions.Input)])
            {
                InputFormat = parsed.GetValue(SharedOptions.InputFormat),
                Now = parsed.GetValue(SharedOptions.Now),
                Replace = parsed.GetValue(replace),
            },
            progress,
            cancellation));
        return command;
    }
}
