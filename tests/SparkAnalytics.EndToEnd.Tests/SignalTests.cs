
namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>A rebuild that is told to stop ends cleanly and leaves the tables as they were.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("INT", 130, "stg_events ...")]
    [InlineData("TERM", 143, "fct_session_events ...")]
    public void Rebuild_WhenASignalComes_EndsWithItsCodeAndTheOldTables(string signal, int exitCode, string progress)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals");
        var lakehouse = _folder.Of("lakehouse");
        StartedProgram.Run("sample", "--events", "500", "--output", _folder.Of("small")).Succeeded();
        StartedProgram.Run("sample", "--events", "200000", "--output-format", "csv", "--output", _folder.Of("large")).Succeeded();
        StartedProgram.Run("rebuild", "--input", _folder.Of("small"), "--lakehouse", lakehouse, "--quiet").Succeeded();
        var before = SampleLakehouse.Counts(lakehouse);

        using var running = StartedProgram.Start(_folder.Path, "rebuild", "--input", _folder.Of("large"), "--lakehouse", lakehouse, "--replace");
        running.WaitForProgress(progress);
        running.Signal(signal);
        var result = running.Finish();

        Assert.Equal($"error: stopped by SIG{signal}{(signal == "INT" ? " (Ctrl+C)" : "")} before the end", result.FailedWith(exitCode));
        Assert.Empty(result.Output);
        Assert.Equal(before, SampleLakehouse.Counts(lakehouse));

        // Nothing of the stopped run is in the way of the next.
        StartedProgram.Run("rebuild", "--input", _folder.Of("small"), "--lakehouse", lakehouse, "--quiet").Succeeded();
        Assert.Equal(before, SampleLakehouse.Counts(lakehouse));
    }

    [Theory]
    [InlineData(true, 143)]
    [InlineData(false, 0)]
    public void Rebuild_WhenItsInputEnds_StopsOnlyWhereADriverAskedForIt(bool isAsked, int exitCode)
    {
        StartedProgram.Run("sample", "--events", "50000", "--output-format", "csv", "--output", _folder.Of("sample")).Succeeded();
        var info = StartedProgram.Info("dotnet", _folder.Path, [StartedProgram.Path, "rebuild", "--input", _folder.Of("sample"), "--lakehouse", _folder.Of("lakehouse"), "--json", _folder.Of("report.json")]);
        if (isAsked)
        {
            info.Environment["SPARK_ANALYTICS_STOP_AT_END_OF_INPUT"] = "1";
        }

        using var running = new RunningProgram(info, TimeSpan.FromMinutes(2), keepInput: true);
        running.WaitForProgress("stg_events ...");
        running.CloseInput();
        var result = running.Finish();

        Assert.True(exitCode == result.ExitCode, result.Errors);
        Assert.Contains($"\"exit_code\": {exitCode}", File.ReadAllText(_folder.Of("report.json")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
