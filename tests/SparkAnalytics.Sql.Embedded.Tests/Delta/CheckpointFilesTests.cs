using System.Text.Json.Nodes;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Sources.Delta;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

public sealed class CheckpointFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CheckpointFiles _files = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfFilesByTurns_TellsTheRowsOfEach()
    {
        _files.Write(_folder["1.parquet"], [Remove("a")]);
        _files.Write(_folder["2.parquet"], [Remove("b"), Remove("c")]);

        Assert.All(Enumerable.Range(0, 3), _ =>
        {
            Assert.Equal(["a"], Paths("1.parquet"));
            Assert.Equal(["b", "c"], Paths("2.parquet"));
            Assert.Equal(["b", "c"], Paths("2.parquet"));
        });
    }

    [Fact]
    public void Read_OfAFileThatWasWrittenAnew_TellsItsNewRows()
    {
        _files.Write(_folder["1.parquet"], [Remove("a")]);
        Assert.Equal(["a"], Paths("1.parquet"));

        File.Delete(_folder["1.parquet"]);
        _files.Write(_folder["1.parquet"], [Remove("a"), Remove("another, longer name")]);

        Assert.Equal(["a", "another, longer name"], Paths("1.parquet"));
    }

    [Fact]
    public void Read_OfAFileThatIsGone_SaysSo()
    {
        _files.Write(_folder["1.parquet"], [Remove("a")]);
        Assert.Equal(["a"], Paths("1.parquet"));

        File.Delete(_folder["1.parquet"]);

        Assert.Throws<FileNotFoundException>(() => Paths("1.parquet"));
    }

    private static string Remove(string path) => $$$"""{"remove":{"path":"{{{path}}}","dataChange":true}}""";

    private List<string> Paths(string name) =>
        [.. _files.Read(_folder[name]).Select(row => JsonNode.Parse(row)!["remove"]!["path"]!.GetValue<string>())];
}
