using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>history</c>: the commits of a table.</summary>
internal static class HistoryCommand
{
    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand("history", "List the commits of a table, newest first.", "history fct_orders --lakehouse lakehouse")
        {
            SharedArguments.Table, SharedOptions.Lakehouse,
        };
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed.GetRequiredValue(SharedOptions.Lakehouse), cancellation);
            var history = opened.Lakehouse.History(parsed.GetRequiredValue(SharedArguments.Table));
            RowPrinter.Print(screen, RowFormat.Table, history.Schema(), history.ToLocalIterator(), cancellation);
        });
        return command;
    }
}
