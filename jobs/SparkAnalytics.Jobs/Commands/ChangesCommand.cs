using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Models;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>changes</c>: the log of restatements.</summary>
internal static class ChangesCommand
{
    public static Command Create(Screen screen)
    {
        var model = new Option<string?>("--model")
        {
            Description = $"Only the changes of {FctSessions.Table.Name}, {FctOrders.Table.Name} or {FctOrderAttribution.Table.Name}.",
            HelpName = "MODEL",
        };

        var command = new ExampleCommand(
            "changes",
            "Show what a run altered of what earlier runs had shown, from what to what and why: sessions by late events, orders that were sent again, the credit of orders.",
            "changes --lakehouse lakehouse",
            "changes --run 12 --model fct_order_attribution --lakehouse lakehouse --output-format json")
        {
            SharedOptions.Lakehouse, SharedOptions.Run, model, SharedOptions.Limit, SharedOptions.OutputFormat,
        };
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed, screen, cancellation);
            var rows = opened.Lakehouse.Changes(parsed.GetValue(SharedOptions.Run), parsed.GetValue(model)).Limit(parsed.GetValue(SharedOptions.Limit));
            RowPrinter.Print(screen, parsed.GetValue(SharedOptions.OutputFormat) ?? RowFormat.Table, rows.Schema(), rows.ToLocalIterator(), cancellation);
        });
        return command;
    }
}
