namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>A rebuild on Spark that is told to stop ends its work on the server too, and leaves the tables as they were.</summary>
[Collection("Spark")]
public sealed class SparkSignalTests(SparkLakehouse shared) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Rebuild_WhenASignalComes_EndsWithItsCodeAndTheOldTables(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals");
        _ = SparkProgram.Remote;
        var lakehouse = shared.BySpark.CopyTo(_folder.Of("lakehouse"));
        var before = SampleLakehouse.Counts(lakehouse);

        using var running = SparkProgram.Start("rebuild", "--input", shared.Sample, "--lakehouse", lakehouse);
        running.WaitForProgress("stg_events ...");
        running.Signal(signal);
        var result = running.Finish();

        Assert.Equal($"error: stopped by SIG{signal}{(signal == "INT" ? " (Ctrl+C)" : "")} before the end", result.FailedWith(exitCode));
        Assert.Empty(result.Output);

        // The table that was being written is not written to its end first.
        Assert.DoesNotContain("stg_events: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, SampleLakehouse.Counts(lakehouse));

        // The server is free, and the lock of the stopped run is in nobody's way.
        Assert.Equal(before, SampleLakehouse.Counts(lakehouse, SparkProgram.Options));
        StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", lakehouse, "--quiet").Succeeded();
        Assert.Equal(before, SampleLakehouse.Counts(lakehouse));
    }

    public void Dispose() => _folder.Dispose();
}
