
namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>Time travel, optimize and vacuum.</summary>
public sealed class MaintenanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Lakehouse => _folder.Of("lakehouse");

    [Fact]
    public void TimeTravel_AfterTwoRebuilds_ReachesTheFirst()
    {
        var first = Rebuild("first", 400);
        var between = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var second = Rebuild("second", 800);

        Assert.NotEqual(first, second);
        Assert.Equal(second, SampleLakehouse.Counts(Lakehouse));
        Assert.Equal(first, SampleLakehouse.Counts(Lakehouse, "--run", "1"));
        Assert.Equal(first, SampleLakehouse.Counts(Lakehouse, "--as-of", between));
        Assert.Equal(second, SampleLakehouse.Counts(Lakehouse, "--run", "2"));

        var byTime = Show("--as-of", between);
        Assert.NotEqual(byTime, Show());
        Assert.Equal(byTime, Show("--version", VersionOfFirstRun()));
        Assert.Contains("run", StartedProgram.Run("query", "SELECT 1", "--as-of", "2020-01-01", "--lakehouse", Lakehouse).FailedWith(3), StringComparison.Ordinal);
    }

    [Fact]
    public void OptimizeAndVacuum_LeaveTheSameRows()
    {
        var counts = Rebuild("first", 400);
        var optimized = StartedProgram.Run("optimize", "--lakehouse", Lakehouse).Succeeded();
        Assert.Contains("fct_session_events", optimized.Output, StringComparison.Ordinal);
        Assert.Equal(counts, SampleLakehouse.Counts(Lakehouse));

        // Nothing is older than seven days yet.
        var files = Directory.GetFiles(Lakehouse, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Assert.Empty(StartedProgram.Run("vacuum", "--dry-run", "--lakehouse", Lakehouse).Succeeded().Output);
        StartedProgram.Run("vacuum", "--retain", "7d", "--lakehouse", Lakehouse).Succeeded();
        Assert.Superset(
            files.Where(file => !file.Contains("_state", StringComparison.Ordinal)).ToHashSet(),
            Directory.GetFiles(Lakehouse, "*.parquet", SearchOption.AllDirectories).ToHashSet());
        Assert.Equal(counts, SampleLakehouse.Counts(Lakehouse));
    }

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, long> Rebuild(string name, int events)
    {
        StartedProgram.Run("sample", "--events", $"{events}", "--output", _folder.Of(name)).Succeeded();
        StartedProgram.Run("rebuild", "--input", _folder.Of(name), "--lakehouse", Lakehouse, "--replace", "--quiet", "--json", _folder.Of($"{name}.json")).Succeeded();
        return SampleLakehouse.Counts(Lakehouse);
    }

    private string Show(params string[] more) => StartedProgram.Run(["show", "stg_events", "--limit", "1000000", "--lakehouse", Lakehouse, .. more]).Succeeded().Output;

    private string VersionOfFirstRun() => System.Text.Json.JsonDocument.Parse(File.ReadAllText(_folder.Of("first.json"))).RootElement
        .GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("name").GetString() == "stg_events").GetProperty("version").ToString();
}
