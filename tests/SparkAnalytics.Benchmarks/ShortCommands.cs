namespace SparkAnalytics.Benchmarks;

/// <summary>Commands that take a moment, and what one downloads.</summary>
internal sealed class ShortCommands(Comparison comparison)
{
    private const int Few = 200;

    /// <summary>Prints the medians.</summary>
    public void Measure()
    {
        var input = comparison.Sample(Few, "parquet");
        var lakehouse = Path.Combine(comparison.Folder, "small");
        Say($"rebuild of {Few} events", () => comparison.Rebuild(input));
        MeasuredProcess.Run(comparison.Program, ["rebuild", "--input", input, "--lakehouse", lakehouse, "--quiet"]);
        Say("run with nothing new", () => Run("run", "--input", input, "--lakehouse", lakehouse, "--quiet"));
        Say("query of one row", () => Run("query", "--lakehouse", lakehouse, "SELECT count(*) FROM stg_events"));
        Say("--help", () => Run("--help"));

        var folder = Path.GetDirectoryName(comparison.Program)!;
        var own = new[] { comparison.Program }.Concat(Directory.EnumerateFiles(folder, "*duckdb*")).Sum(file => new FileInfo(file).Length);
        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Figures.Say($"executable and DuckDB's library: {own / 1e6:0.0} MB; the whole folder: {all / 1e6:0.0} MB");
    }

    private MeasuredProcess Run(params IReadOnlyList<string> arguments) => MeasuredProcess.Run(comparison.Program, arguments);

    private void Say(string what, Func<MeasuredProcess> run)
    {
        var runs = Enumerable.Range(0, comparison.Runs).Select(_ => run()).ToList();
        Figures.Say($"{what}: {Figures.Median(runs, one => one.Seconds):0.00} s, {Figures.Median(runs, one => one.PeakMegabytes):0} MB");
    }
}
