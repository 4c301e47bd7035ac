using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>describe</c>: a table's columns, types and meaning.</summary>
internal static class DescribeCommand
{
    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand(
            "describe",
            "Say what a table is for and what its columns hold.",
            "describe fct_order_attribution --lakehouse lakehouse")
        {
            SharedArguments.Table, SharedOptions.Lakehouse,
        };
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed, screen, cancellation);
            var description = opened.Lakehouse.Describe(parsed.GetRequiredValue(SharedArguments.Table));
            screen.Output.Write(new Text(description.Name, new Style(decoration: Decoration.Bold)));
            screen.Output.Write(new Text($": {description.Grain}\n{description.Meaning}\n"));
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumn(new TableColumn("Column") { NoWrap = true });
            table.AddColumn(new TableColumn("Type") { NoWrap = true });
            table.AddColumn("Meaning");
            foreach (var column in description.Columns)
            {
                table.AddRow(new Text(column.Name), new Text(column.Type, new Style(Color.Grey)), new Text(column.Meaning));
            }

            screen.Output.Write(table);
        });
        return command;
    }
}
