using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>vacuum</c>: deletes files that nothing needs any more.</summary>
internal static class VacuumCommand
{
    public static Command Create(Screen screen)
    {
        var retain = new Option<TimeSpan?>("--retain")
        {
            Description = "How long files stay after a commit took them out of their table; below 7d is refused. Default: 7d.",
            HelpName = "DURATION",
            CustomParser = ValueParsers.Duration,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only list the files that would go." };
        var command = new ExampleCommand(
            "vacuum",
            "Delete files that neither the last run nor a younger version needs.",
            "vacuum --dry-run --lakehouse lakehouse",
            "vacuum --retain 30d --lakehouse lakehouse")
        {
            SharedOptions.Lakehouse, SharedOptions.WaitLock, retain, dryRun,
        };
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            var isDry = parsed.GetValue(dryRun);
            using var opened = OpenLakehouse.ToWrite(parsed, () => SettingsLoader.Load(), parsed.Engine(screen), cancellation);
            var results = opened.Lakehouse.Vacuum(parsed.GetValue(retain) ?? TimeSpan.FromDays(7), isDry, cancellation);
            if (isDry)
            {
                foreach (var path in results.SelectMany(result => result.Paths))
                {
                    screen.Lines.WriteLine(path);
                }

                screen.Note($"{Counted.Of(results.Sum(result => (long)result.Paths.Length), "file", "files")} would be deleted; without --dry-run they are.");
            }
            else
            {
                MaintenanceTable.Write(screen.Output, results, null, "Files deleted");
            }
        });
        return command;
    }
}
