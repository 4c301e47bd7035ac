using System.Text.Json;

namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>run: what an orchestrator calls every hour.</summary>
public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Report => _folder.Of("report.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_OnNothingOnNewFilesAndOnNothingNew_ReportsEach()
    {
        StartedProgram.Run("sample", "--events", "400", "--output-format", "csv", "--output", _folder.Of("sample")).Succeeded();
        var files = Directory.GetFiles(_folder.Of("sample"), "*.csv").Order(StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(_folder.Of("input"));
        Move(files[..20]);

        Assert.StartsWith("Run 1 (rebuild) done", Run().Output, StringComparison.Ordinal);
        Move(files[20..]);
        var second = Run();

        Assert.StartsWith("Run 2 (run) done", second.Output, StringComparison.Ordinal);
        Assert.Contains("Late events", second.Output, StringComparison.Ordinal);
        Assert.Equal((10, 20), (Json().GetProperty("input").GetProperty("files").GetInt64(), Json().GetProperty("input").GetProperty("files_loaded_before").GetInt64()));

        Assert.StartsWith("Nothing new", Run().Output, StringComparison.Ordinal);
        Assert.Equal((0, true), (Json().GetProperty("exit_code").GetInt32(), Json().GetProperty("nothing_new").GetBoolean()));
    }

    private void Move(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            File.Move(file, Path.Combine(_folder.Of("input"), Path.GetFileName(file)));
        }
    }

    private CommandResult Run() => StartedProgram.Run("run", "--input", _folder.Of("input"), "--lakehouse", _folder.Of("lakehouse"), "--json", Report).Succeeded();

    private JsonElement Json() => JsonDocument.Parse(File.ReadAllText(Report)).RootElement;
}
