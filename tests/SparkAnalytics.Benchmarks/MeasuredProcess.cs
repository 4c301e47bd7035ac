using System.Diagnostics;
using System.Globalization;

namespace SparkAnalytics.Benchmarks;

/// <summary>Seconds, processor time and peak memory of one child process, start and end included.</summary>
internal sealed record MeasuredProcess(double Seconds, double ProcessorSeconds, long PeakMegabytes)
{
    private const int PollMilliseconds = 20;

    /// <summary>Runs to the end; the child's output is shown only where it fails.</summary>
    /// <exception cref="InvalidOperationException">The child ended with another code than 0.</exception>
    public static MeasuredProcess Run(string program, params IReadOnlyList<string> arguments)
    {
        FlushToDisk();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        var processor = TimeSpan.Zero;
        do
        {
            peak = Math.Max(peak, HighWaterMark(process.Id));
            processor = process.HasExited ? processor : ProcessorTime(process, processor);
        }
        while (!process.WaitForExit(PollMilliseconds));
        var seconds = watch.Elapsed.TotalSeconds;

        return process.ExitCode == 0
            ? new MeasuredProcess(seconds, processor.TotalSeconds, peak / 1024)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{output.Result}{errors.Result}");
    }

    /// <summary>A run that writes into a folder of its own, which is deleted behind it.</summary>
    /// <param name="folder">Where to make it.</param>
    /// <param name="run">The run, given the folder.</param>
    public static MeasuredProcess InFreshFolder(string folder, Func<string, MeasuredProcess> run)
    {
        var output = Path.Combine(folder, "output");
        var measured = run(output);
        Directory.Delete(output, recursive: true);
        return measured;
    }

    /// <summary>What was written before is on the disk, so that the disk is not busy with it while the run is measured.</summary>
    private static void FlushToDisk()
    {
        if (OperatingSystem.IsLinux())
        {
            using var sync = Process.Start("sync");
            sync.WaitForExit();
        }
    }

    /// <summary>What it has used up to now, or what is known of it where it has ended meanwhile.</summary>
    private static TimeSpan ProcessorTime(Process process, TimeSpan known)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return known;
        }
    }

    /// <summary>The kernel keeps the highest resident size (KiB) itself, so only a peak within the last poll can be missed.</summary>
    private static long HighWaterMark(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - "kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
