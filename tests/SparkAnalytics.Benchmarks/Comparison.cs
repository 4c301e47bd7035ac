using System.Globalization;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Benchmarks;

/// <summary>Rebuilds of the same events, measured.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Folder">Where input and output go.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Runs">How often each is measured; medians count.</param>
/// <param name="Limits">Arguments for threads and memory.</param>
internal sealed record Comparison(string Program, string Folder, long Events, int Runs, IReadOnlyList<string> Limits)
{
    private string Parquet => Path.Combine(Folder, "parquet");

    /// <summary>Rebuild and script in turn; gives the median seconds of the rebuild.</summary>
    public double WithScript()
    {
        SampleParquet.Write(new SampleOptions(Events), Parquet);
        var rebuilds = new List<MeasuredProcess>();
        var scripts = new List<MeasuredProcess>();
        Figures.Print("pair", "rebuild s", "processor s", "MB", "script s", "processor s", "MB");
        for (var pair = 1; pair <= Runs; pair++)
        {
            rebuilds.Add(Rebuild(Parquet));
            scripts.Add(MeasuredProcess.InFreshFolder(Folder, output => MeasuredProcess.Run(
                Environment.ProcessPath!, ["handwritten", "--input", Path.Combine(Parquet, "*.parquet"), "--output", output, .. Limits])));
            Figures.Print(pair, rebuilds[^1].Seconds, rebuilds[^1].ProcessorSeconds, rebuilds[^1].PeakMegabytes, scripts[^1].Seconds, scripts[^1].ProcessorSeconds, scripts[^1].PeakMegabytes);
        }

        var (ours, theirs) = (Medians(rebuilds), Medians(scripts));
        Figures.Print("median", ours.Seconds, ours.Processor, ours.Megabytes, theirs.Seconds, theirs.Processor, theirs.Megabytes);
        Figures.Say($"rebuild / script at {Events:N0} events, {string.Join(' ', Limits)}: time {ours.Seconds / theirs.Seconds:0.00}, processor time {ours.Processor / theirs.Processor:0.00}, peak memory {ours.Megabytes / theirs.Megabytes:0.00}");
        return ours.Seconds;
    }

    /// <summary>The same events from CSV and JSON lines.</summary>
    /// <param name="parquetSeconds">The median from Parquet.</param>
    public void OtherInputs(double parquetSeconds)
    {
        foreach (var format in new[] { "csv", "jsonl" })
        {
            var input = Sample(Events, format);
            var median = Medians([.. Enumerable.Range(0, Runs).Select(_ => Rebuild(input))]);
            Figures.Say($"rebuild from {format}: {median.Seconds:0.00} s, processor {median.Processor:0.00} s, {median.Megabytes:0} MB; / from Parquet {median.Seconds / parquetSeconds:0.00}");
            Directory.Delete(input, recursive: true);
        }
    }

    /// <summary>Writes sample events and gives their folder.</summary>
    public string Sample(long events, string format)
    {
        var folder = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{format}-{events}"));
        MeasuredProcess.Run(Program, ["sample", "--events", events.ToString(CultureInfo.InvariantCulture), "--output-format", format, "--output", folder]);
        return folder;
    }

    /// <summary>Rebuilds into a fresh lakehouse.</summary>
    public MeasuredProcess Rebuild(string input) =>
        MeasuredProcess.InFreshFolder(Folder, output => MeasuredProcess.Run(Program, ["rebuild", "--input", input, "--lakehouse", output, "--quiet", .. Limits]));

    private static (double Seconds, double Processor, double Megabytes) Medians(IReadOnlyList<MeasuredProcess> runs) =>
        (Figures.Median(runs, run => run.Seconds), Figures.Median(runs, run => run.ProcessorSeconds), Figures.Median(runs, run => run.PeakMegabytes));
}
