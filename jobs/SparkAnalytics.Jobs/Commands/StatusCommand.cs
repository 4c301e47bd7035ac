using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Pipeline.Status;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>status</c>: how a lakehouse stands. It only reads, so it works beside a run that holds the lock.</summary>
internal static class StatusCommand
{
    private static readonly Option<RowFormat?> s_outputFormat = new("--output-format")
    {
        Description = "table or json. Default: table.",
        HelpName = "FORMAT",
        CustomParser = ValueParsers.OneOf<RowFormat?>(("table", RowFormat.Table), ("json", RowFormat.Json)),
    };

    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand(
            "status",
            "Say how a lakehouse stands: its last run, runs that failed or have no end and what becomes of them, the lock, the settings, the tables.",
            "status --lakehouse lakehouse",
            "status --lakehouse lakehouse --output-format json")
        {
            SharedOptions.Lakehouse, s_outputFormat,
        };
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToReadAlone(parsed, screen, cancellation);
            var status = opened.Lakehouse.Status();
            if (parsed.GetValue(s_outputFormat) == RowFormat.Json)
            {
                screen.Lines.WriteLine(LakehouseStatusJson.Write(status));
            }
            else
            {
                StatusSummary.Write(screen.Output, status);
            }
        });
        return command;
    }
}
