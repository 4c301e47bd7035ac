using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Sources;

public sealed class FileSourceTests(EngineFixture engine) : IClassFixture<EngineFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_OfAnyLines_GivesThemAsTheyAre()
    {
        var path = _folder.Write("lines.txt", "a,b\n\n\"q\"\n  x \r\nlast \u0001 one");

        Assert.Equal(["", "  x ", "\"q\"", "a,b", "last \u0001 one"], engine.Spark.Read().Text(path).Collect().Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Text_OfBytesThatAreNotUtf8_MarksTheLine()
    {
        var path = _folder.Write("bytes.txt", [.. "good\nb"u8, 0xC3, .. "d\n"u8]);

        var rows = engine.Spark.Read().Option("columnNameOfCorruptRecord", "_corrupt").Text(path).Collect().Select(row => row.Values);

        Assert.Equal([["good", null], [null, "b\uFFFDd"]], rows);
    }

    [Fact]
    public void Json_OfLines_KeepsWhatIsNoText()
    {
        var path = _folder.Write("lines.jsonl", "{\"a\":\"x\",\"b\":{\"c\": 1.10}}\n{\"a\":1,\"a\":2}\n[1]\n");
        var schema = new StructType([new StructField("a", new StringType()), new StructField("b", new StringType()), new StructField("_corrupt", new StringType())]);

        var rows = engine.Spark.Read().Schema(schema).Option("columnNameOfCorruptRecord", "_corrupt").Json(path).Collect().Select(row => row.Values);

        Assert.Equal([["x", "{\"c\": 1.10}", null], [null, null, "{\"a\":1,\"a\":2}"], [null, null, "[1]"]], rows);
    }

    [Fact]
    public void BinaryFile_WithoutContent_GivesNamesAndSizes()
    {
        _folder.Write("a b.bin", [1, 2, 3]);

        var row = engine.Spark.Read().Format("binaryFile").Load(_folder.Path).Select("path", "length").Collect().Single();

        Assert.Equal([$"file:{_folder.Path}/a%20b.bin", 3L], row.Values);
        Assert.Equal([1, 2, 3], (byte[])engine.Spark.Read().Format("binaryFile").Load(_folder.Path).Select("content").Collect().Single()[0]!);
    }

    [Fact]
    public void Parquet_WrittenAndRead_KeepsAllTypes()
    {
        var schema = new StructType(
        [
            new StructField("text", new StringType()), new StructField("flag", new BooleanType()), new StructField("byte", new ByteType()), new StructField("short", new ShortType()),
            new StructField("int", new IntegerType()), new StructField("long", new LongType()), new StructField("float", new FloatType()), new StructField("double", new DoubleType()),
            new StructField("decimal", new DecimalType(20, 3)), new StructField("date", new DateType()), new StructField("time", new TimestampType()), new StructField("bytes", new BinaryType()),
        ]);
        object?[] values = ["é", true, (sbyte)-1, (short)2, -3, 4L, 1.5f, 2.25, 12.345m, new Date(2024, 2, 29), new Timestamp(2024, 2, 29, 1, 2, 3, 456789), new byte[] { 0, 255 }];

        engine.Spark.CreateDataFrame([new GenericRow(values), new GenericRow(new object?[12])], schema).Write().Parquet(_folder["out"]);
        var read = engine.Spark.Read().Parquet(_folder["out"]);

        Assert.Equal(schema, read.Schema());
        Assert.Equal(values, read.Collect().First().Values);
        Assert.All(read.Collect().Last().Values, Assert.Null);
    }

    [Fact]
    public void Parquet_ThatIsCorrupt_IsNamed()
    {
        var path = _folder.Write("broken.parquet", "this is no Parquet file, but long enough");

        var failure = Assert.Throws<QueryExecutionException>(() => engine.Spark.Read().Parquet(path).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InputFileName_OfEachRow_IsItsFile()
    {
        var path = _folder.Write("lines.txt", "a\nb\n");

        Assert.Equal([path, path], engine.Spark.Read().Text(path).Select(InputFileName().As("file")).Collect().Select(row => row[0]));
    }
}
