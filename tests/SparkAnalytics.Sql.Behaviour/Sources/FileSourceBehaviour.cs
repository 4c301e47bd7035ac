using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Sources;

/// <summary>Text, JSON lines, whole files and Parquet, as Spark's readers take them.</summary>
public abstract class FileSourceBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Fact]
    public void Text_OfAnyLines_GivesThemAsTheyAre()
    {
        var path = Folder.Write("lines.txt", "a,b\n\n\"q\"\n  x \r\nlast \u0001 one");

        Assert.Equal(["", "  x ", "\"q\"", "a,b", "last \u0001 one"], Spark.Read().Text(path).Collect().Select(row => (string)row[0]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Json_OfLines_KeepsObjectsAsWrittenAndWhatIsNoJson()
    {
        var path = Folder.Write("lines.jsonl", "{\"a\":\"x\",\"b\":{\"c\": 1.10}}\n{\"a\":\"y\"}\nno json\n");

        var rows = Spark.Read().Schema("a STRING, b STRING, _corrupt STRING").Option("columnNameOfCorruptRecord", "_corrupt").Json(path).OrderBy("a").Collect().Select(row => row.Values);

        Assert.Equal([[null, null, "no json"], ["x", "{\"c\": 1.10}", null], ["y", null, null]], rows);
    }

    [Fact]
    public void BinaryFile_GivesNameSizeAndContent()
    {
        Folder.Write("some.bin", [1, 2, 3]);

        var row = Spark.Read().Format("binaryFile").Load(Folder.Path).Select("path", "length", "content").Collect().Single();

        Assert.EndsWith("/some.bin", row.GetAs<string>(0), StringComparison.Ordinal);
        Assert.Equal(3L, row[1]);
        Assert.Equal([1, 2, 3], row.GetAs<byte[]>(2));
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

        Spark.CreateDataFrame([new GenericRow(values), new GenericRow(new object?[12])], schema).Write().Parquet(Folder["out"]);
        var read = Spark.Read().Parquet(Folder["out"]);

        Assert.Equal(schema, read.Schema());
        Assert.Equal([new object?[12], values], read.OrderBy("text").Collect().Select(row => row.Values));
    }

    [Fact]
    public void Parquet_ThatIsCorrupt_IsNamed()
    {
        var path = Folder.Write("broken.parquet", "this is no Parquet file, but long enough");

        var failure = Assert.Throws<QueryExecutionException>(() => Spark.Read().Parquet(path).Collect().ToList());

        Assert.Equal(QueryErrorKind.BadInput, failure.Kind);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_WithColumnsCalledAsAnEngineMayCallItsOwn_GivesThem()
    {
        var rows = Spark.Range(1).Select(Col("id"), Lit("x").As("filename"), Lit("y").As("file_row_number"), Lit("z").As("file_index"));
        rows.Write().Parquet(Folder["named"]);

        var found = Spark.Read().Parquet(Folder["named"]).WithColumn("file", InputFileName()).Collect().Single();

        Assert.Equal([0L, "x", "y", "z"], found.Values[..4]);
        Assert.EndsWith(".parquet", found.GetAs<string>(4), StringComparison.Ordinal);
    }

    [Fact]
    public void InputFileName_OfEachRow_IsItsFile()
    {
        Folder.Write("1.txt", "a\nb\n");
        Folder.Write("2.txt", "c\n");

        var rows = Spark.Read().Text(Folder.Path).Select(Col("value"), InputFileName().As("file")).OrderBy("value").Collect();

        Assert.Equal(["1.txt", "1.txt", "2.txt"], rows.Select(row => row.GetAs<string>(1).Split('/')[^1]));
    }
}
