using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

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
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed, screen, cancellation);
            var history = opened.Lakehouse.History(parsed.GetRequiredValue(SharedArguments.Table));
            Row[] commits = [.. history.ToLocalIterator()];

            // Spark has columns for notebooks and clusters, which stay empty here.
            var filled = new StructType(history.Schema().Fields.Where(field => commits.Any(commit => commit.Get(field.Name) is not null)));
            var rows = commits.Select(commit => new Row([.. filled.Fields.Select(field => commit.Get(field.Name))], filled));
            RowPrinter.Print(screen, RowFormat.Table, filled, rows, cancellation);
        });
        return command;
    }
}
