using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Sources;

/// <summary>Text and CSV by the rules of raw events: what is unreadable stands apart, with its text and the md5 of its bytes. Rows are written <c>[a|b]</c>, unreadable records <c>!text</c>.</summary>
public abstract class StrictInputBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    private const string Corrupt = "_corrupt";
    private const string Md5Column = "_md5";

    [Theory]
    [InlineData("1,2\n", "[1|2]")]
    [InlineData("1,2\r\n3,4\r\n", "[1|2]", "[3|4]")]
    [InlineData("1,2\r\n3,4\n5,6", "[1|2]", "[3|4]", "[5|6]")]
    [InlineData("1,2\r3,4\r", "[1|2]", "[3|4]")]
    [InlineData("\n1,2\n\r\n\n3,4\n\n", "[1|2]", "[3|4]")]
    [InlineData("a,b\na,b\n", "[a|b]", "[a|b]")]
    [InlineData(",\"\"\n\"\",x\n", "[NULL|NULL]", "[NULL|x]")]
    [InlineData("\" \", x \n", "[ | x ]")]
    [InlineData("\"1,\"\"2\"\"\",\\N\n", "[1,\"2\"|\\N]")]
    [InlineData("#1,\"\\\"\n", "[#1|\\]")]
    [InlineData("a\u2028b,c\u0085d\n\"e\u2028\",\"\u0085\"\n", "[a\u2028b|c\u0085d]", "[e\u2028|\u0085]")]
    [InlineData("\uFEFF1,é\n", "[\uFEFF1|é]")]
    [InlineData("1,2\n\uFEFF3,4\n\uFEFF,6\n\uFEFF\uFEFF7,8\n", "[1|2]", "[\uFEFF3|4]", "[\uFEFF|6]", "[\uFEFF\uFEFF7|8]")]
    public void Csv_OfReadableRecords_GivesTheirFields(string records, params string[] expected) => Assert.Equal(expected.Order(StringComparer.Ordinal), Csv("a,b\n" + records));

    [Theory]
    [InlineData("1\n1,2,3\n4,5\n", "!1", "!1,2,3", "[4|5]")]
    [InlineData("a\"b,c\n4,5\n", "!a\"b,c", "[4|5]")]
    [InlineData("\"a\"b,c\n4,5\n", "!\"a\"b,c", "[4|5]")]
    [InlineData("\"a\" ,c\n4,5\n", "!\"a\" ,c", "[4|5]")]
    [InlineData(" \"a\",c\n4,5\n", "! \"a\",c", "[4|5]")]
    [InlineData("a,b\"\n4,5\r\n", "!a,b\"", "[4|5]")]
    [InlineData("  \n4,5\n\t\n", "!  ", "!\t", "[4|5]")]
    public void Csv_OfUnreadableRecords_KeepsTheirText(string records, params string[] expected) => Assert.Equal(expected.Order(StringComparer.Ordinal), Csv("a,b\n" + records));

    [Theory]
    [InlineData("1,\"x\ny\"\n3,4\n", "[1|x\ny]", "[3|4]")]
    [InlineData("1,\"x\r\ny\"\r\n3,4\r\n", "[1|x\r\ny]", "[3|4]")]
    [InlineData("1,\"x\ry\"\n3,4\n", "[1|x\ry]", "[3|4]")]
    [InlineData("1,\"\n\n\"\n\n\r\n3,4", "[1|\n\n]", "[3|4]")]
    [InlineData("1,\"x\n\"\"y\"\"\n\"\n", "[1|x\n\"y\"\n]")]
    [InlineData("1,\"x\ny\"\na\"b,c\n3\n4,5\n", "[1|x\ny]", "!a\"b,c", "!3", "[4|5]")]
    [InlineData("1,\"x\ny\",3\n4,5\n", "!1,\"x\ny\",3", "[4|5]")]
    [InlineData("\"x\ny\"z,c\n4,5\n", "!\"x\ny\"z,c", "[4|5]")]
    [InlineData("1,\"é\n€\"\na,b\n4,5\n", "[1|é\n€]", "[a|b]", "[4|5]")]
    [InlineData("1,\"x\ny\"\n3,4\r5,6\n", "[1|x\ny]", "[3|4]", "[5|6]")]
    [InlineData("1,\"x\ny\"\n  \n4,5\n", "[1|x\ny]", "!  ", "[4|5]")]
    [InlineData("1,\"x\u2028\n\u0085y\"\n", "[1|x\u2028\n\u0085y]")]
    [InlineData("1,\"x\ny\"\n,\"\"\n", "[1|x\ny]", "[NULL|NULL]")]
    [InlineData("1,\"x\ny\"\n\uFEFF3,\"z\n\"\n", "[1|x\ny]", "[\uFEFF3|z\n]")]
    public void Csv_OfLineBreaksInFields_KeepsThem(string records, params string[] expected) => Assert.Equal(expected.Order(StringComparer.Ordinal), Csv("a,b\n" + records));

    [Theory]
    [InlineData("a\"b,\"c\nd,\"e\nf\"\n4,5\n", "!a\"b,\"c\nd,\"e", "!f\"", "[4|5]")]
    [InlineData("1,\"x\ny\"\na\"b,\"c\nd\"\n4,5\n", "[1|x\ny]", "!a\"b,\"c\nd\"", "[4|5]")]
    public void Csv_OfBadRecordThatOpensAQuote_GoesOnBehindIt(string records, params string[] expected) => Assert.Equal(expected.Order(StringComparer.Ordinal), Csv("a,b\n" + records));

    [Theory]
    [InlineData("a,b\n")]
    [InlineData("\uFEFFa,b\r\n")]
    [InlineData("\n\r\na,b\n")]
    [InlineData("\"a\",\"b\"\n")]
    [InlineData("\uFEFF\"a\",\"b\"\n")]
    [InlineData("\"a\nx\",b\n")]
    [InlineData("\r\n\"a\r\nx\",b\r\n")]
    public void Csv_OfAnyHeader_LeavesItOut(string header)
    {
        Assert.Equal(["[1|é]", "[a|b]"], Csv(header + "1,é\na,b\n"));
        Assert.Equal(["[1|é\n]", "[a|b]"], Csv(header + "1,\"é\n\"\na,b\n"));
    }

    [Theory]
    [InlineData("\"a\nx\",b\n1,2\n")]
    [InlineData("\"a\r\nx\",b\r\n1,2\r\n")]
    [InlineData("\r\n\"a\r\nx\",b\r\n1,2\r\n")]
    [InlineData("\"a\r\nx\",b\n1,2\n")]
    [InlineData("\"a\nx\",b\r\n1,2\r\n")]
    [InlineData("\"a\nx\",b\r1,2\r")]
    public void Csv_OfHeaderWithALineBreak_LosesNoRow(string text) => Assert.Equal(["[1|2]"], Csv(text));

    [Theory]
    [InlineData("")]
    [InlineData("a,b")]
    [InlineData("a,b\n\n")]
    public void Csv_WithoutRows_GivesNone(string text) => Assert.Empty(Csv(text));

    [Theory]
    [InlineData("a,b\n1,2\n3,\"x\n", 3)]
    [InlineData("a,b\n1,2\n3,\"x", 3)]
    [InlineData("a,b\n1,\"x\ny\"\r\n\n3,\"x\n4,5\n6,7\n\n", 5)]
    [InlineData("a,b\n1,2\n\"\n\"\n", 0)]
    [InlineData("a,b\n\"1\",\"2\n\"\"3\n", 2)]
    [InlineData("a,b\n1,2\n3,\"x\r\ny\n\n\n", 3)]
    public void Csv_ThatEndsInsideAQuote_NamesFileAndLine(string text, int line)
    {
        var path = Folder.Write("open.csv", text);
        if (line == 0)
        {
            Assert.Equal(["!\"\n\"", "[1|2]"], Csv(text));
            return;
        }

        var failure = Assert.Throws<QueryExecutionException>(() => Described(Read(path)));

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Contains($"'{path}' ends inside a quoted field", failure.Message, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"in line {line} "), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,\"x\ny\"\n")]
    public void Csv_OfBadBytes_ShowsThemAndHashesTheRecordAsItIs(string before)
    {
        byte[] bad = [.. "a\xC3,"u8, 0xC3, (byte)'(', 0xE2, 0x82, .. ",z"u8];
        var path = Folder.Write("bad.csv", [.. Encoding.UTF8.GetBytes("a,b\n" + before), .. bad, .. "\r\n1,2\n"u8]);

        var rows = Read(path).Filter(Col(Corrupt).IsNotNull()).Collect().Single();

        Assert.Equal(Encoding.UTF8.GetString(bad), rows.GetAs<string>(2));
        Assert.Equal(Convert.ToHexStringLower(MD5.HashData(bad)), rows.GetAs<string>(3));
        Assert.Null(rows[0]);
    }

    [Fact]
    public void Csv_OfCutOffSequenceBeforeALineEnd_IsUnreadable()
    {
        var path = Folder.Write("cut.csv", [.. "a,b\n1,"u8, 0xE2, 0x82, .. "\r\n3,4\n"u8]);

        Assert.Equal(["!1,\uFFFD", "[3|4]"], Described(Read(path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,\"\n\",x\n")]
    public void Csv_OfRowWithoutAWantedField_IsUnreadable(string before)
    {
        var path = Folder.Write("wanted.csv", "a,b,c\n" + before + ",\"\",x\n,2,\n,\"\",\"\"\n1,2,3\n");

        var rows = Reader("a", "b", "c").Option("corruptWithoutAnyOf", "b,a").Csv(path);

        Assert.Equal(
            (string[])["!,\"\",x", .. before.Length > 0 ? (string[])["[1|\n|x]"] : [], "[1|2|3]", "[NULL|2|NULL]", "[NULL|NULL|NULL]"],
            Described(rows));
    }

    [Fact]
    public void Csv_OfPackedFiles_UnpacksThem()
    {
        Folder.Write("1.csv.gz", Packed("a,b\n1,2\n3\n"));
        Folder.Write("2.csv.gz", Packed("a,b\n1,\"x\ny\"\n"));

        Assert.Equal(["!3", "[1|2]", "[1|x\ny]"], Described(Read(Folder["1.csv.gz"], Folder["2.csv.gz"])));
    }

    [Fact]
    public void Csv_OfSeveralFiles_NamesTheFileOfEachRecord()
    {
        string[] paths =
        [
            Folder.Write("1 ä+%41.csv", "a,b\n1,2\na,b\n"),
            Folder.Write("2[1].csv", "a,b\n3,\"x\ny\"\n4\n"),
            Folder.Write("3{a}.csv", "a,b\n5,6\n"),
            Folder.Write("4.csv", ""),
            Folder.Write("5 ü.csv", "a,b\n7,\"\n\"\n"),
        ];

        var rows = Read(paths).Select(Coalesce(Col("a"), Col(Corrupt)), InputFileName()).Collect();

        Assert.Equal(
            ["1 1 ä+", "3 2[1].csv", "4 2[1].csv", "5 3{a}.csv", "7 5 ü.csv", "a 1 ä+"],
            rows.Select(row => $"{row[0]} {Uri.UnescapeDataString(row.GetAs<string>(1).Split('/')[^1]).Split("%41")[0].Split("A.csv")[0]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Csv_OfOtherDelimiter_TakesCommasAsText(string delimiter)
    {
        var path = Folder.Write("other.csv", $"a{delimiter}b\n1,5{delimiter}\"2{delimiter}\n\"\n1,2\n");
        var plain = Folder.Write("plain.csv", $"a{delimiter}b\n1,5{delimiter}\"2{delimiter}\"\n1,2\n");

        Assert.Equal(["!1,2", $"[1,5|2{delimiter}\n]"], Described(Reader("a", "b").Option("sep", delimiter).Csv(path)));
        Assert.Equal(["!1,2", $"[1,5|2{delimiter}]"], Described(Reader("a", "b").Option("sep", delimiter).Csv(plain)));
    }

    [Fact]
    public void Csv_OfOneColumn_TakesEachLine() =>
        Assert.Equal(["!1,2", "[1]", "[NULL]", "[x\n]"], Described(Reader("a").Csv(Folder.Write("1.csv", "a\n1\n\n\"\"\n1,2\n\"x\n\"\n"))));

    [Fact]
    public void Csv_OfLongQuotedFields_IsRead()
    {
        var text = string.Concat(Enumerable.Repeat("\"\"", 100_000));

        Assert.Equal([200_000], Read(Folder.Write("long.csv", $"a,b\n1,\"{text}\n{text}\"\n")).Collect().Select(row => row.GetAs<string>(1).Length - 1));
    }

    [Theory]
    [InlineData("1,123456789012\n")]
    [InlineData("1,\"x\ny\"\n1,123456789012\n")]
    public void Csv_OfTooLongRecord_NamesTheFile(string records)
    {
        var path = Folder.Write("long.csv", "a,b\n" + records);

        var failure = Assert.Throws<QueryExecutionException>(() => Described(Reader("a", "b").Option("maxLineSize", 10).Csv(path)));

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("max_line_size", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfAnyLines_KeepsUnreadableOnesApart()
    {
        byte[] bad = [.. "x"u8, 0xFF, 0xE2, 0x82];
        var path = Folder.Write("lines.txt", [.. "\uFEFFa\u2028b\r\n\nc\u0085d\re\n"u8, .. bad, .. "\r\n \u0001"u8]);

        var rows = Text().Text(path);

        Assert.Equal(["value", Corrupt, Md5Column], rows.Columns());
        Assert.Equal(
            [$"NULL x\uFFFD\uFFFD {Convert.ToHexStringLower(MD5.HashData(bad))}", " \u0001 NULL NULL", " NULL NULL", "a\u2028b NULL NULL", "c\u0085d NULL NULL", "e NULL NULL"],
            rows.Collect().Select(row => string.Join(' ', row.Values.Select(value => value ?? "NULL"))).OrderBy(text => !text.StartsWith("NULL", StringComparison.Ordinal)).ThenBy(text => text, StringComparer.Ordinal));
    }

    [Fact]
    public void Text_OfPackedFile_NamesIt()
    {
        var rows = Text().Text(Folder.Write("x[1].txt.gz", Packed("a\nb"))).Select(Col("value"), InputFileName()).OrderBy("value").Collect();

        Assert.Equal(["a x[1].txt.gz", "b x[1].txt.gz"], rows.Select(row => $"{row[0]} {Uri.UnescapeDataString(row.GetAs<string>(1).Split('/')[^1])}"));
    }

    [Fact]
    public void Text_OfTooLongLine_NamesTheFile()
    {
        var path = Folder.Write("long.txt", "a\n123456789012\n");

        var failure = Assert.Throws<QueryExecutionException>(() => Text().Option("maxLineSize", 10).Text(path).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains("max_line_size", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithOnlyALimitOfLength_HasItsOneColumn()
    {
        var path = Folder.Write("some.txt", "a\nb\n");

        Assert.Equal("a", Spark.Read().Option("maxLineSize", 10).Text(path).Limit(1).Collect().Single().Values.Single());
    }

    private List<string> Csv(string text) => Described(Read(Folder.Write("input.csv", text)));

    private DataFrame Read(params string[] paths) => Reader("a", "b").Csv(paths);

    private DataFrameReader Reader(params string[] fields) => Spark.Read()
        .Option("header", true)
        .Option("multiLine", true)
        .Option("escape", "\"")
        .Option("enforceSchema", true)
        .Option("mode", "PERMISSIVE")
        .Option("columnNameOfCorruptRecord", Corrupt)
        .Option("columnNameOfCorruptRecordMd5", Md5Column)
        .Schema(new StructType([.. fields.Append(Corrupt).Append(Md5Column).Select(name => new StructField(name, new StringType()))]));

    private DataFrameReader Text() => Spark.Read().Option("columnNameOfCorruptRecord", Corrupt).Option("columnNameOfCorruptRecordMd5", Md5Column);

    private static List<string> Described(DataFrame rows) => [.. rows.Collect().Select(Described).Order(StringComparer.Ordinal)];

    private static string Described(Row row) => row.Values[^2] is string record ? $"!{record}" : $"[{string.Join('|', row.Values.SkipLast(2).Select(value => value ?? "NULL"))}]";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
