using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>optimize</c>: joins small files.</summary>
internal static class OptimizeCommand
{
    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand("optimize", "Join the small files of all tables into larger ones.", "optimize --lakehouse lakehouse")
        {
            SharedOptions.Lakehouse, SharedOptions.WaitLock, SharedOptions.Quiet,
        };
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToWrite(parsed, () => SettingsLoader.Load(), parsed.Engine(screen), cancellation);
            var isQuiet = parsed.GetValue(SharedOptions.Quiet);
            var results = ProgressDisplay.Run(screen, isQuiet, opened.Activity, progress => opened.Lakehouse.Optimize(progress, cancellation));
            if (!isQuiet)
            {
                MaintenanceTable.Write(screen.Output, results, "Files written", "Files replaced");
            }
        });
        return command;
    }
}
