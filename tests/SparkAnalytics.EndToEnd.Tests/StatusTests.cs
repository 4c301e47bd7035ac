using System.Text.Json;

namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>status: how a lakehouse stands.</summary>
public sealed class StatusTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>
{
    [Fact]
    public void Status_AfterARebuild_FitsAScreen()
    {
        var lines = Status().OutputLines.Select(line => line.Trim()).ToArray();

        Assert.Contains(lines, line => line.EndsWith("(format 1)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Last run", StringComparison.Ordinal) && line.Contains(" 1  rebuild of ", StringComparison.Ordinal));
        Assert.Contains(lines, line => Words(line) is ["Lock", "free"]);
        Assert.Contains(lines, line => Words(line) is ["Settings", "defaults", "hash", var hash] && Hash.StartsWith(hash, StringComparison.Ordinal));
        Assert.All(SampleLakehouse.Tables, table => Assert.Contains(lines, line => Words(line) is [var name, "0", _, _, _] && name == table));
        Assert.Contains(lines, line => Words(line) is ["_state/runs", "1", "2", _, "KB"]);
        Assert.Contains(lines, line => Words(line) is ["1", "rebuild", "completed", _, _, _, "s", "3,000"]);
        Assert.DoesNotContain(lines, line => line.StartsWith('!'));
        Assert.True(lines.Length < 40, $"{lines.Length} lines");
    }

    [Fact]
    public void Status_AsJson_HasEverySection()
    {
        var status = JsonDocument.Parse(Status("--output-format", "json").Output).RootElement;

        Assert.Equal(
            ["lakehouse", "format_version", "last_completed", "watermark", "lateness", "unfinished_runs", "lock", "settings", "tables", "runs"], status.EnumerateObject().Select(member => member.Name));
        Assert.Equal(shared.Path, status.GetProperty("lakehouse").GetString());
        var last = status.GetProperty("last_completed");
        Assert.Equal(["run_id", "kind", "started_at", "completed_at", "seconds", "clock"], last.EnumerateObject().Select(member => member.Name));
        Assert.Equal((1, "rebuild"), (last.GetProperty("run_id").GetInt64(), last.GetProperty("kind").GetString()));
        Assert.Equal(JsonValueKind.Null, status.GetProperty("lock").ValueKind);
        Assert.Equal(Hash, status.GetProperty("settings").GetProperty("hash").GetString());
        Assert.Equal("[]", status.GetProperty("settings").GetProperty("differing").GetRawText());
        var events = status.GetProperty("tables")[0];
        Assert.Equal(("stg_events", 0, 1), (events.GetProperty("name").GetString(), events.GetProperty("version").GetInt64(), events.GetProperty("files").GetInt64()));
        Assert.Equal("completed", status.GetProperty("runs")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void Status_WhileARunIsAtWork_SaysSoAndAfterItWasKilledWhatTheNextDoes()
    {
        using var folder = new TemporaryFolder();
        StartedProgram.Run("sample", "--events", "200000", "--output-format", "csv", "--output", folder.Of("large")).Succeeded();
        using (var running = StartedProgram.Start(folder.Path, "rebuild", "--input", folder.Of("large"), "--lakehouse", folder.Of("lakehouse")))
        {
            running.WaitForProgress("stg_events ...");
            var atWork = Text("status", "--lakehouse", folder.Of("lakehouse"));
            Assert.Contains("Lock held by rebuild on", atWork, StringComparison.Ordinal);
            Assert.Contains("is at work.", atWork, StringComparison.Ordinal);
        }

        var killed = Text("status", "--lakehouse", folder.Of("lakehouse"));
        Assert.Contains("Last run none", killed, StringComparison.Ordinal);
        Assert.Contains("was interrupted. The next run is a rebuild of its own input and replaces what it wrote.", killed, StringComparison.Ordinal);
    }

    private string Hash => shared.Report.GetProperty("settings_hash").GetString()!;

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a command prints, without its layout.</summary>
    private static string Text(params string[] arguments) => string.Join(' ', StartedProgram.Run(arguments).Succeeded().Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private CommandResult Status(params string[] more) => StartedProgram.Run(["status", "--lakehouse", shared.Path, .. more]).Succeeded();
}
