using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>settings</c>: every setting in force, and where it came from.</summary>
internal static class SettingsCommand
{
    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand(
            "settings",
            "Print the settings in force and where each came from.",
            "settings",
            "settings --settings my.yaml --set click_ids=true");
        command.AddSettings();
        command.Does((parsed, _) =>
        {
            var settings = parsed.Settings();
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumn(new TableColumn("Setting") { NoWrap = true });
            table.AddColumn("Value");
            table.AddColumn(new TableColumn("From") { NoWrap = true });
            foreach (var entry in settings.Entries)
            {
                var isDefault = entry.Source == "default";
                table.AddRow(new Text(entry.Key), new Text(entry.Value), new Text(entry.Source, new Style(isDefault ? Color.Grey : Color.Yellow)));
            }

            screen.Output.Write(table);
            screen.Lines.WriteLine($"hash {settings.Hash}");
        });
        return command;
    }
}
