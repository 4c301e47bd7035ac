using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Increments;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>run</c>: what is new in the inputs, added to what the lakehouse holds.</summary>
internal static class RunCommand
{
    public static Command Create(Screen screen)
    {
        var minAge = new Option<TimeSpan?>("--min-age")
        {
            Description = "Leave files that were changed less than this long ago, such as 5m, to a later run.",
            HelpName = "DURATION",
            CustomParser = ValueParsers.Duration,
        };

        var rebuildChanged = new Option<bool>("--rebuild-changed") { Description = "Where settings or rules have changed, make the tables anew that this concerns; without it the run is refused then." };

        var command = new ExampleCommand(
            "run",
            "Load the files that were not loaded before and bring all tables to what a rebuild of all events would make: what an orchestrator calls every hour. In an empty lakehouse it is a rebuild.",
            "run --input events --lakehouse lakehouse",
            "run --input events --lakehouse lakehouse --min-age 5m --json report.json")
        {
            minAge, rebuildChanged,
        };
        command.Loads(screen, (parsed, lakehouse, progress, cancellation) => lakehouse.Run(
            new RunRequest([.. parsed.GetRequiredValue(SharedOptions.Input)])
            {
                InputFormat = parsed.GetValue(SharedOptions.InputFormat),
                Now = parsed.GetValue(SharedOptions.Now),
                MinAge = parsed.GetValue(minAge),
                RebuildChanged = parsed.GetValue(rebuildChanged),
            },
            progress,
            cancellation));
        return command;
    }
}
