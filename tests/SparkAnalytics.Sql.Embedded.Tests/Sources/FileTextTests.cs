using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Sources;

/// <summary>Where this engine is stricter than Spark's readers, and how it names files.</summary>
public sealed class FileTextTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_OfBytesThatAreNotUtf8_MarksTheLine()
    {
        var path = _folder.Write("bytes.txt", [.. "good\nb"u8, 0xC3, .. "d\n"u8]);

        var rows = engine.Spark.Read().Option("columnNameOfCorruptRecord", "_corrupt").Text(path).Collect().Select(row => row.Values);

        Assert.Equal([["good", null], [null, "b\uFFFDd"]], rows);
    }

    [Fact]
    public void Json_OfLinesThatAreNoStrictObjects_KeepsThem()
    {
        var path = _folder.Write("lines.jsonl", "{\"a\":\"x\"}\n{\"a\":1,\"a\":2}\n[1]\n");

        var rows = engine.Spark.Read().Schema("a STRING, _corrupt STRING").Option("columnNameOfCorruptRecord", "_corrupt").Json(path).Collect().Select(row => row.Values);

        Assert.Equal([["x", null], [null, "{\"a\":1,\"a\":2}"], [null, "[1]"]], rows);
    }

    [Fact]
    public void BinaryFile_WithASpaceInItsName_IsAnEscapedUri()
    {
        _folder.Write("a b.bin", [1, 2, 3]);

        var row = engine.Spark.Read().Format("binaryFile").Load(_folder.Path).Select("path", "length").Collect().Single();

        Assert.Equal([$"file:{_folder.Path}/a%20b.bin", 3L], row.Values);
    }

    [Fact]
    public void InputFileName_OfEachRow_IsThePathAsItWasGiven()
    {
        var path = _folder.Write("lines.txt", "a\nb\n");

        Assert.Equal([path, path], engine.Spark.Read().Text(path).Select(InputFileName().As("file")).Collect().Select(row => row[0]));
    }
}
