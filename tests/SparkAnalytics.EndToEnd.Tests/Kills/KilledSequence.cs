using System.Globalization;
using System.Text;

namespace SparkAnalytics.EndToEnd.Tests.Kills;

/// <summary>
/// A lakehouse that gets the files of a sample in random order, a few for each run. Of each run some processes are killed at random moments before one is let through.
/// </summary>
/// <param name="folder">Where input and lakehouse lie.</param>
/// <param name="seed">Makes the order of the files and the moments.</param>
/// <param name="kills">How many processes to kill.</param>
internal sealed class KilledSequence(string folder, int seed, int kills)
{
    /// <summary>The part of a run's time in which its process only starts, and changes nothing yet.</summary>
    private const double Start = 0.2;

    private readonly Random _random = new(seed);
    private readonly StringBuilder _story = new();

    public string Lakehouse => Path.Combine(folder, "lakehouse");

    private string Input => Path.Combine(folder, "input");

    /// <summary>How many processes ended by being killed.</summary>
    public int Killed { get; private set; }

    /// <summary>How many of them had taken the lock.</summary>
    public int KilledAtWork { get; private set; }

    /// <summary>How many were to be killed but ended before.</summary>
    public int Missed { get; private set; }

    /// <summary>What happened, by which a failure can be understood.</summary>
    public string Story => string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {Killed} killed, {KilledAtWork} of them with the lock, {Missed} ended before\n{_story}");

    /// <summary>Loads all files.</summary>
    /// <param name="files">The files; the first one comes with the first run, which is refused where all events are in the future.</param>
    /// <param name="clocks">The clock of each run; files of days after it are late or in the future.</param>
    /// <param name="length">How long a run takes, until one of its own is measured.</param>
    public void Load(IReadOnlyList<string> files, IReadOnlyList<string> clocks, TimeSpan length)
    {
        Directory.CreateDirectory(Input);
        var shuffled = files.ToArray();
        _random.Shuffle(shuffled.AsSpan(1));
        var runs = shuffled.Chunk((shuffled.Length + clocks.Count - 1) / clocks.Count).ToArray();
        for (var run = 0; run < runs.Length; run++)
        {
            foreach (var file in runs[run])
            {
                File.Copy(file, Path.Combine(Input, Path.GetFileName(file)));
            }

            var missed = Missed;
            KillSome((kills - Killed) / (runs.Length - run), clocks[run], length, isLast: run == runs.Length - 1);
            var last = LetThrough(clocks[run]);

            // Where one of the others had loaded the files, this one had nothing to do.
            length = Missed == missed ? last : length;
        }
    }

    /// <summary>Kills processes of one run. Where one ends before, nothing is left to load: the others wait for the next run or, after the last, are killed sooner.</summary>
    private void KillSome(int count, string clock, TimeSpan length, bool isLast)
    {
        for (var (left, tries) = (count, 0); left > 0 && tries < 4 * count; tries++)
        {
            if (Kill(clock, length * (Start + ((1 - Start) * _random.NextDouble()))))
            {
                left--;
            }
            else if (isLast)
            {
                length /= 2;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Starts a process and kills it at a moment.</summary>
    /// <returns>False where it ended before.</returns>
    private bool Kill(string clock, TimeSpan moment)
    {
        var locks = Locks();
        using var process = StartOne(clock);
        if (!process.EndsWithin(moment))
        {
            process.Kill();
        }

        var result = process.Finish();
        Note(string.Create(CultureInfo.InvariantCulture, $"--now {clock} after {moment.TotalMilliseconds:F0} ms"), result);
        if (result.ExitCode == 0)
        {
            Missed++;
            return false;
        }

        Assert.True(IsKilled(result), $"{Story}{result.Errors}");
        Killed++;
        KilledAtWork += Locks() > locks ? 1 : 0;
        return true;
    }

    /// <summary>How often the lock was taken or given back so far.</summary>
    private int Locks()
    {
        var log = Path.Combine(Lakehouse, "_state", "lock", "_delta_log");
        return Directory.Exists(log) ? Directory.GetFiles(log, "*.json").Length : 0;
    }

    private TimeSpan LetThrough(string clock)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var process = StartOne(clock);
        var result = process.Finish();
        var length = TimeProvider.System.GetElapsedTime(start);
        Note(string.Create(CultureInfo.InvariantCulture, $"--now {clock} let through, {length.TotalMilliseconds:F0} ms"), result);
        Assert.True(result.ExitCode == 0, $"{Story}{result.Errors}");
        return length;
    }

    private RunningProgram StartOne(string clock) => StartedProgram.Start(folder, "run", "--input", Input, "--lakehouse", Lakehouse, "--now", clock);

    private void Note(string what, CommandResult result)
    {
        var last = result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("nothing");
        _story.AppendLine(CultureInfo.InvariantCulture, $"  {what}: exit code {result.ExitCode} after '{last}'");
    }

    /// <summary>128 and the number of SIGKILL; on Windows what the caller of TerminateProcess says.</summary>
    private static bool IsKilled(CommandResult result) => result.ExitCode == (OperatingSystem.IsWindows() ? -1 : 137);
}
