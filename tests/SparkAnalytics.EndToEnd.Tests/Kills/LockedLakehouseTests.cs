using System.Diagnostics;

namespace SparkAnalytics.EndToEnd.Tests.Kills;

/// <summary>Two runs at once on one lakehouse. The first one reads from a pipe that nobody writes to, so it holds the lock as long as a test wants.</summary>
public sealed class LockedLakehouseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Pipe => _folder.Of("pipe.csv");

    private string Lakehouse => _folder.Of("lakehouse");

    [Fact]
    public void Run_WhileAnotherHoldsTheLock_EndsWithItsOwnCodeAndNamesTheHolder()
    {
        var before = Fill();
        using var holder = Hold();

        var message = Run("more").FailedWith(4);

        Assert.Contains($"{Lakehouse} is locked by 'run' on {Environment.MachineName} (process {holder.Id}) since 20", message, StringComparison.Ordinal);
        Assert.False(holder.HasExited);
        Assert.Equal(before, SampleLakehouse.Counts(Lakehouse));
        holder.Kill();
        holder.Finish();
        Run("more").Succeeded();
        Assert.NotEqual(before, SampleLakehouse.Counts(Lakehouse));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_ThatWaitsForTheLock_SucceedsOnceTheHolderHasEnded(bool isKilled)
    {
        var before = Fill();
        using var holder = Hold();
        using var waiting = StartedProgram.Start(_folder.Path, Arguments("more", "--wait-lock", "5m"));

        // The lock is held still, and while another process is refused the waiting one most likely begins to wait.
        Run("more").FailedWith(4);
        Assert.False(waiting.HasExited);
        if (isKilled)
        {
            holder.Kill();
        }
        else
        {
            File.WriteAllText(Pipe, "not,events\n1,2\n");
            Assert.Contains("no timestamp column", holder.Finish().FailedWith(3), StringComparison.Ordinal);
        }

        waiting.Finish().Succeeded();
        Assert.NotEqual(before, SampleLakehouse.Counts(Lakehouse));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A lakehouse with a run, as the first one reads its input before it takes the lock.</summary>
    private Dictionary<string, long> Fill()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes");
        StartedProgram.Run("sample", "--events", "100", "--output", _folder.Of("sample")).Succeeded();
        StartedProgram.Run("sample", "--events", "100", "--seed", "5", "--output", _folder.Of("more")).Succeeded();
        Run("sample").Succeeded();
        return SampleLakehouse.Counts(Lakehouse);
    }

    private RunningProgram Hold()
    {
        using var make = Process.Start("mkfifo", [Pipe]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
        var holder = StartedProgram.Start(_folder.Path, Arguments("pipe.csv"));
        holder.WaitForProgress("input ...");
        return holder;
    }

    private CommandResult Run(string input) => StartedProgram.RunIn(_folder.Path, Arguments(input));

    private string[] Arguments(string input, params string[] more) => ["run", "--input", _folder.Of(input), "--lakehouse", Lakehouse, .. more];
}
