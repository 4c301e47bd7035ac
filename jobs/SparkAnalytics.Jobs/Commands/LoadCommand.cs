using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Commands;

/// <summary>What <c>rebuild</c> and <c>run</c> have in common: events go in, a report comes out.</summary>
internal static class LoadCommand
{
    /// <summary>Gives a command the options of a load, and what it does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="screen">Where it writes.</param>
    /// <param name="load">The load; null for nothing new.</param>
    public static void Loads(this ExampleCommand command, Screen screen, Func<ParseResult, Lakehouse, IProgress<RunProgress>?, CancellationToken, RunReport?> load)
    {
        foreach (var option in new Option[] { SharedOptions.Input, SharedOptions.Lakehouse, SharedOptions.InputFormat, SharedOptions.Now, SharedOptions.WaitLock, SharedOptions.Json, SharedOptions.Quiet })
        {
            command.Add(option);
        }

        command.AddSettings();
        command.AddEngine();
        command.Does((parsed, cancellation) => Load(parsed, screen, load, cancellation));
    }

    private static void Load(ParseResult parsed, Screen screen, Func<ParseResult, Lakehouse, IProgress<RunProgress>?, CancellationToken, RunReport?> load, CancellationToken cancellation)
    {
        var reportPath = parsed.GetValue(SharedOptions.Json);
        if (reportPath is not null)
        {
            ReportFile.Check(reportPath);
        }

        var isQuiet = parsed.GetValue(SharedOptions.Quiet);
        var engine = parsed.Engine(screen);
        ServerPaths.RequireOf(engine, [.. parsed.GetRequiredValue(SharedOptions.Input)]);
        using var opened = OpenLakehouse.ToWrite(parsed, parsed.Settings, engine, cancellation);
        var report = ProgressDisplay.Run(screen, isQuiet, opened.Activity, progress => load(parsed, opened.Lakehouse, progress, cancellation));
        if (reportPath is not null && report is null)
        {
            ReportFile.Write(new NothingNewReport(parsed.GetRequiredValue(SharedOptions.Lakehouse)), reportPath);
        }
        else if (reportPath is not null && report is not null)
        {
            ReportFile.Write(report, reportPath);
        }

        if (!isQuiet && report is null)
        {
            screen.Output.WriteLine("Nothing new: all files of the inputs were loaded before, or are too young.");
        }
        else if (!isQuiet && report is not null)
        {
            RunSummary.Write(screen.Output, report);
        }
    }
}
