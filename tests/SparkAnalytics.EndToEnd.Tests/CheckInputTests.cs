namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>check-input, and what the program says of inputs that are none.</summary>
public sealed class CheckInputTests : IDisposable
{
    private const string Header = "Client_ID;timestamp;event_name;shop\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CheckInput_OfRowsGoodAndBad_TellsWhatARebuildWouldFind()
    {
        var csv = Write("in/a.csv", Header + "u1;2025-03-01T09:00:00Z;page_view;x\nu1;2025-03-01T09:00:00Z;page_view;y\nu2;never\u001b[31m;page_view;\nu3;2025;too;many;fields\n");
        Write("in/b.jsonl", "{\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"page_view\"}\n");
        Write("in/README.txt", "hello");

        var result = StartedProgram.Run("check-input", "--input", _folder.Of("in"), "--now", "2025-03-02").Succeeded();

        var lines = result.OutputLines.Select(line => line.TrimEnd()).ToList();
        Assert.Equal("5 rows: 2 to stage, 2 to set aside, 1 duplicate", lines[0]);
        Assert.StartsWith("  CSV: 1 file, ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("  JSON lines: 1 file, ", lines[2], StringComparison.Ordinal);
        Assert.Equal($"  passed over, as names tell no format: {_folder.Of("in/README.txt")}", lines[3]);
        Assert.Contains(lines, line => Words(line) == "client_id Client_ID 1 of 2");
        Assert.Contains(lines, line => Words(line) == "timestamp timestamp all");
        Assert.Contains(lines, line => Words(line) == "page_url missing 0 of 2");
        Assert.Contains(lines, line => Words(line) == "ignored shop");
        Assert.Equal("  u3;2025;too;many;fields", lines[lines.IndexOf($"line_unreadable: 1 row, one of them in {csv}:") + 1]);
        Assert.Equal("  {\"client_id\":\"u2\",\"timestamp\":\"never\\u001B[31m\",\"event_name\":\"page_view\"}", lines[lines.IndexOf($"timestamp_unreadable: 1 row, one of them in {csv}:") + 1]);
        Assert.Equal(["in"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a.csv", Header + "u1;never;page_view;x\n", 5)]
    [InlineData("a.csv", Header + "u1;never;page_view;x\nu1;never;page_view;y\nu2;never;page_view;\n", 5)]
    [InlineData("a.csv", Header, 3)]
    [InlineData("a.csv", "a,b\n1,2\n", 3)]
    [InlineData("a.csv", Header + "u1;\"2025", 3)]
    public void CheckInput_OfWhatRebuildWouldRefuse_EndsWithItsExitCodeAndMessage(string name, string content, int exitCode)
    {
        var input = Write(name, content);

        var error = StartedProgram.Run("check-input", "--input", input).FailedWith(exitCode);

        Assert.Equal(StartedProgram.Run("rebuild", "--input", input, "--lakehouse", _folder.Of("lakehouse"), "--quiet").FailedWith(exitCode), error);
    }

    [Theory]
    [InlineData("rebuild", "--input", "x.csv")]
    [InlineData("optimize")]
    [InlineData("query", "SELECT 1")]
    public void Lakehouse_ThatIsAFile_IsBadUsage(params string[] command)
    {
        var file = Write("file", "x");

        Assert.Equal($"error: --lakehouse {file}: this is a file; name a folder", StartedProgram.Run([.. command, "--lakehouse", file]).FailedWith(2));
    }

    [Fact]
    public void Rebuild_WithLittleMemory_ReadsEachFormat()
    {
        for (var number = 0; number < 8; number++)
        {
            Write($"in/{number}.csv", Header + $"u{number};2025-03-01T09:00:00Z;page_view;x\n");
            Write($"in/{number}.jsonl", $"{{\"client_id\":\"v{number}\",\"timestamp\":\"2025-03-01T09:00:00Z\",\"event_name\":\"page_view\"}}\n");
        }

        StartedProgram.Run("rebuild", "--input", _folder.Of("in"), "--lakehouse", _folder.Of("lakehouse"), "--memory", "500MB", "--threads", "8", "--quiet").Succeeded();

        Assert.Contains("16", StartedProgram.Run("query", "SELECT count(*) AS n FROM dim_users", "--lakehouse", _folder.Of("lakehouse"), "--output-format", "csv").Succeeded().OutputLines);
    }

    private string Write(string name, string content)
    {
        var path = _folder.Of(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private static string Words(string line) => string.Join(' ', line.Split([' ', '│'], StringSplitOptions.RemoveEmptyEntries));
}
