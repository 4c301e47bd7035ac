using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>The columns of DESCRIBE DETAIL, from what the log holds.</summary>
public sealed class DetailTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["table"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Detail_OfAnyTable_HasSparksColumns()
    {
        Commit("""{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""", Metadata(""));

        Assert.Equal(
            "struct<format:string,id:string,name:string,description:string,location:string,createdAt:timestamp,lastModified:timestamp,partitionColumns:array<string>,clusteringColumns:array<string>," +
            "numFiles:bigint,sizeInBytes:bigint,properties:map<string,string>,minReaderVersion:int,minWriterVersion:int,tableFeatures:array<string>>",
            DeltaTable.ForPath(engine.Spark, Path).Detail().Schema().SimpleString);
    }

    [Fact]
    public void Detail_AfterAnOverwrite_CountsFilesAndBytesOfTheNewestVersion()
    {
        var rows = engine.Spark.Range(4).WithColumn("half", Functions.Col("id") % 2);
        rows.Write().Format("delta").PartitionBy("half").Option("dataSkippingStatsColumns", "id").Save(Path);
        var old = DataFiles();
        rows.Filter(Functions.Col("half") == 1).Write().Format("delta").Mode(SaveMode.Overwrite).Save(Path);

        var detail = Detail();

        var file = Assert.Single(DataFiles().Except(old));
        Assert.Equal((1L, new FileInfo(file).Length), (detail.GetAs<long>("numFiles"), detail.GetAs<long>("sizeInBytes")));
        Assert.Equal(new object?[] { "half" }, detail.GetAs<object?[]>("partitionColumns"));
        Assert.Equal(new object?[] { }, detail.GetAs<object?[]>("clusteringColumns"));
        Assert.Equal("file:" + Path, detail.GetAs<string>("location"));
        Assert.Equal(engine.Clock.GetUtcNow().UtcDateTime, detail.GetAs<Timestamp>("createdAt").ToDateTime());
        Assert.Equal((null, null), (detail.GetAs<string?>("name"), detail.GetAs<string?>("description")));
        Assert.Equal("id", detail.GetAs<System.Collections.IDictionary>("properties")["delta.dataSkippingStatsColumns"]);
    }

    [Fact]
    public void Detail_OfATableOfAnotherWriter_TellsWhatItsLogHolds()
    {
        Commit("""{"protocol":{"minReaderVersion":1,"minWriterVersion":5}}""", Metadata("\"name\":\"events\",\"description\":\"it's raw\","));
        var modified = new DateTime(2025, 3, 1, 12, 0, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Log, modified);

        var detail = Detail();

        Assert.Equal(("t-1", "events", "it's raw"), (detail.GetAs<string>("id"), detail.GetAs<string>("name"), detail.GetAs<string>("description")));
        Assert.Equal(new DateTime(2025, 3, 1, 12, 0, 0), detail.GetAs<Timestamp>("createdAt").ToDateTime());
        Assert.Equal(modified, detail.GetAs<Timestamp>("lastModified").ToDateTime());
        Assert.Equal((0L, 0L), (detail.GetAs<long>("numFiles"), detail.GetAs<long>("sizeInBytes")));
        Assert.Equal((1, 5), (detail.GetAs<int>("minReaderVersion"), detail.GetAs<int>("minWriterVersion")));
        Assert.Equal(new object?[] { "appendOnly", "changeDataFeed", "checkConstraints", "generatedColumns", "invariants" }, detail.GetAs<object?[]>("tableFeatures"));
    }

    [Fact]
    public void Detail_OfATableWithAListOfFeatures_NamesThoseAlone()
    {
        Commit("""{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors","clustering","appendOnly"]}}""", Metadata(""));

        var detail = Detail();

        Assert.Equal(new object?[] { "appendOnly", "clustering", "deletionVectors" }, detail.GetAs<object?[]>("tableFeatures"));
        Assert.Null(detail.Get("clusteringColumns"));
    }

    private string Log => _folder["table/_delta_log/00000000000000000000.json"];

    private static string Metadata(string more) =>
        $$$"""{"metaData":{"id":"t-1",{{{more}}}"format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{},"createdTime":1740830400000}}""";

    private void Commit(params string[] actions)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Log)!);
        File.WriteAllLines(Log, actions);
    }

    private Row Detail() => DeltaTable.ForPath(engine.Spark, Path).Detail().Collect().Single();

    private string[] DataFiles() => Directory.GetFiles(Path, "*.parquet", SearchOption.AllDirectories);
}
