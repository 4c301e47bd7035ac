using System.Globalization;
using System.Net;

namespace SparkAnalytics.EndToEnd.Tests.Submit;

/// <summary>All processes that were started, at whatever remove, from one that got a mark in its environment. Linux only: it reads /proc.</summary>
internal sealed class MarkedProcesses
{
    private const string Variable = "SPARK_ANALYTICS_TEST_MARK";
    private const string Listening = "0A";
    private static readonly TimeSpan s_endLimit = TimeSpan.FromSeconds(20);

    private readonly string _mark = Guid.NewGuid().ToString("N");

    /// <summary>Marks what is about to be started.</summary>
    public void Mark(System.Diagnostics.ProcessStartInfo info) => info.Environment[Variable] = _mark;

    /// <summary>The processes whose command line holds a text, by their numbers.</summary>
    public IReadOnlyList<int> Running(string commandLine = "") =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => Read(folder, "environ").Contains($"{Variable}={_mark}", StringComparison.Ordinal) && Read(folder, "cmdline").Contains(commandLine, StringComparison.Ordinal))
            .Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))];

    /// <summary>Fails unless all processes whose command line holds a text end by themselves soon.</summary>
    public void EndSoon(string commandLine = "") =>
        Assert.True(SpinWait.SpinUntil(() => Running(commandLine).Count == 0, s_endLimit), string.Join('\n', Running(commandLine).Select(id => Read($"/proc/{id}", "cmdline").Replace('\0', ' '))));

    /// <summary>Where they listen, as addresses of this machine without ports.</summary>
    public IReadOnlyCollection<IPAddress> Addresses()
    {
        var sockets = Running().SelectMany(Sockets).ToHashSet(StringComparer.Ordinal);
        return [.. new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && sockets.Contains($"socket:[{fields[9]}]"))
            .Select(fields => Address(fields[1].Split(':')[0]))];
    }

    private static IEnumerable<string> Sockets(int id)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries($"/proc/{id}/fd").Select(link => new FileInfo(link).LinkTarget ?? string.Empty)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>An address as the kernel writes it: words of 32 bits, each in the machine's own order.</summary>
    private static IPAddress Address(string hexadecimal)
    {
        var bytes = Convert.FromHexString(hexadecimal);
        for (var word = 0; word < bytes.Length; word += 4)
        {
            Array.Reverse(bytes, word, 4);
        }

        var address = new IPAddress(bytes);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <summary>What a process tells of itself; nothing where it has ended, even if nobody has taken notice of that yet.</summary>
    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
