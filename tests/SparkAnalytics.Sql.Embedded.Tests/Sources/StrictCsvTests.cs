using System.IO.Compression;
using System.Text;
using SparkAnalytics.Sql.Behaviour;
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
    [InlineData("nul\0inside")]
    public void Read_OfUnreadableRecord_KeepsItsTextAndTheOthers(string record)
    {
        var path = _folder.Write("bad.csv", $"a,b\n1,2\n{record}\n");

        Assert.Equal([["1", "2", null], [null, null, record]], Rows(path));
    }

    [Theory]
    [InlineData("a,b\n1,2\n\"open,2\n3,4\n", 3)]
    [InlineData("a,b\r\n1,\"two\r\nlines\"\r\n1,\"open\r\n", 4)]
    [InlineData("a,b\r1,2\r1,\"open", 3)]
    [InlineData("a,\"b\n1,2\n", 1)]
    [InlineData("a,b\nx\"y,\"open\n", 2)]
    [InlineData("a,b\n1,\"", 2)]
    public void Read_OfAFileThatEndsInsideAQuote_NamesTheLineWhereItOpens(string content, int line)
    {
        var path = _folder.Write("cut.csv", content);

        var failure = Assert.Throws<QueryExecutionException>(() => Rows(path));

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Equal($"The file '{path}' ends inside a quoted field: the quote that opens in line {line} is never closed. Close or double it, or copy the file anew if it was cut off.", failure.Message);
    }

    [Fact]
    public void Read_OfUnreadableRecordsThatDifferInABadByte_TellsThemApartByTheMd5OfTheirBytes()
    {
        var path = _folder.Write("bytes.csv", [.. "a,b\nx"u8, 0xFF, .. ",y\nx"u8, 0xFE, .. ",y\n"u8]);

        var rows = engine.Spark.Read()
            .Option("header", "true").Option("columnNameOfCorruptRecord", "_corrupt").Option("columnNameOfCorruptRecordMd5", "_md5")
            .Csv(path).Select("_corrupt", "_md5").Collect().Select(row => row.Values);

        Assert.Equal([["x\uFFFD,y", "5017a644d75a1a5205f69d917c2c79cb"], ["x\uFFFD,y", "66a5ae45316cdbafe8e8477af15da0eb"]], rows);
    }

    [Fact]
    public void Read_OfGivenColumnsByPosition_HeedsNoNamesOfTheHeader()
    {
        var path = _folder.Write("names.csv", "a,a,\n1,2,3\n");

        var rows = engine.Spark.Read().Option("header", "true").Option("enforceSchema", "true").Schema("x STRING, y STRING, z STRING").Csv(path).Collect().Select(row => row.Values);

        Assert.Equal([["1", "2", "3"]], rows);
    }

    [Theory]
    [InlineData(",x")]
    [InlineData("\"\",\"x\"")]
    public void Read_OfARecordWithNothingInTheColumnsThatCount_KeepsItsText(string record)
    {
        var path = _folder.Write("empty.csv", $"a,b\n1,\n,\n{record}\n");

        var rows = engine.Spark.Read()
            .Option("header", "true").Option("enforceSchema", "true").Option("corruptWithoutAnyOf", "a").Option("columnNameOfCorruptRecord", "_corrupt")
            .Schema("a STRING, b STRING, _corrupt STRING").Csv(path).Collect().Select(row => row.Values);

        Assert.Equal([["1", null, null], [null, null, null], [null, null, record]], rows);
    }

    [Fact]
    public void Read_OfARecordLongerThanTheLimit_NamesTheLimitAndTheLine()
    {
        var path = _folder.Write("long.csv", $"a,b\n1,2\n3,{new string('x', 1000)}\n");

        var failure = Assert.Throws<QueryExecutionException>(() => engine.Spark.Read().Option("maxLineSize", "1000").Csv(path).Collect().ToList());

        Assert.Equal($"The file '{path}' has a record of more than 1000 bytes, the limit of the reader (max_line_size); it begins in line 3. Raise the limit if that is no mistake.", failure.Message);
        Assert.Equal(3, engine.Spark.Read().Option("maxLineSize", "1002").Csv(path).Count());
    }

    [Theory]
    [InlineData("header", "yes", "true or false")]
    [InlineData("maxLineSize", "1GB", "a number of bytes from 1 to 1073741824")]
    public void Read_WithAnOptionThatIsNotWhatItMustBe_SaysSo(string option, string text, string kind)
    {
        var path = _folder.Write("events.csv", "a,b\n1,2\n");

        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Read().Option(option, text).Csv(path).Count());

        Assert.Equal($"The option {option} must be {kind}, not '{text}'.", error.Message);
    }

    [Fact]
    public void Read_OfAHeaderThatBreaksTheRules_LosesNoRow()
    {
        var path = _folder.Write("header.csv", "a,b\"c,\"\"d\n1,2,3\n4,\"5\",6\n7,8,9\n");

        Assert.Equal(["1", "4", "7"], Rows(path).Select(row => row[0]));
    }

    [Fact]
    public void Read_OfQuotedTextThatLooksLikeRecords_IsNotMisled()
    {
        var inner = string.Concat(Enumerable.Repeat("9,8\n", 200));
        var content = new StringBuilder("a,b\n");
        for (var number = 0; number < 15_000; number++)
        {
            content.Append(number).Append(",\"").Append(inner, 0, 4 * (number % 200)).Append("\"\n");
        }

        var path = _folder.Write("misleading.csv", content.ToString());

        Assert.Equal(15_000, engine.Spark.Read().Option("header", "true").Csv(path).Count());
        Assert.Equal([796L], engine.Spark.Read().Option("header", "true").Csv(path).Select(Functions.Max(Functions.Length(Functions.Col("b"))).Cast("long")).Collect().Select(row => row[0]));
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
