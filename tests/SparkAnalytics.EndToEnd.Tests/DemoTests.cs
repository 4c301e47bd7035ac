
namespace SparkAnalytics.EndToEnd.Tests;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Demo_InAnEmptyFolder_BuildsTheTablesAndPrintsCommandsThatRun()
    {
        var demo = StartedProgram.RunIn(_folder.Path, "demo", "--events", "5000").Succeeded();

        Assert.Contains("5,000", demo.Output, StringComparison.Ordinal);
        Assert.All(SampleLakehouse.Tables, table => Assert.Contains(table, demo.Output, StringComparison.Ordinal));
        Assert.Contains("first click", demo.Output, StringComparison.Ordinal);
        Assert.Contains("Paid Search", demo.Output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder.Of("demo-lakehouse/fct_orders/_delta_log")));

        var commands = Commands(demo.Output);
        Assert.Equal(5, commands.Length);
        Assert.All(commands, command => Shell(command).Succeeded());
    }

    [Fact]
    public void Demo_WhenRunAgain_ReplacesItsOwnTables()
    {
        StartedProgram.RunIn(_folder.Path, "demo", "--events", "2000").Succeeded();
        StartedProgram.RunIn(_folder.Path, "demo", "--events", "1000").Succeeded();
        var counts = SampleLakehouse.Counts(_folder.Of("demo-lakehouse"));
        Assert.InRange(counts["stg_events"] + counts["quarantined_events"], 900, 1_000);
        Assert.InRange(SampleLakehouse.Counts(_folder.Of("demo-lakehouse"), "--run", "1")["stg_events"], 1_900, 2_000);
    }

    [Fact]
    public void Demo_WhenTheFolderHoldsSomethingElse_IsRefusedAndLeavesIt()
    {
        Directory.CreateDirectory(_folder.Of("demo-lakehouse"));
        File.WriteAllText(_folder.Of("demo-lakehouse/letter.txt"), "mine");
        var message = StartedProgram.RunIn(_folder.Path, "demo").FailedWith(2);
        Assert.Contains("no demo made by this program", message, StringComparison.Ordinal);
        Assert.Equal(["letter.txt"], Directory.GetFileSystemEntries(_folder.Of("demo-lakehouse")).Select(Path.GetFileName));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The commands under "Try next" but the last, which is about the user's own events.</summary>
    private static string[] Commands(string output)
    {
        var lines = output[output.IndexOf("Try next", StringComparison.Ordinal)..].Split('\n').Skip(1).Where(line => line.Length > 0 && !line.StartsWith('#'));
        var commands = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("dotnet", StringComparison.Ordinal))
            {
                commands.Add(line);
            }
            else
            {
                commands[^1] += "\n" + line;
            }
        }

        return [.. commands.SkipLast(1)];
    }

    private CommandResult Shell(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the printed commands are tried in sh");
        using var running = new RunningProgram(StartedProgram.Info("sh", _folder.Path, ["-c", command]), TimeSpan.FromMinutes(1));
        return running.Finish();
    }
}
