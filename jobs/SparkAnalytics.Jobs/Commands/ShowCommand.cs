using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>show</c>: the first rows of a table.</summary>
internal static class ShowCommand
{
    public static Command Create(Screen screen)
    {
        var version = new Option<long?>("--version")
        {
            Description = "This version of the table (see history). Default: the one that the last run names.",
            HelpName = "N",
            CustomParser = ValueParsers.MaybeAtLeast(0),
        };

        var command = new ExampleCommand(
            "show",
            "Print some rows of a table.",
            "show fct_orders --limit 5 --lakehouse lakehouse",
            "show fct_sessions --version 0 --lakehouse lakehouse",
            "show quarantined_events --limit 1000 --lakehouse lakehouse --output-format csv > quarantine.csv")
        {
            SharedArguments.Table, SharedOptions.Lakehouse, SharedOptions.Limit, version, SharedOptions.AsOf, SharedOptions.OutputFormat,
        };
        command.AllowsOnlyOneOf(version, SharedOptions.AsOf);
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed, screen, cancellation);
            var rows = opened.Lakehouse
                .Table(parsed.GetRequiredValue(SharedArguments.Table), new RunSelector(AsOf: parsed.GetValue(SharedOptions.AsOf)), parsed.GetValue(version))
                .Limit(parsed.GetValue(SharedOptions.Limit));
            RowPrinter.Print(screen, parsed.GetValue(SharedOptions.OutputFormat) ?? RowFormat.Table, rows.Schema(), rows.ToLocalIterator(), cancellation);
        });
        return command;
    }
}
