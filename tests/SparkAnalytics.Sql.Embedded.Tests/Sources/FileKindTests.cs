using System.IO.Compression;
using System.Text;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;

namespace SparkAnalytics.Sql.Embedded.Tests.Sources;

/// <summary>Files whose names promise text, and which are something else.</summary>
public sealed class FileKindTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private const string Rows = "timestamp,event_name\n2025-03-01T09:00:00Z,page_view\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, byte[], string> Kinds => new()
    {
        { "a.csv", [.. "PAR1"u8, 0x15, 0x04, 0x15, 0x20], "is a Parquet file, not text in UTF-8 as its name says. Give it a name that ends in .parquet, or say the format." },
        { "a.csv", Gzip(Rows), "is gzip data, not text in UTF-8 as its name says. Give it a name that ends in .gz." },
        { "a.csv.gz", Gzip(Encoding.Latin1.GetString(Gzip(Rows))), "is gzip data, not text in UTF-8 as its name says. Give it a name that ends in .gz." },
        { "a.jsonl.gz", Encoding.UTF8.GetBytes(Rows), "is no gzip file, though its name says so: it is plain text. Give it the name of what it is." },
        { "a.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Rows)], "is text in UTF-16, not text in UTF-8 as its name says. Convert it to UTF-8." },
        { "a.jsonl", Encoding.Unicode.GetBytes(Rows), "is text in UTF-16, not text in UTF-8 as its name says. Convert it to UTF-8." },
        { "a.csv", Encoding.BigEndianUnicode.GetBytes(Rows), "is text in UTF-16, not text in UTF-8 as its name says. Convert it to UTF-8." },
        { "a.jsonl", Encoding.UTF32.GetBytes(Rows), "is text in UTF-32, not text in UTF-8 as its name says. Convert it to UTF-8." },
        { "a.csv", [.. "PK"u8, 3, 4, 20, 0], "is a ZIP archive (as .xlsx files are, too), not text in UTF-8 as its name says. Unpack or convert it." },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_OfAFileThatIsNoText_SaysWhatItIs(string name, byte[] content, string said)
    {
        var path = _folder.Write(name, content);
        var reader = engine.Spark.Read();

        var failure = Assert.Throws<QueryExecutionException>(() => (name.Contains("json", StringComparison.Ordinal) ? reader.Text(path) : reader.Csv(path)).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Equal($"The file '{path}' {said}", failure.Message);
    }

    [Theory]
    [InlineData("ORCHARD,b\n1,2\n")]
    [InlineData("PAR1,b\n1,2\n")]
    [InlineData("BZh,é\n1,2\n")]
    public void Read_OfTextThatBeginsLikeAnotherKind_IsText(string content) =>
        Assert.Equal(2, engine.Spark.Read().Csv(_folder.Write("text.csv", content)).Count());

    [Fact]
    public void FirstLines_OfAFile_AreReadWithoutTheRest()
    {
        var path = _folder.Write("cut.txt.gz", Gzip("one\n\nthree\n" + new string('x', 4_000_000))[..^20]);

        Assert.Equal(["one", ""], engine.Spark.Read().Text(path).Limit(2).Collect().Select(row => row[0]));
        Assert.Throws<QueryExecutionException>(() => engine.Spark.Read().Text(path).Collect().ToList());
    }

    [Fact]
    public void FirstLines_OfManyZeroBytes_KeepThem()
    {
        var line = string.Concat(Enumerable.Repeat("ab\0", 3000));

        Assert.Equal([line], engine.Spark.Read().Text(_folder.Write("zeros.txt", line + "\n")).Limit(1).Collect().Select(row => row[0]));
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.Latin1.GetBytes(text));
        }

        return packed.ToArray();
    }
}
