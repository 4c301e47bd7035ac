using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>optimize</c>: joins small files.</summary>
internal static class OptimizeCommand
{
    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand("optimize", "Join the small files of all tables into larger ones.", "optimize --lakehouse lakehouse")
        {
            SharedOptions.Lakehouse,
        };
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed.GetRequiredValue(SharedOptions.Lakehouse), cancellation);
            var results = ProgressDisplay.Run(screen, quiet: false, progress => opened.Lakehouse.Optimize(progress, cancellation));
            MaintenanceTable.Write(screen.Output, results, "Files written", "Files replaced");
        });
        return command;
    }
}
