using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Samples;
using SparkAnalytics.SampleData;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>sample</c>: raw events of an invented shop.</summary>
internal static class SampleCommand
{
    public static Command Create(Screen screen)
    {
        var events = new Option<long>("--events")
        {
            Description = "How many rows.",
            HelpName = "N",
            DefaultValueFactory = _ => 100_000,
            CustomParser = ValueParsers.AtLeast(1),
        };
        var seed = new Option<long>("--seed")
        {
            Description = "Any number from 0 on; the same number makes the same rows everywhere.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
            CustomParser = ValueParsers.AtLeast(0),
        };
        var format = new Option<SampleFormat?>("--output-format")
        {
            Description = "parquet, csv or jsonl. Default: parquet.",
            HelpName = "FORMAT",
            CustomParser = ValueParsers.OneOf(SampleFormats.All),
        };
        var output = new Option<string>("--output") { Description = "The folder to write to; new, empty, or with an earlier sample.", HelpName = "DIR", Required = true };

        var command = new ExampleCommand(
            "sample",
            "Make raw events of an invented shop, with everything that real exports have: late and repeated rows, broken JSON, odd timestamps, conflicting orders.",
            "sample --events 1000000 --output sample",
            "sample --events 20000 --seed 7 --output-format csv --output sample-csv")
        {
            events, seed, format, output,
        };
        command.Does((parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(output);
            var options = new SampleOptions(parsed.GetValue(events)) { Seed = (ulong)parsed.GetValue(seed) };
            using var engine = new OpenEngine(new EngineSettings(), cancellation);
            var files = SampleFolder.Write(folder, "--output", options, parsed.GetValue(format) ?? SampleFormat.Parquet, () => engine.Session, cancellation);
            var bytes = files.Sum(file => new FileInfo(file).Length);
            screen.Lines.WriteLine($"{Counted.Of(options.Events, "event", "events")} in {Counted.Of(files.Count, "file", "files")} ({Figures.Size(bytes)}) in {folder}");
        });
        return command;
    }
}
