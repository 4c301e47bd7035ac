using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Samples;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.SampleData;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>demo</c>: from nothing to seven tables and what they say.</summary>
internal static class DemoCommand
{
    private const string DefaultFolder = "demo-lakehouse";

    /// <summary>The raw events lie beside the tables, as an input must not lie in a lakehouse.</summary>
    private const string EventsEnding = "-events";

    private const string Marker = "_demo.json";

    public static Command Create(Screen screen)
    {
        var events = new Option<long>("--events")
        {
            Description = "How many sample events.",
            HelpName = "N",
            DefaultValueFactory = _ => 100_000,
            CustomParser = ValueParsers.AtLeast(1),
        };
        var lakehouse = new Option<string>("--lakehouse")
        {
            Description = "The folder for the tables; new, empty, or made by an earlier demo. The raw events go to DIR-events.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var command = new ExampleCommand(
            "demo",
            "Make sample events, build the seven tables from them, and show what they say.",
            "demo",
            "demo --events 1000000 --lakehouse big-demo")
        {
            events, lakehouse,
        };
        command.AddLimits();
        command.Does((parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(lakehouse);
            var options = new SampleOptions(parsed.GetValue(events));
            new OwnFolder(folder, Marker).Claim("demo", "--lakehouse", new Dictionary<string, string> { ["made_by"] = "spark-analytics demo" });

            var input = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + EventsEnding;
            using var opened = OpenLakehouse.At(folder, () => SettingsLoader.Load(), parsed.Embedded(), cancellation);
            var report = ProgressDisplay.Run(screen, quiet: false, opened.Activity, progress =>
            {
                progress?.Report(new RunProgress("sample", RunStepState.Started));
                SampleFolder.Write(input, "--lakehouse", options, SampleFormat.Parquet, () => opened.Session, cancellation);
                progress?.Report(new RunProgress("sample", RunStepState.Finished, options.Events));

                // The day after the sample's last, so that the demo shows the same in every year.
                var now = new DateTimeOffset(options.FirstDay.AddDays(options.Days), TimeOnly.MinValue, TimeSpan.Zero);
                return opened.Lakehouse.Rebuild(new RebuildRequest([input]) { Now = now, Replace = true }, progress, cancellation);
            });

            screen.Output.WriteLine();
            RunSummary.Write(screen.Output, report);
            screen.Output.WriteLine();
            screen.Output.Write(new Rule("Orders and revenue by channel") { Justification = Justify.Left, Style = new Style(Color.Grey) });
            screen.Output.WriteLine();
            ChannelBars.Write(screen.Output, report.Channels);
            screen.Output.WriteLine();
            screen.Output.Write(new Rule("Try next") { Justification = Justify.Left, Style = new Style(Color.Grey) });
            NextCommands.Write(screen, ProgramStart.Of(AppContext.BaseDirectory, Environment.ProcessPath, Environment.CurrentDirectory), folder);
        });
        return command;
    }
}
