using System.IO.Compression;

namespace SparkAnalytics.Sql.Behaviour.Sources;

/// <summary>CSV with header, quotes and line breaks, as Spark's reader takes it; what engines make of broken records is their own matter.</summary>
public abstract class CsvBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    [Fact]
    public void Csv_OfCleanFile_KeepsTextAsItIs()
    {
        var path = Folder.Write("clean.csv", "n,a,b,c\n1, 1 ,\"x\ny\",é\n2,,\"\",\"say \"\"hi\"\"\"\n3,\"1,2\",NULL,\\N\n");

        var rows = Read(path);

        Assert.Equal("struct<n:string,a:string,b:string,c:string>", rows.Schema().SimpleString);
        Assert.Equal([["1", " 1 ", "x\ny", "é"], ["2", null, null, "say \"hi\""], ["3", "1,2", "NULL", "\\N"]], Values(rows));
    }

    [Fact]
    public void Csv_WithColumnsCalledAsAnEngineMayCallItsOwn_GivesThem() =>
        Assert.Equal([["1", "x", "y"]], Values(Read(Folder.Write("named.csv", "n,filename,file_row_number\n1,x,y\n"))));

    [Fact]
    public void Csv_OfAFolder_LeavesOutHiddenFiles()
    {
        Folder.Write("1.csv", "n,a\n1,x\n");
        Folder.Write("2.csv", "n,a\n2,y\n");
        Folder.Write("_hidden.csv", "n,a\n3,z\n");
        Folder.Write(".hidden.csv", "n,a\n4,z\n");

        Assert.Equal([["1", "x"], ["2", "y"]], Values(Read(Folder.Path)));
    }

    [Fact]
    public void Csv_OfPackedFile_UnpacksIt()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write("n,a\n1,x\n2,y\n"u8);
        }

        Assert.Equal([["1", "x"], ["2", "y"]], Values(Read(Folder.Write("packed.csv.gz", packed.ToArray()))));
    }

    [Fact]
    public void Csv_OfMissingPath_IsNotFound() =>
        Assert.Equal(QueryErrorKind.NotFound, Assert.Throws<QueryExecutionException>(() => Values(Read(Folder["none.csv"]))).Kind);

    private DataFrame Read(string path) => Spark.Read().Option("header", true).Option("multiLine", true).Option("escape", "\"").Csv(path);

    private static List<object?[]> Values(DataFrame rows) => [.. rows.OrderBy("n").Collect().Select(row => row.Values)];
}
