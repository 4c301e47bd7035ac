
namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>Everything that goes wrong in life: one message that names the culprit, an exit code, and the lakehouse as it was.</summary>
public sealed class FailureTests(SampleLakehouse shared) : IClassFixture<SampleLakehouse>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Rebuild_WhenTheInputIsNotThere_NamesItAndMakesNothing()
    {
        var message = StartedProgram.Run("rebuild", "--input", _folder.Of("none.csv"), "--lakehouse", _folder.Of("lakehouse"), "--quiet").FailedWith(3);
        Assert.Contains("none.csv", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("lakehouse/stg_events")));
    }

    [Theory]
    [InlineData(2, "unknown setting", "--set", "sesion_timeout=1h")]
    [InlineData(2, "--now", "--now", "yesterday")]
    [InlineData(3, "none.csv")]
    public void Rebuild_ThatFails_SaysSoInItsReport(int exitCode, string culprit, params string[] options)
    {
        File.WriteAllText(_folder.Of("report.json"), "of yesterday");

        var message = StartedProgram.Run(["rebuild", "--input", _folder.Of("none.csv"), "--lakehouse", _folder.Of("lakehouse"), "--json", _folder.Of("report.json"), .. options]).FailedWith(exitCode);

        var report = System.Text.Json.JsonDocument.Parse(File.ReadAllText(_folder.Of("report.json"))).RootElement;
        Assert.Equal(["exit_code", "error"], report.EnumerateObject().Select(member => member.Name));
        Assert.Equal(exitCode, report.GetProperty("exit_code").GetInt32());
        Assert.StartsWith(message, "error: " + report.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains(culprit, message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Rebuild_WhoseReportGoesToACluster_NamesTheWayThere() => Assert.StartsWith(
        "error: --json hdfs://shop/report.json: this program writes to its own machine; a report goes to a cluster's storage where scripts/spark-submit.sh starts the program",
        StartedProgram.RunIn(_folder.Path, "rebuild", "--input", "none.csv", "--lakehouse", "lakehouse", "--json", "hdfs://shop/report.json").FailedWith(2),
        StringComparison.Ordinal);

    [Fact]
    public void Rebuild_WhenAFileMayNotBeRead_NamesIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "this user may read every file");
        File.WriteAllText(_folder.Of("secret.csv"), "client_id\n1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Of("secret.csv"), UnixFileMode.None);
        }

        Assert.Contains("secret.csv", Rebuild(_folder.Of("secret.csv")).FailedWith(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_WhenAParquetFileIsCorrupt_NamesItAndLeavesTheTables()
    {
        var lakehouse = _folder.Of("lakehouse");
        StartedProgram.Run("rebuild", "--input", shared.Sample, "--lakehouse", lakehouse, "--quiet").Succeeded();
        var before = SampleLakehouse.Counts(lakehouse);
        foreach (var (name, bytes) in new[] { ("noise", "PAR1 this is no parquet PAR1"u8.ToArray()), ("cut", File.ReadAllBytes(Directory.GetFiles(shared.Sample, "*.parquet")[0])[..^100]) })
        {
            var file = _folder.Of($"{name}.parquet");
            File.WriteAllBytes(file, bytes);
            var message = StartedProgram.Run("rebuild", "--input", file, "--lakehouse", lakehouse, "--replace", "--quiet").FailedWith(3);
            Assert.Contains($"{name}.parquet", message, StringComparison.Ordinal);
        }

        Assert.Equal(before, SampleLakehouse.Counts(lakehouse));
    }

    [Fact]
    public void Rebuild_WhenAGzipFileIsCutOff_NamesIt()
    {
        var file = _folder.Of("cut.csv.gz");
        using (var gzip = new System.IO.Compression.GZipStream(File.Create(file), System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes("client_id,timestamp,event_name\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i * 7919},2025-03-01T00:00:00,page_view\n"))));
        }

        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^2_000]);
        Assert.Contains("cut.csv.gz", Rebuild(file).FailedWith(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_WhenTheFolderIsNoDeltaTable_SaysSo()
    {
        Directory.CreateDirectory(_folder.Of("plain"));
        File.WriteAllText(_folder.Of("plain/a.csv"), "client_id\n1\n");
        var message = StartedProgram.Run("rebuild", "--input", _folder.Of("plain"), "--input-format", "delta", "--lakehouse", _folder.Of("lakehouse"), "--quiet").FailedWith(3);
        Assert.Contains("plain", message, StringComparison.Ordinal);
        Assert.Contains("Delta", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_WhenTheNameTellsNoFormat_SaysHowToNameIt()
    {
        File.WriteAllText(_folder.Of("events.dat"), "client_id\n1\n");
        Assert.Contains("--input-format", Rebuild(_folder.Of("events.dat")).FailedWith(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuild_WhenASettingIsUnknown_NamesTheNearest() =>
        Assert.Contains("did you mean 'session_timeout'", Rebuild(shared.Sample, "--set", "sesion_timeout=1m").FailedWith(2), StringComparison.Ordinal);

    [Fact]
    public void Rebuild_WhenTheReportCannotBeWritten_SaysSoBeforeItRuns()
    {
        Assert.Contains("there is no folder", Rebuild(shared.Sample, "--json", _folder.Of("none/report.json")).FailedWith(2), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("lakehouse")));
    }

    [Theory]
    [InlineData("query", "SELECT 1")]
    [InlineData("show", "fct_orders")]
    [InlineData("history", "fct_orders")]
    [InlineData("optimize")]
    [InlineData("vacuum")]
    public void Command_WhenThereIsNoLakehouse_SaysSo(params string[] arguments)
    {
        Assert.Contains("nowhere", StartedProgram.Run([.. arguments, "--lakehouse", _folder.Of("nowhere")]).FailedWith(3), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("nowhere")));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("describe")]
    [InlineData("history")]
    public void Command_WhenTheModelIsUnknown_ListsTheNamesNearestFirst(string command)
    {
        var message = StartedProgram.Run(command, "fct_order", "--lakehouse", shared.Path).FailedWith(2);
        var positions = SampleLakehouse.Tables.ToDictionary(table => table, table => message.IndexOf(table, StringComparison.Ordinal));
        Assert.All(positions.Values, position => Assert.True(position > 0, message));
        Assert.Equal("fct_orders", positions.MinBy(pair => pair.Value).Key);
    }

    [Theory]
    [InlineData("SELECT revenu FROM fct_orders", "revenu")]
    [InlineData("SELECT * FROM orders", "orders")]
    [InlineData("SELECT FROM WHERE", "syntax error")]
    public void Query_WhenTheSqlIsWrong_SaysWhat(string sql, string culprit) =>
        Assert.Contains(culprit, StartedProgram.Run("query", sql, "--lakehouse", shared.Path).FailedWith(2), StringComparison.Ordinal);

    [Fact]
    public void Query_WhenThereIsNoSuchRun_SaysSo() =>
        Assert.Contains("99", StartedProgram.Run("query", "SELECT 1", "--run", "99", "--lakehouse", shared.Path).FailedWith(3), StringComparison.Ordinal);

    [Fact]
    public void Show_WhenThereIsNoSuchVersion_SaysSo() =>
        Assert.Contains("99", StartedProgram.Run("show", "fct_orders", "--version", "99", "--lakehouse", shared.Path).FailedWith(3), StringComparison.Ordinal);

    [Fact]
    public void Vacuum_BelowSevenDays_IsRefused() =>
        Assert.Contains("7", StartedProgram.Run("vacuum", "--retain", "1h", "--lakehouse", shared.Path).FailedWith(2), StringComparison.Ordinal);

    [Fact]
    public void Failure_WithVerbose_AddsTheStackTrace()
    {
        var result = StartedProgram.Run("show", "fct_order", "--lakehouse", shared.Path, "--verbose");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("   at ", result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CommandResult Rebuild(string input, params string[] more) =>
        StartedProgram.Run(["rebuild", "--input", input, "--lakehouse", _folder.Of("lakehouse"), "--quiet", .. more]);
}
