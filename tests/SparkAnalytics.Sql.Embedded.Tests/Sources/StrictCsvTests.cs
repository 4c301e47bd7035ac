using System.IO.Compression;
using System.Text;
using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests.Sources;

/// <summary>CSV by RFC 4180, with the border cases that engines differ in.</summary>
public sealed class StrictCsvTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfCleanFile_KeepsTextByteForByte()
    {
        var path = _folder.Write("clean.csv", "a,b,c\n 1 ,\"x\r\ny\",é\n,\"\",\"say \"\"hi\"\"\"\n\"1,2\",NULL,\\N\n");

        Assert.Equal([[" 1 ", "x\r\ny", "é", null], [null, null, "say \"hi\"", null], ["1,2", "NULL", "\\N", null]], Rows(path));
    }

    [Theory]
    [InlineData("\"a\"b,2")]
    [InlineData(" \"q\" ,2")]
    [InlineData("a\"b,2")]
    [InlineData("1")]
    [InlineData("1,2,3")]
    [InlineData("\"open,2")]
    public void Read_OfUnreadableRecord_KeepsItsTextAndTheOthers(string record)
    {
        var path = _folder.Write("bad.csv", $"a,b\n1,2\n{record}\n");

        Assert.Equal([["1", "2", null], [null, null, record + (record.StartsWith("\"open", StringComparison.Ordinal) ? "\n" : string.Empty)]], Rows(path));
    }

    [Fact]
    public void Read_OfBytesThatAreNotUtf8_RejectsTheRecordOnly()
    {
        var path = _folder.Write("bytes.csv", [.. "a,b\n1,2\nx"u8, 0xFF, .. ",y\n3,4\n"u8]);

        Assert.Equal([["1", "2", null], ["3", "4", null], [null, null, "x\uFFFD,y"]], Rows(path));
    }

    [Fact]
    public void Read_OfFilesWithDifferentHeaders_GoesByName()
    {
        _folder.Write("1.csv", "a,b\n1,2\n");
        _folder.Write("2.csv", "b,c\n3,4\n");
        _folder.Write("_hidden.csv", "a\n9\n");
        _folder.Write(".hidden.csv", "a\n9\n");

        Assert.Equal([["1", "2", null, null], [null, "3", "4", null]], Rows(_folder.Path));
    }

    [Fact]
    public void Read_OfMixedLineEnds_KnowsThemAll()
    {
        var path = _folder.Write("mixed.csv", "a,b\r\n1,2\n3,4\r5,\"6\r\n\"\r\n");

        Assert.Equal([["1", "2", null], ["3", "4", null], ["5", "6\r\n", null]], Rows(path));
    }

    [Fact]
    public void Read_OfPackedFileWithMark_UnpacksIt()
    {
        using (var stream = new GZipStream(File.Create(_folder["packed.csv.gz"]), CompressionLevel.Fastest))
        {
            stream.Write([0xEF, 0xBB, 0xBF, .. "a,b\r\n1,\"2\"x\r\n3,4\r\n"u8]);
        }

        Assert.Equal([["3", "4", null], [null, null, "1,\"2\"x"]], Rows(_folder["packed.csv.gz"]));
    }

    [Fact]
    public void Read_OfRecordsAcrossBuffers_FindsEachOnce()
    {
        var text = new StringBuilder("a,b\n");
        for (var number = 0; number < 60_000; number++)
        {
            text.Append(number).Append(",\"line\n").Append('x', number % 50).Append("\"\n");
        }

        var path = _folder.Write("long.csv", text.Append("bad\n").ToString());
        var rows = Rows(path);

        Assert.Equal(60_001, rows.Count);
        Assert.Equal(["59999", $"line\n{new string('x', 49)}", null], rows[59_999]);
        Assert.Equal([null, null, "bad"], rows[60_000]);
    }

    [Fact]
    public void Read_OfMissingPath_SaysSo()
    {
        var failure = Assert.Throws<QueryExecutionException>(() => Rows(_folder["none.csv"]));

        Assert.Equal(QueryErrorKind.NotFound, failure.Kind);
    }

    private List<object?[]> Rows(string path) => [.. engine.Spark.Read()
        .Option("header", "true").Option("columnNameOfCorruptRecord", "_corrupt").Option("escape", "\"")
        .Csv(path).Collect().Select(row => row.Values)];
}
