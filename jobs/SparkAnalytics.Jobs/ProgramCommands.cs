using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Commands;
using SparkAnalytics.Jobs.Output;

namespace SparkAnalytics.Jobs;

/// <summary>All commands of the program.</summary>
internal static class ProgramCommands
{
    public static RootCommand Create(Screen screen)
    {
        var root = new RootCommand("Turns raw web events into seven Delta tables: sessions, users, orders, marketing touches and their attribution. Begin with: spark-analytics demo")
        {
            DemoCommand.Create(screen),
            RebuildCommand.Create(screen),
            RunCommand.Create(screen),
            CheckInputCommand.Create(screen),
            QueryCommand.Create(screen),
            ShowCommand.Create(screen),
            DescribeCommand.Create(screen),
            HistoryCommand.Create(screen),
            RunsCommand.Create(screen),
            ChangesCommand.Create(screen),
            StatusCommand.Create(screen),
            OptimizeCommand.Create(screen),
            VacuumCommand.Create(screen),
            SampleCommand.Create(screen),
            SettingsCommand.Create(screen),
            SharedOptions.Verbose,
        };
        ExampleHelp.AddTo(root);
        return root;
    }
}
