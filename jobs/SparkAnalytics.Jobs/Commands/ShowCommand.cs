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
        var limit = new Option<int>("--limit")
        {
            Description = "How many rows.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
            CustomParser = ValueParsers.AtLeast<int>(1),
        };
        var version = new Option<long?>("--version")
        {
            Description = "This version of the table (see history). Default: the one that the last run names.",
            HelpName = "N",
            CustomParser = ValueParsers.AtLeast<long?>(0),
        };

        var command = new ExampleCommand(
            "show",
            "Print some rows of a table.",
            "show fct_orders --limit 5 --lakehouse lakehouse",
            "show fct_sessions --version 0 --lakehouse lakehouse")
        {
            SharedArguments.Table, SharedOptions.Lakehouse, limit, version, SharedOptions.AsOf,
        };
        command.AllowsOnlyOneOf(version, SharedOptions.AsOf);
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed, cancellation);
            var rows = opened.Lakehouse
                .Table(parsed.GetRequiredValue(SharedArguments.Table), new RunSelector(AsOf: parsed.GetValue(SharedOptions.AsOf)), parsed.GetValue(version))
                .Limit(parsed.GetValue(limit));
            RowPrinter.Print(screen, RowFormat.Table, rows.Schema(), rows.ToLocalIterator(), cancellation);
        });
        return command;
    }
}
